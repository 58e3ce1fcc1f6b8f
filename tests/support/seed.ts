import type { DailyBrandRow } from "../../lib/db/talk-rows.ts";

/** Enough of a summary row for a figure. Everything else is zero. */
export interface SeededSummary {
  readonly subjectKey: string;
  readonly count: number;
  /** Reviews with a rating, and their mean in stars. */
  readonly rated?: number;
  readonly stars?: number;
  readonly siteKey?: string;
}

/**
 * Runs in an extension page: writes summary rows straight into the community database, so that tests of what is
 * drawn need no server. The database is the one that the background made.
 */
export async function seedSummaries(seeds: readonly SeededSummary[]): Promise<void> {
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
  const transaction = database.transaction("summaries", "readwrite");
  for (const { subjectKey, count, rated = count, stars = 3, siteKey } of seeds)
    transaction.objectStore("summaries").put({
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
    });
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
