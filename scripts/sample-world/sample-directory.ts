import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildDirectory } from "../build-directory/build.ts";
import { sampleDirectoryRows } from "./directory-rows.ts";

const kept = join(import.meta.dirname, "../../.cache/sample-directory");

/** Compiles the brand directory that also knows the sample brands. It takes seconds, so it is kept until its inputs change. */
export async function keepSampleDirectory(): Promise<void> {
  await buildDirectory({ folder: kept, extraRows: sampleDirectoryRows });
}

/** Gives a built extension that directory. */
export async function putSampleDirectory(extensionFolder: string): Promise<void> {
  await keepSampleDirectory();
  const folder = join(extensionFolder, "directory");
  await rm(folder, { recursive: true, force: true });
  await cp(kept, folder, { recursive: true });
}
