import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openDirectory } from "../lib/brands/directory.ts";
import type { BrandEntry, Directory } from "../lib/brands/directory.ts";
import { readHost } from "../lib/brands/directory-host.ts";
import { foldName } from "../lib/brands/fold-name.ts";
import { buildDirectory, directoryFolder } from "./build-directory/build.ts";

/*
 * `npm run -s eval:brands -- FILE.tsv`: what share of a list of brands the directory knows, and knows rightly.
 * Columns without header: name, sector, country, domains joined by `|`, note.
 *
 * domainRight: the best candidate for the row's name owns one of the row's domains, or one of the row's domains
 *   leads (owned, not guessed) to a brand that goes by the row's name.
 * aliasKnown: the name leads to any brand at all.
 */

interface Row {
  readonly name: string;
  readonly domains: readonly string[];
}

interface Verdict {
  readonly domainRight: boolean;
  readonly aliasKnown: boolean;
  /** What the directory has instead, for the list of misses. */
  readonly found: string;
}

function readRows(text: string): Row[] {
  return text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name = "", , , domains = ""] = line.split("\t").map((field) => field.trim());
      return { name, domains: domains.split("|").flatMap((domain) => readHost(domain)?.registrable ?? []) };
    });
}

function owns(entry: BrandEntry, domains: readonly string[]): boolean {
  return entry.domains.some((domain) => domains.includes(readHost(domain)?.registrable ?? domain));
}

function goesBy(entry: BrandEntry, name: string): boolean {
  return [entry.name, ...entry.aliases].some((known) => foldName(known) === foldName(name));
}

async function judge(directory: Directory, { name, domains }: Row): Promise<Verdict> {
  const candidates = await directory.byName(name);
  const [best] = candidates;
  const matches = await Promise.all(domains.map((domain) => directory.matchHost(domain)));
  const byDomain = matches.some(
    (match) => match && match.how !== "country-site" && goesBy(match.entry, name),
  );
  const hosts = matches.flatMap((match, i) =>
    match ? [`${domains[i]} is ${match.entry.name} (${match.how})`] : [],
  );
  return {
    domainRight: (best !== undefined && owns(best, domains)) || byDomain,
    aliasKnown: best !== undefined,
    found: [best ? `name is ${best.name} (${best.id})` : "name unknown", ...hosts].join("; "),
  };
}

const file = process.argv[2];
if (!file) {
  console.error("usage: npm run -s eval:brands -- FILE.tsv");
  process.exit(2);
}
if (!existsSync(join(directoryFolder, "head.bin"))) await buildDirectory();
const directory = await openDirectory((path) => readFile(join(directoryFolder, path)));
const rows = readRows(await readFile(file, "utf8"));
const tally = { brands: rows.length, domainRight: 0, aliasKnown: 0 };
for (const row of rows) {
  const verdict = await judge(directory, row);
  if (verdict.domainRight) tally.domainRight++;
  if (verdict.aliasKnown) tally.aliasKnown++;
  if (!verdict.domainRight || !verdict.aliasKnown) {
    console.log(`${row.name}\twants ${row.domains.join(", ")}\t${verdict.found}`);
  }
}
console.log(JSON.stringify(tally));
