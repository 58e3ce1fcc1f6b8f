import type { Thread } from "../model/conversation.ts";
import { textMatcher } from "../model/text-match.ts";
import { placeOf, type Story } from "./story.ts";
import { compareText } from "./thread-order.ts";

export type StoryOrder = "newest" | "discussed";

/** What a person wants to see of the stories. What is left out filters nothing. */
export interface StoryFilter {
  /** `placeOf` its threads; none: all. */
  readonly places?: readonly string[];
  /** Epoch ms. */
  readonly since?: number;
  /** `de` fits `de-AT`, too. */
  readonly language?: string;
  /** All of them, in any order; case and accents do not matter. */
  readonly words?: string;
}

const orders: Readonly<Record<StoryOrder, (a: Story, b: Story) => number>> = {
  newest: (a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0),
  discussed: (a, b) =>
    b.replies - a.replies || b.score - a.score || (b.publishedAt ?? 0) - (a.publishedAt ?? 0),
};

/** What looks like advertising stands below everything else, in the same order. */
export function sortStories(stories: readonly Story[], order: StoryOrder): readonly Story[] {
  const compare = orders[order];
  return stories.toSorted(
    (a, b) =>
      Math.min(1, a.weighsLess.length) - Math.min(1, b.weighsLess.length) ||
      compare(a, b) ||
      compareText(a.key, b.key),
  );
}

export function filterStories(stories: readonly Story[], filter: StoryFilter): readonly Story[] {
  const { places, since, language, words } = filter;
  const chosen = places && places.length > 0 ? new Set(places) : undefined;
  const matches = textMatcher(words);
  const fits = (thread: Thread): boolean =>
    (!chosen || chosen.has(placeOf(thread))) &&
    (since === undefined || (thread.publishedAt ?? 0) >= since) &&
    (language === undefined || languageOf(thread) === language);
  return stories.filter((story) => {
    const threads = story.threads.flatMap(({ thread, copies }) => [thread, ...copies]);
    return threads.some(fits) && (!matches || matches(wordsOf(story, threads)));
  });
}

function wordsOf({ title }: Story, threads: readonly Thread[]): string {
  const parts = threads.flatMap(({ title, excerpt, room, about }) => [title, excerpt, room, about]);
  return [title, ...parts].filter((part) => part !== undefined).join("\n");
}

/** The language without country or script. */
export function languageOf({ language }: Thread): string | undefined {
  return language?.split("-")[0]?.toLowerCase() || undefined;
}
