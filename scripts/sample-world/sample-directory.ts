import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildDirectory } from "../build-directory/build.ts";
import { sampleDirectoryRows } from "./directory-rows.ts";

const kept = join(import.meta.dirname, "../../.cache/sample-directory");

/**
 * Gives a built extension a brand directory that also knows the sample brands. Compiling it takes seconds, so it is
 * kept until its inputs change.
 */
export async function putSampleDirectory(extensionFolder: string): Promise<void> {
  await buildDirectory({ folder: kept, extraRows: sampleDirectoryRows });
  const folder = join(extensionFolder, "directory");
  await rm(folder, { recursive: true, force: true });
  await cp(kept, folder, { recursive: true });
}
