import { foldName } from "../../lib/brands/fold-name.ts";
import type { BrandFacts } from "./facts.ts";
import { readDomain } from "./websites.ts";

/** A row of our own facts that does not read. */
class SupplementError extends Error {
  override readonly name = "SupplementError";
  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`);
  }
}

/**
 * Reads a file of our own facts: `name, aliases, domains, handles, owner, category, wikidata`, parted by tabs,
 * lists by `|`; `#` begins a comment line. Throws `SupplementError` at the first row that does not read.
 */
export function readSupplement(file: string, text: string): BrandFacts[] {
  const rows: BrandFacts[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    rows.push(readRow(line, (reason) => new SupplementError(file, i + 1, reason)));
  }
  return rows;
}

function readRow(line: string, failure: (reason: string) => SupplementError): BrandFacts {
  const fields = line.split("\t").map((field) => field.trim());
  const [name = "", aliases = "", domains = "", handles = "", owner, category, wikidata] = fields;
  if (fields.length > 7) throw failure(`${fields.length} columns, expected at most 7`);
  if (foldName(name) === "") throw failure("no name");
  if (wikidata && !/^Q[1-9]\d*$/u.test(wikidata)) throw failure(`"${wikidata}" is no Wikidata id`);
  return {
    source: "supplement",
    name,
    aliases: listOf(aliases),
    sites: listOf(domains).map((domain) => {
      const site = readDomain(domain);
      if (!site || site.host !== domain) throw failure(`"${domain}" is no domain`);
      return site;
    }),
    handles: listOf(handles).map((item) => {
      const [, platform, handle] = /^([a-z]+):(.+)$/u.exec(item) ?? [];
      if (!platform || !handle) throw failure(`"${item}" is no handle`);
      return [platform, handle] as const;
    }),
    ...(owner && { owner }),
    ...(category && { category }),
    ...(wikidata && { wikidata }),
    weight: 0,
    international: true,
  };
}

function listOf(field: string): string[] {
  return field.split("|").filter((item) => item !== "");
}
