import type { Draft, TextTally } from "./signal.ts";

/** How often each text was posted, over all stories, and how many answered. */
export function textTallies(drafts: readonly Draft[]): ReadonlyMap<string, TextTally> {
  const tallies = new Map<string, TextTally>();
  for (const { texts } of drafts) {
    for (const { text, replies } of texts) {
      const tally = tallies.get(text);
      tallies.set(text, {
        threads: (tally?.threads ?? 0) + 1,
        replies: (tally?.replies ?? 0) + replies,
      });
    }
  }
  return tallies;
}
