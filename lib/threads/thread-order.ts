import type { Thread } from "../model/conversation.ts";

/** The same in every browser and language: what comes first must not hang on who looks. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What bears no date counts as the youngest. */
const latest = Number.MAX_SAFE_INTEGER;

/** The most discussed first; of equals the older, which the others repeat. */
export function byDiscussion(a: Thread, b: Thread): number {
  return (
    (b.replies ?? 0) - (a.replies ?? 0) ||
    (b.score ?? 0) - (a.score ?? 0) ||
    (a.publishedAt ?? latest) - (b.publishedAt ?? latest) ||
    compareText(a.key, b.key) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}
