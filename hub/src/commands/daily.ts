import { readFile } from "node:fs/promises";
import { sources } from "../../../lib/sources/index.ts";
import { FeedDailyExtras } from "../../../lib/schema/feed-daily.ts";
import { runDaily } from "../daily/job.ts";
import { writeWhole } from "../write-whole.ts";
import { brandOptions, brandsOf } from "./brand-list.ts";
import { type Command, UsageError } from "./command.ts";
import { numberOf, text, texts } from "./settings.ts";

const defaultMinutes = 60;
const AddedExtras = FeedDailyExtras.pick({ officialKeys: true, sitesOff: true });

export const daily: Command = {
  name: "daily",
  usage:
    "--out FILE [--brands FILE | --directory DIR] [--only N] [--state DIR] [--minutes N] [--with FILE]… [--contact WHERE]",
  summary:
    "Ask public records and conversations about every brand and write what they say, for publish --daily and serve --daily. Goes on where the last run stood.",
  options: {
    out: { type: "string" },
    ...brandOptions,
    state: { type: "string" },
    minutes: { type: "string" },
    with: { type: "string", multiple: true },
    contact: { type: "string" },
  },
  async run(flags, _positionals, surroundings) {
    const out = text(flags["out"]);
    if (out === undefined) throw new UsageError("daily needs --out FILE.");
    const added = await addedBy(texts(flags["with"]));
    const { brands, finder } = await brandsOf(flags);
    const contact = text(flags["contact"]) ?? surroundings.env["HUB_CONTACT"];
    const minutes = numberOf(text(flags["minutes"]), "--minutes", defaultMinutes);
    const ending = new AbortController();
    void surroundings.stopped().then(() => ending.abort());
    const { extras, reports } = await runDaily({
      fetch,
      sources,
      brands,
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

/** What the operator and other jobs say beside it: proven keys, platforms to leave alone. */
async function addedBy(files: readonly string[]): Promise<FeedDailyExtras> {
  const added = await Promise.all(
    files.map(async (file) => AddedExtras.parse(JSON.parse(await readFile(file, "utf8")))),
  );
  const officialKeys = added.flatMap((extras) => extras.officialKeys ?? []);
  const sitesOff = added.flatMap((extras) => extras.sitesOff ?? []);
  return {
    ...(officialKeys.length > 0 && { officialKeys }),
    ...(sitesOff.length > 0 && { sitesOff }),
  };
}
