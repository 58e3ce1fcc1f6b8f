import { readOwnReviews } from "../../lib/detect/own-reviews/read-own-reviews.ts";
import type { OwnReviews } from "../../lib/model/own-reviews.ts";
import { RawOwnReviewsSchema } from "../../lib/schema/raw-own-reviews.ts";
import { readDayAt } from "../../lib/app/read-day.ts";
import type { LabelledPage } from "../eval-pages/labelled-pages.ts";
import type { RealDom } from "../eval-pages/real-dom.ts";

export interface LookedAt {
  readonly page: LabelledPage;
  readonly read: OwnReviews;
  /** How many were found by which markup, before doubles went. */
  readonly markups: Readonly<Record<string, number>>;
  /** Thread time in the page; and of everything else, here. */
  readonly pageMs: number;
  readonly readMs: number;
}

/** Opens a saved page, runs what would be injected there, and understands it as the background does. */
export async function lookAtPage(page: LabelledPage, dom: RealDom, now: number): Promise<LookedAt> {
  return dom.visit(page.url, page.file, async (open) => {
    const sent = await open.run("own-reviews.js");
    const raw = RawOwnReviewsSchema.parse(sent.result);
    const start = performance.now();
    const read = readOwnReviews([raw], readDayAt(now));
    const readMs = performance.now() - start;
    const markups: Record<string, number> = {};
    for (const { markup } of raw.reviews) markups[markup] = (markups[markup] ?? 0) + 1;
    return { page, read, markups, pageMs: sent.cpuMs, readMs };
  });
}
