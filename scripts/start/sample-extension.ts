import { spawnSync } from "node:child_process";
import { putSampleDirectory } from "../sample-world/sample-directory.ts";

/** Where the sample world's own review server answers. */
export const hubHost = "hub.example";
const folder = ".output/chrome-mv3-sample";

/**
 * Builds the extension as a person would get it, but for two things: its default server is the sample hub, and
 * its brand directory also knows the sample brands.
 *
 * @returns the folder of the unpacked extension.
 */
export async function buildSampleExtension(): Promise<string> {
  const { status, stderr, stdout } = spawnSync("wxt", ["build", "-b", "chrome", "--mode", "sample"], {
    encoding: "utf8",
    env: { ...process.env, BACKTALK_SERVER: `https://${hubHost}` },
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`The extension did not build:\n${stdout}\n${stderr}`);
  await putSampleDirectory(folder);
  return folder;
}
