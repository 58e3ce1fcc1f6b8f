import type { LessWeight } from "../story.ts";
import { affiliateLinks } from "./affiliate-links.ts";
import { hostTallies } from "./host-tallies.ts";
import { keywordTitle } from "./keyword-title.ts";
import { linkFarm } from "./link-farm.ts";
import { repeatedText } from "./repeated-text.ts";
import { salesTalk } from "./sales-talk.ts";
import { shouting } from "./shouting.ts";
import type { Draft, Signal, Surroundings } from "./signal.ts";
import { textTallies } from "./text-tallies.ts";

const signals: readonly Signal[] = [
  affiliateLinks,
  keywordTitle,
  linkFarm,
  repeatedText,
  salesTalk,
  shouting,
];

/** What people answered to is a conversation, whatever it began as. */
const discussedFrom = 5;

/** Why each story weighs less, in the order of the stories. Nothing is left out for it. */
export function weigh(drafts: readonly Draft[], own: readonly string[]): readonly (readonly LessWeight[])[] {
  const around: Surroundings = { hosts: hostTallies(drafts, own), texts: textTallies(drafts) };
  return drafts.map((draft) =>
    draft.story.replies >= discussedFrom ? [] : signals.flatMap((signal) => signal(draft, around) ?? []),
  );
}
