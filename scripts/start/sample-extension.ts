import { spawnSync } from "node:child_process";
import { sources } from "../../lib/sources/index.ts";
import { putSampleDirectory } from "../sample-world/sample-directory.ts";
import { lemmyHost, mastodonHost } from "../sample-world/talk/index.ts";

/** Where the sample world's own review server answers. */
export const hubHost = "hub.example";
/** Places of the sample world are asked; all others are listed, and cannot be reached from here. */
const sampleSearch = {
  origins: { lemmy: [`https://${lemmyHost}`], mastodon: [`https://${mastodonHost}`] },
  choices: Object.fromEntries(
    sources.filter(({ id }) => !["lemmy", "mastodon", "discourse"].includes(id)).map(({ id }) => [id, false]),
  ),
};
const folder = ".output/chrome-mv3-sample";

/**
 * Builds the extension as a person would get it, but for three things: its default server and feed are the sample hub's, its
 * brand directory also knows the sample brands, and a search goes to the sample world's own places.
 *
 * @returns the folder of the unpacked extension.
 */
export async function buildSampleExtension(): Promise<string> {
  const { status, stderr, stdout } = spawnSync("wxt", ["build", "-b", "chrome", "--mode", "sample"], {
    encoding: "utf8",
    env: {
      ...process.env,
      BACKTALK_SERVER: `https://${hubHost}`,
      BACKTALK_FEED: `https://${hubHost}/v1/feed`,
      BACKTALK_SEARCH: JSON.stringify(sampleSearch),
    },
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`The extension did not build:\n${stdout}\n${stderr}`);
  await putSampleDirectory(folder);
  return folder;
}
