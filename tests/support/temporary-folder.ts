import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Runs `work` in a folder with these files, and takes it away. Paths are written with `/`. */
export async function inTemporaryFolder(
  files: Readonly<Record<string, Uint8Array>>,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "backtalk-research-"));
  try {
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    await work(folder.replaceAll("\\", "/"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
