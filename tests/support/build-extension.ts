import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const sources = ["assets", "components", "entrypoints", "lib", "public", "package.json", "wxt.config.ts"];

/** When anything below `path` was last changed, in epoch ms; tests do not count. */
function newestChange(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return path.endsWith(".test.ts") ? 0 : mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

type Browser = "chrome" | "firefox";

/** Folder of the built extension. `BACKTALK_CHROME_BUILD` and `BACKTALK_FIREFOX_BUILD` name another one, which is used as it is. */
export function extensionFolder(browser: Browser): string {
  return process.env[`BACKTALK_${browser.toUpperCase()}_BUILD`] ?? join(root, `.output/${browser}-mv3`);
}

/** Builds the extension where its sources have changed since. */
export function ensureBuilt(browser: Browser): void {
  if (process.env[`BACKTALK_${browser.toUpperCase()}_BUILD`]) return;
  const folder = extensionFolder(browser);
  const manifest = join(folder, "manifest.json");
  const changedAt = Math.max(...sources.map((name) => newestChange(join(root, name))));
  if (existsSync(manifest) && statSync(manifest).mtimeMs > changedAt) return;
  const script = browser === "chrome" ? "build" : "build:firefox";
  execFileSync("npm", ["run", "-s", script], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    // npm is a batch file there.
    shell: process.platform === "win32",
  });
}
