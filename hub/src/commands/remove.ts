import { dayOf } from "../../../lib/model/day.ts";
import { removalCodes, type RemovalCode } from "../../../lib/model/removal.ts";
import { RemovalRecord } from "../../../lib/schema/removal-record.ts";
import { UsageError, type Command, type Flags } from "./command.ts";
import { numberOf, storageOptions, text } from "./settings.ts";
import { keyOf, signatureOf, withStorage } from "./with-storage.ts";

/** What an operator can say; removals without a code are of the past. */
const codes: readonly RemovalCode[] = removalCodes.filter((code) => code !== "unstated");
const dayMs = 86_400_000;
/** Six months, as the EU's rules give for an appeal. */
const appealDays = 183;
/** The words themselves are the harm, or their author wants them gone: nothing is kept. */
const keptNowhere: ReadonlySet<RemovalCode> = new Set(["exposes-a-person", "author-request", "endangers"]);

export const remove: Command = {
  name: "remove",
  usage: "--signature S --code CODE [--jurisdiction DE] [--keep-days N] [--storage WHERE]",
  summary: `Take a review and its edits out, and never take them in again. The code is public and signed, the words are not kept in it. CODE: ${codes.join(", ")}.`,
  options: {
    ...storageOptions,
    signature: { type: "string" },
    code: { type: "string" },
    jurisdiction: { type: "string" },
    "keep-days": { type: "string" },
  },
  async run(flags, _positionals, surroundings) {
    const signatureKey = signatureOf(flags, "remove");
    const code = codeOf(flags);
    const jurisdiction = jurisdictionOf(flags, code);
    const days = numberOf(text(flags["keep-days"]), "--keep-days", keptNowhere.has(code) ? 0 : appealDays);
    const now = Date.now();
    const key = await keyOf(flags, surroundings);
    await withStorage(flags, surroundings, async (storage) => {
      const count = await storage.remove({
        signatureKey,
        code,
        day: dayOf(now),
        ...(jurisdiction !== undefined && { jurisdiction }),
        ...(days > 0 && { keepUntilDay: dayOf(now + days * dayMs) }),
        ...(key && { sign: key.sign }),
      });
      if (count === 0) throw new UsageError("No review with this signature is here.");
      const kept = days > 0 ? `kept aside for ${days} days` : "nothing kept";
      surroundings.print(`${count} removed, ${kept}. Publish the feed again where it is static.`);
    });
  },
};

function codeOf(flags: Flags): RemovalCode {
  const given = text(flags["code"]);
  const code = codes.find((known) => known === given);
  if (code === undefined) throw new UsageError(`remove needs --code, one of: ${codes.join(", ")}.`);
  return code;
}

/** A court's order is nothing without its court; other reasons may name a law's country too. */
function jurisdictionOf(flags: Flags, code: RemovalCode): string | undefined {
  const given = text(flags["jurisdiction"]);
  if (given === undefined && code === "court-order")
    throw new UsageError("A court-order needs --jurisdiction, as in DE or US-CA.");
  if (!RemovalRecord.shape.jurisdiction.safeParse(given).success)
    throw new UsageError("--jurisdiction is a country by ISO 3166, as in DE or US-CA.");
  return given;
}
