import type { DailyBrandRow, DailyTitle } from "../../lib/db/talk-rows.ts";

/** Conversations by source, most first. Feeds count the same ones: of several figures the highest holds. */
export function threadCounts(rows: readonly DailyBrandRow[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const [source, count] of rows.flatMap(({ threads }) => Object.entries(threads)))
    counts.set(source, Math.max(count, counts.get(source) ?? 0));
  return [...counts].filter(([, count]) => count > 0).toSorted(([, a], [, b]) => b - a);
}

/** The newest titles of all feeds, each once. */
export function newestTitles(rows: readonly DailyBrandRow[], most: number): readonly DailyTitle[] {
  const byUrl = new Map(rows.flatMap(({ titles }) => titles).map((title) => [title.url, title]));
  return [...byUrl.values()].toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0)).slice(0, most);
}
