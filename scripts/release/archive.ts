import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { type Provenance, provenanceText } from "./manifest.ts";

/** ZIP writes times of the clock on the wall; one for all files, so that the same commit gives the same bytes. */
const noTime = new Date(1980, 0, 1);

/** Everything that `provenance.json` names, and itself: to find again what a study was made with. */
export function archiveOf(root: string, provenance: Provenance): Uint8Array {
  const { directory, adapters, detector, sentiment } = provenance;
  const entries: Zippable = {
    "provenance.json": [Buffer.from(provenanceText(provenance)), { mtime: noTime }],
  };
  for (const { files } of [directory, adapters, detector, sentiment]) {
    for (const path of Object.keys(files))
      entries[path] = [readFileSync(join(root, path)), { mtime: noTime }];
  }
  return zipSync(entries, { level: 9 });
}
