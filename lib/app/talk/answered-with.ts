import type { AnswerRow } from "../../db/talk-rows.ts";
import type { PlaceAnswer } from "../../model/search.ts";
import type { ReallyFound } from "../../sources/really-about.ts";

/** What a row holds, without what only the cache needs. */
export function answerOf({ usedAt: _usedAt, size: _size, ...answer }: AnswerRow): PlaceAnswer {
  return answer;
}

/** Most of what one place may hold about one brand: more than anyone reads. */
const mostThreads = 1_000;

/** A place's row with a page of answers, behind those that are there or in their stead. */
export function answeredWith(
  { problem: _problem, next: _next, ...answer }: PlaceAnswer,
  { threads, facts }: ReallyFound,
  next: string | undefined,
  isFurther: boolean,
  at: number,
): PlaceAnswer {
  const all = {
    threads: withoutTwins([...(isFurther ? answer.threads : []), ...threads]).slice(0, mostThreads),
    facts: withoutTwins([...(isFurther ? answer.facts : []), ...facts]).slice(0, mostThreads),
  };
  return { ...answer, ...all, state: "answered", at, ...(next !== undefined && { next }) };
}

/** Pages overlap where something new came meanwhile. */
function withoutTwins<T extends { readonly key: string }>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((item) => [item.key, item])).values()];
}
