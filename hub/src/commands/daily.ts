import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sources } from "../../../lib/sources/index.ts";
import { FeedDailyExtras } from "../../../lib/schema/feed-daily.ts";
import { readBrandLines } from "../daily/brand.ts";
import { directoryBrands, type DirectoryBrands } from "../daily/directory.ts";
import { runDaily } from "../daily/job.ts";
import { type Command, type Flags, UsageError } from "./command.ts";
import { writeWhole } from "../write-whole.ts";
import { numberOf, text } from "./settings.ts";

/** Where `npm run directory` puts the brand directory. */
const builtDirectory = join(import.meta.dirname, "../../../public/directory");
const defaultMinutes = 60;

export const daily: Command = {
  name: "daily",
  usage:
    "--out FILE [--brands FILE | --directory DIR] [--only N] [--state DIR] [--minutes N] [--with FILE] [--contact WHERE]",
  summary:
    "Ask public records and conversations about every brand and write what they say, for publish --daily and serve --daily. Goes on where the last run stood.",
  options: {
    out: { type: "string" },
    brands: { type: "string" },
    directory: { type: "string" },
    only: { type: "string" },
    state: { type: "string" },
    minutes: { type: "string" },
    with: { type: "string" },
    contact: { type: "string" },
  },
  async run(flags, _positionals, surroundings) {
    const out = text(flags["out"]);
    if (out === undefined) throw new UsageError("daily needs --out FILE.");
    const added = await addedBy(text(flags["with"]));
    const { brands, finder } = await brandsOf(flags);
    const contact = text(flags["contact"]) ?? surroundings.env["HUB_CONTACT"];
    const minutes = numberOf(text(flags["minutes"]), "--minutes", defaultMinutes);
    const ending = new AbortController();
    void surroundings.stopped().then(() => ending.abort());
    const { extras, reports } = await runDaily({
      fetch,
      sources,
      brands: brands.slice(0, numberOf(text(flags["only"]), "--only", brands.length)),
      finder: async () => finder,
      state: text(flags["state"]) ?? "hub-data/daily",
      ...(contact !== undefined && { contact }),
      now: Date.now,
      random: Math.random,
      log: surroundings.log,
      signal: AbortSignal.any([ending.signal, AbortSignal.timeout(minutes * 60_000)]),
    });
    await writeWhole(out, JSON.stringify(FeedDailyExtras.parse({ ...added, ...extras })));
    for (const { source, asked, failed, due } of reports)
      surroundings.print(`${source}: ${asked} asked, ${failed} failed, ${due} still to ask`);
    surroundings.print(`${out}: ${Object.keys(extras.brands).length} of ${brands.length} brands`);
  },
};

/** What the operator says beside it: proven keys, platforms to leave alone. */
async function addedBy(file: string | undefined): Promise<FeedDailyExtras> {
  if (file === undefined) return {};
  return FeedDailyExtras.pick({ officialKeys: true, sitesOff: true }).parse(
    JSON.parse(await readFile(file, "utf8")),
  );
}

async function brandsOf(flags: Flags): Promise<DirectoryBrands> {
  const file = text(flags["brands"]);
  // Their names are compared as they are written.
  if (file !== undefined)
    return {
      brands: readBrandLines(await readFile(file, "utf8")),
      finder: { find: async () => [], findAll: async () => [] },
    };
  const folder = text(flags["directory"]) ?? builtDirectory;
  try {
    return await directoryBrands(folder);
  } catch (cause) {
    throw new UsageError(
      `There is no brand directory in ${folder}. Build it (npm run directory), or give --brands.`,
      { cause },
    );
  }
}
