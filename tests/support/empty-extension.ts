import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An extension that runs an empty script on every page: what anything that runs there costs at least. @returns Its folder. */
export function emptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), "backtalk-empty-"));
  const manifest = {
    manifest_version: 3,
    name: "empty",
    version: "1",
    background: { service_worker: "empty.js" },
    content_scripts: [{ matches: ["http://*/*", "https://*/*"], js: ["empty.js"] }],
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "empty.js"), "");
  return folder;
}
