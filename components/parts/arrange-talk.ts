import { filterStories, languageOf, sortStories } from "../../lib/threads/arrange.ts";
import type { Story } from "../../lib/threads/story.ts";
import type { TalkFilter } from "../bt-talk-filter.ts";

const day = 86_400_000;
const spans: Readonly<Record<TalkFilter["time"], number | undefined>> = {
  any: undefined,
  day,
  week: 7 * day,
  month: 30 * day,
  year: 365 * day,
};

/** The stories that the person asked for, in the order that they asked for. */
export function arrangedTalk(
  stories: readonly Story[],
  { order, places, time, language, words }: TalkFilter,
  nowMs: number,
): readonly Story[] {
  const span = spans[time];
  const fitting = filterStories(stories, {
    places,
    words,
    ...(span !== undefined && { since: nowMs - span }),
    ...(language !== "" && { language }),
  });
  return sortStories(fitting, order);
}

/** Every language that is told of, in one order. */
export function languagesOf(stories: readonly Story[]): readonly string[] {
  const all = stories.flatMap(({ threads }) => threads.flatMap(({ thread }) => languageOf(thread) ?? []));
  return [...new Set(all)].toSorted((a, b) => a.localeCompare(b));
}
