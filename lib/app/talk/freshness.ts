import type { Thread } from "../../model/conversation.ts";
import type { PlaceAnswer, SourceInfo } from "../../model/search.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long an answer stands, in ms: talk moves on within minutes, records within a day; where nothing was, longer. */
const ages: Readonly<Record<SourceInfo["kind"], { readonly some: number; readonly none: number }>> = {
  conversations: { some: 30 * minuteMs, none: 6 * hourMs },
  records: { some: dayMs, none: 3 * dayMs },
  reference: { some: 7 * dayMs, none: 7 * dayMs },
};

/** Whether a place need not be asked again. One that failed or never answered always may be. */
export function isFresh(
  { state, at, threads, facts }: PlaceAnswer,
  kind: SourceInfo["kind"],
  nowMs: number,
): boolean {
  const age = ages[kind][threads.length + facts.length > 0 ? "some" : "none"];
  return state === "answered" && nowMs - at < age;
}

/** A thread that is going on changes by the minute, an old one hardly ever. */
export function isThreadFresh({ publishedAt }: Thread, readAt: number, nowMs: number): boolean {
  const isGoingOn = publishedAt === undefined || nowMs - publishedAt < 3 * dayMs;
  return nowMs - readAt < (isGoingOn ? 10 * minuteMs : dayMs);
}
