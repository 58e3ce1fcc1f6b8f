import { rename, writeFile } from "node:fs/promises";

/** Under another name first: no reader and no crash ever leaves half a file under its own. Its folder must be there. */
export async function writeWhole(path: string, body: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.part`;
  await writeFile(unfinished, body);
  await rename(unfinished, path);
}
