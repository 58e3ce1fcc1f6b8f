import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { z } from "zod";
import { readDayAt } from "../../lib/app/read-day.ts";
import { collectOwnReviews } from "../../lib/detect/own-reviews/collect-own-reviews.ts";
import { readOwnReviews } from "../../lib/detect/own-reviews/read-own-reviews.ts";
import type { OwnReview, OwnReviews } from "../../lib/model/own-reviews.ts";
import { RawOwnReviewsSchema } from "../../lib/schema/raw-own-reviews.ts";

const ownReviewsFolder = join(import.meta.dirname, "../fixtures/own-reviews");
const dayMs = 86_400_000;
const now = Date.UTC(2026, 10, 20);

/** A page that shows reviews, written by us after the real thing, and what must be read in it. */
export interface OwnReviewsFixture {
  readonly name: string;
  readonly html: string;
  readonly url: string;
  readonly expected: Pick<OwnReviews, "reviews" | "claimed" | "spread">;
}

/** `day` is an ISO date. What is left out is not on the page. */
const Expected = z.strictObject({
  url: z.url(),
  reviews: z.array(
    z.strictObject({
      text: z.string().optional(),
      author: z.string().optional(),
      stars: z.number().optional(),
      day: z.iso.date().optional(),
      isVerified: z.boolean(),
      isGift: z.boolean().default(false),
    }),
  ),
  claimed: z.strictObject({ value: z.number(), best: z.number(), count: z.number() }).optional(),
  spread: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]).optional(),
});

export function ownReviewsFixtures(): readonly OwnReviewsFixture[] {
  return readdirSync(ownReviewsFolder)
    .filter((file) => file.endsWith(".html"))
    .toSorted()
    .map((file) => readFixture(file.slice(0, -".html".length)));
}

function readFixture(name: string): OwnReviewsFixture {
  const read = (kind: string): string => readFileSync(join(ownReviewsFolder, `${name}.${kind}`), "utf8");
  const { url, reviews, ...claim } = Expected.parse(JSON.parse(read("json")));
  const days = reviews.map(({ day, ...rest }): OwnReview =>
    Object.assign(rest, day && { day: Date.parse(day) / dayMs }),
  );
  return { name, html: read("html"), url, expected: { reviews: days, ...claim } };
}

export function documentOf(html: string): Document {
  return parseHTML(html).document;
}

/** Collects, checks at the border and understands, as the extension does. */
export function readPage(document: Document, url: string, isTop = true): OwnReviews {
  const raw = collectOwnReviews(document, new URL(url) as unknown as Location, isTop);
  return readOwnReviews([RawOwnReviewsSchema.parse(raw)], readDayAt(now));
}
