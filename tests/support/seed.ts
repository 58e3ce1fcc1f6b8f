import type { SummaryRow, WeighedRow } from "../../lib/db/community-rows.ts";
import type { DailyBrandRow } from "../../lib/db/talk-rows.ts";
import { posteriorMean, prior, type WeightedVotes } from "../../lib/model/trust-score.ts";
import { weighedAsOf } from "../../lib/model/weighing.ts";
import { trustVersion } from "../../lib/trust/index.ts";

/** Enough of a summary row for a figure. Everything else is zero. */
export interface SeededSummary {
  readonly subjectKey: string;
  readonly count: number;
  /** Reviews with a rating, and their mean in stars. */
  readonly rated?: number;
  readonly stars?: number;
  readonly siteKey?: string;
}

/** A summary, and what signals are said to have made of its reviews, so that exactly these stars are shown. */
export interface SeededRows {
  readonly summary: SummaryRow;
  readonly weighed: WeighedRow;
}

export function seededRows(seeds: readonly SeededSummary[]): readonly SeededRows[] {
  return seeds.map(({ subjectKey, count, rated = count, stars = 3, ...seed }) => {
    const { host, pathname } = new URL(subjectKey);
    const siteKey = seed.siteKey ?? (pathname === "/" ? host : undefined);
    const summary: SummaryRow = {
      subjectKey,
      ...(siteKey && { siteKey }),
      count,
      stars: [0, 0, 0, 0, 0],
      rated,
      ratingSum: rated * (stars - 1) * 25,
      withText: 0,
      generated: 0,
      affiliated: 0,
      samples: 0,
      newestAt: 0,
      revision: 1,
    };
    const asOf = weighedAsOf(Date.now());
    const votes = votesFor(rated, stars);
    const revisions = { [subjectKey]: 1 };
    return { summary, weighed: { key: subjectKey, revisions, version: trustVersion, votes, asOf } };
  });
}

/** Votes of so many whose score is as given: ones and fives that make up for what is expected before anyone spoke. */
function votesFor(rated: number, score: number): WeightedVotes {
  if (rated === 0) return { stars: [0, 0, 0, 0, 0], squares: 0 };
  const mean = (score * (rated + prior.strength) - posteriorMean([0, 0, 0, 0, 0]) * prior.strength) / rated;
  const fives = (rated * (mean - 1)) / 4;
  return { stars: [rated - fives, 0, 0, 0, fives], squares: rated };
}

/**
 * Runs in an extension page: writes summaries straight into the community database, so that tests of what is
 * drawn need no server. The database is the one that the background made.
 */
export async function seedSummaries(rows: readonly SeededRows[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("community");
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error!));
  });
  const meta = (name: string): Promise<unknown> =>
    new Promise((resolve) => {
      const request = database.transaction("meta").objectStore("meta").get(name);
      request.addEventListener("success", () => resolve(request.result));
    });
  // The first start makes derived rows from the (no) tokens there are, and would take these away again.
  while (!(await meta("normVersion")) || (await meta("rebuild")))
    await new Promise((resolve) => setTimeout(resolve, 20));
  const transaction = database.transaction(["summaries", "weighed"], "readwrite");
  for (const { summary, weighed } of rows) {
    transaction.objectStore("summaries").put(summary);
    transaction.objectStore("weighed").put(weighed);
  }
  await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  database.close();
}

/** Enough of a draft for a post. */
export interface SeededDraft {
  readonly subject: string;
  readonly stars: number;
  readonly text: string;
}

/** Runs in an extension page: a draft as the composer saves it. @returns Its subject key. */
export async function seedDraft({ subject, stars, text }: SeededDraft): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("personal");
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error!));
  });
  const transaction = database.transaction("drafts", "readwrite");
  transaction.objectStore("drafts").put({
    subjectKey: subject,
    subject,
    title: "Northwind",
    stars,
    text,
    ownExperience: true,
    affiliated: false,
    nickname: "",
    updatedAt: Date.now(),
  });
  await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  database.close();
  return subject;
}

/**
 * Runs in an extension page: what a daily file tells of brands, straight into the community database, in place of
 * what it told before.
 */
export async function seedDaily(rows: readonly DailyBrandRow[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("community");
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error!));
  });
  const transaction = database.transaction("dailyBrands", "readwrite");
  for (const row of rows) transaction.objectStore("dailyBrands").put(row);
  await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  database.close();
}
