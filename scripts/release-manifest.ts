import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { archiveOf } from "./release/archive.ts";
import { provenanceOf, provenanceText } from "./release/manifest.ts";

/*
 * `node scripts/release-manifest.ts` puts beside the packages in `.output` what they were made of: `provenance.json`,
 * the directory and the sources it names as a ZIP, and checksums of all of it. Part of `npm run zip`.
 */
const root = join(import.meta.dirname, "..");
const folder = join(root, ".output");
if (!existsSync(folder))
  throw new Error("There are no packages yet: this is the last step of `npm run zip`.");

const provenance = provenanceOf(root);
const stem = `backtalk-${provenance.version}`;
writeFileSync(join(folder, `${stem}-provenance.json`), provenanceText(provenance));
writeFileSync(join(folder, `${stem}-directory-and-adapters.zip`), archiveOf(root, provenance));

const packages = readdirSync(folder)
  .filter((name) => name.startsWith(stem) && /\.(?:zip|json)$/u.test(name))
  .toSorted();
const sums = packages.map((name) => {
  const hash = createHash("sha256")
    .update(readFileSync(join(folder, name)))
    .digest("hex");
  return `${hash}  ${name}\n`;
});
writeFileSync(join(folder, "SHA256SUMS"), sums.join(""));
process.stdout.write(sums.join(""));
