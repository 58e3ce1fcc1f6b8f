import { hasTrait, trait } from "../../columns/traits.ts";
import { defineSignal, type Finding } from "../define-signal.ts";
import { textFlag } from "../text/text-flags.ts";

const thresholds = { factor: 0.3, links: 2, wordsToRepeat: 20, shareOfDifferentWords: 0.3 } as const;

const reasons = [
  { reason: "text-contact", flag: textFlag.contact },
  { reason: "text-links", flag: textFlag.links },
  { reason: "text-repetition", flag: textFlag.repetition },
  { reason: "text-tell-tale", flag: textFlag.tellTale },
] as const;

/**
 * Texts that advertise, repeat themselves, or hold what a language model leaves behind. A review that says itself
 * that software wrote it is no voice at all (the protocol's own rule), and is told apart here.
 */
export default defineSignal({
  id: "spam-text",
  version: 1,
  thresholds,
  run({ prints, traits, order }): readonly Finding[] {
    const generated: number[] = [];
    const flagged = reasons.map((): number[] => []);
    for (const row of order) {
      if (hasTrait(traits[row] ?? 0, trait.generated)) generated.push(row);
      const flags = prints?.flags[row] ?? 0;
      if (flags === 0) continue;
      for (const [index, { flag }] of reasons.entries()) if ((flags & flag) !== 0) flagged[index]?.push(row);
    }
    return [
      { reason: "generated", rows: generated },
      ...reasons.map(({ reason }, index) => ({ reason, rows: flagged[index] ?? [] })),
    ]
      .filter(({ rows }) => rows.length > 0)
      .map(({ reason, rows }) => ({ reason, params: {}, rows, weighing: { factor: thresholds.factor } }));
  },
});
