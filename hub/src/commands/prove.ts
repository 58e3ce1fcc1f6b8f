import { Resolver } from "node:dns/promises";
import { FeedDailyExtras } from "../../../lib/schema/feed-daily.ts";
import { runProofs } from "../proofs/job.ts";
import { pageBytes } from "../proofs/places.ts";
import { createPublicFetch } from "../proofs/public-fetch.ts";
import { writeWhole } from "../write-whole.ts";
import { brandOptions, brandsOf } from "./brand-list.ts";
import { type Command, UsageError } from "./command.ts";
import { numberOf, text } from "./settings.ts";

const defaultMinutes = 60;
const resolver = { timeout: 5_000, tries: 2 };

export const prove: Command = {
  name: "prove",
  usage:
    "--out FILE [--brands FILE | --directory DIR] [--only N] [--state DIR] [--minutes N] [--contact WHERE]",
  summary:
    "Ask the brands' own domains which keys speak for them and write those that are proven, for daily --with. Goes on where the last run stood.",
  options: {
    out: { type: "string" },
    ...brandOptions,
    state: { type: "string" },
    minutes: { type: "string" },
    contact: { type: "string" },
  },
  async run(flags, _positionals, surroundings) {
    const out = text(flags["out"]);
    if (out === undefined) throw new UsageError("prove needs --out FILE.");
    const { brands } = await brandsOf(flags);
    const contact = text(flags["contact"]) ?? surroundings.env["HUB_CONTACT"];
    const minutes = numberOf(text(flags["minutes"]), "--minutes", defaultMinutes);
    const ending = new AbortController();
    void surroundings.stopped().then(() => ending.abort());
    const dns = new Resolver(resolver);
    const { officialKeys, asked, silent, due } = await runProofs({
      fetch: createPublicFetch({ mostBytes: pageBytes }),
      resolveTxt: (name: string) => dns.resolveTxt(name),
      brands,
      state: text(flags["state"]) ?? "hub-data/proofs",
      ...(contact !== undefined && { contact }),
      now: Date.now,
      random: Math.random,
      log: surroundings.log,
      signal: AbortSignal.any([ending.signal, AbortSignal.timeout(minutes * 60_000)]),
    });
    await writeWhole(out, JSON.stringify(FeedDailyExtras.parse({ officialKeys })));
    surroundings.print(`${asked} asked, ${silent} silent, ${due} still to ask`);
    surroundings.print(`${out}: ${officialKeys.length} proven keys`);
  },
};
