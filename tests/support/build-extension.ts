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

/** Folder of the built extension, built anew where its sources have changed since. */
export function builtExtension(browser: "chrome" | "firefox"): string {
  const folder = join(root, `.output/${browser}-mv3`);
  const manifest = join(folder, "manifest.json");
  const changedAt = Math.max(...sources.map((name) => newestChange(join(root, name))));
  if (existsSync(manifest) && statSync(manifest).mtimeMs > changedAt) return folder;
  const script = browser === "chrome" ? "build" : "build:firefox";
  execFileSync("npm", ["run", "-s", script], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: true,
  });
  return folder;
}

/** Playwright's global setup: builds what the chosen projects need. */
export default function buildForProjects(): void {
  const chosen =
    process.argv
      .join(" ")
      .match(/--project[= ](\w+)/g)
      ?.join(" ") ?? "chromium firefox";
  if (/chromium|corpora/.test(chosen)) builtExtension("chrome");
  if (chosen.includes("firefox")) builtExtension("firefox");
}
