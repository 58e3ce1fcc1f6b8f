import type { DailyBrandRow } from "../../lib/db/talk-rows.ts";
import type { Fact } from "../../lib/model/fact.ts";

const dayMs = 86_400_000;

/** A recall as an official record tells of it. */
export function recall(key: string, daysAgo: number, changes: Partial<Fact> = {}): Fact {
  return {
    key: `cpsc:${key}`,
    source: "cpsc",
    kind: "recall",
    title: `Northwind recalls ${key}`,
    url: `https://recalls.example/${key}`,
    at: Date.now() - daysAgo * dayMs,
    ...changes,
  };
}

/** What a daily file tells of the brand that most tests look at. */
export function daily(facts: readonly Fact[], changes: Partial<DailyBrandRow> = {}): DailyBrandRow {
  return {
    feed: "https://feed.example",
    brandId: "northwind.example",
    day: "2026-05-20",
    facts,
    threads: {},
    titles: [],
    ...changes,
  };
}
