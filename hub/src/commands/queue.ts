import { decodeToken } from "../../../lib/reviews/token.ts";
import type { Flagged } from "../storage/flags.ts";
import type { HeldTable, HoldTable } from "../storage/tables.ts";
import { terminalText } from "../terminal-text.ts";
import { UsageError, type Command } from "./command.ts";
import { numberOf, storageOptions, text } from "./settings.ts";
import { signatureOf, withStorage } from "./with-storage.ts";

const usualLimit = 20;

export const queue: Command = {
  name: "queue",
  usage: "[--subject URI] [--limit N] [--held] [--storage WHERE]",
  summary:
    "What people have flagged, the longest waiting first, with their reasons; --subject for what is about one subject or below it; --held for what waits under holds.",
  options: {
    ...storageOptions,
    subject: { type: "string" },
    limit: { type: "string" },
    held: { type: "boolean" },
  },
  async run(flags, _positionals, surroundings) {
    const limit = numberOf(text(flags["limit"]), "--limit", usualLimit);
    const subject = text(flags["subject"]);
    await withStorage(flags, surroundings, async (storage) => {
      if (flags["held"] === true) {
        for (const line of heldLines(await storage.holds(), await storage.held(limit)))
          surroundings.print(line);
        return;
      }
      const flagged = await storage.queue({ limit, ...(subject !== undefined && { subject }) });
      if (flagged.length === 0) surroundings.print("Nothing is waiting.");
      for (const entry of flagged) for (const line of flaggedLines(entry)) surroundings.print(line);
    });
  },
};

export const dismiss: Command = {
  name: "dismiss",
  usage: "--signature S [--storage WHERE]",
  summary: "Say that the flags of a review so far are dealt with and it stays. Later flags open it again.",
  options: { ...storageOptions, signature: { type: "string" } },
  async run(flags, _positionals, surroundings) {
    const key = signatureOf(flags, "dismiss");
    await withStorage(flags, surroundings, async (storage) => {
      const count = await storage.dismiss(key);
      if (count === 0) throw new UsageError("No open flag is about this.");
      surroundings.print(`${count} ${count === 1 ? "flag" : "flags"} dealt with.`);
    });
  },
};

/** A flag's key signs nothing else and addresses are not kept, so keys are all there is to count. */
function flaggedLines({ signature, subject, opinion, rating, flags }: Flagged): readonly string[] {
  const keys = new Set(flags.map(({ author }) => author)).size;
  const terms = flags.filter((flag) => flag.rating !== 1).length;
  const stars = rating === null ? "" : `, rated ${rating} of 100`;
  return [
    signature,
    `  about    ${terminalText(subject)}${stars}`,
    `  says     ${opinion === null ? "(no words)" : terminalText(opinion)}`,
    `  flagged  ${flags.length} by ${keys} single-use ${keys === 1 ? "key" : "keys"}, networks not known; ${terms} against the terms, ${flags.length - terms} of low quality`,
    ...reasonsOf(flags).map(([words, count]) => `  reason   ${count} × ${terminalText(words)}`),
    "",
  ];
}

/** The same words once, the most frequent first. */
function reasonsOf(flags: Flagged["flags"]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { opinion } of flags) {
    const words = opinion?.trim() || "(no words)";
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}

function heldLines(
  holds: readonly (HoldTable & { readonly waiting: number })[],
  held: readonly HeldTable[],
): readonly string[] {
  if (holds.length === 0) return ["Nothing is on hold."];
  return holds.flatMap(({ hold_key: key, target, day, until_day: until, waiting }) => [
    `${terminalText(target)}: ${waiting} waiting, since ${day}${until === null ? "" : `, through ${until}`}`,
    ...held.flatMap((row) => (row.hold_key === key ? [heldLine(row)] : [])),
    "",
  ]);
}

function heldLine({ kind, signature_key: key, jwt }: HeldTable): string {
  const token = decodeToken(jwt);
  const { opinion, rating } = token.ok ? token.value.payload : {};
  const stars = typeof rating === "number" ? ` ${rating}/100` : "";
  return `  ${key} ${kind}${stars} ${opinion ? terminalText(opinion) : "(no words)"}`;
}
