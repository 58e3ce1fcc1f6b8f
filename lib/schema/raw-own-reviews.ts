import { z } from "zod";
import type { RawOwnReviews } from "../model/own-reviews.ts";

/** The bounds that `lib/detect/own-reviews/collect-own-reviews.ts` keeps, checked again. Lengths are UTF-16 units. */
const most = {
  url: 4096,
  reviews: 500,
  claims: 8,
  rows: 12,
  figure: 60,
  scripts: 20,
  script: 256_000,
  allScripts: 512_000,
} as const;

const text = (length: number): z.ZodString => z.string().max(length);
const figure = text(most.figure);

const RawOwnReviewSchema = z.object({
  markup: text(40),
  id: text(100).optional(),
  title: text(200).optional(),
  text: text(1500).optional(),
  author: text(80).optional(),
  date: text(100).optional(),
  stars: text(100).optional(),
  best: text(20).optional(),
  isVerified: z.boolean().optional(),
  isGift: z.boolean().optional(),
});

const RawOwnClaimSchema = z.object({
  value: figure,
  best: figure.optional(),
  count: figure.optional(),
  spread: z
    .array(z.tuple([figure, figure]))
    .max(most.rows)
    .optional(),
});

/** What is read of one frame. */
export const RawOwnReviewsSchema: z.ZodType<RawOwnReviews> = z.object({
  url: text(most.url),
  reviews: z.array(RawOwnReviewSchema).max(most.reviews),
  claims: z.array(RawOwnClaimSchema).max(most.claims),
  jsonLd: z
    .array(text(most.script))
    .max(most.scripts)
    .refine(
      (scripts) => scripts.reduce((sum, { length }) => sum + length, 0) <= most.allScripts,
      "too much text",
    ),
  isCut: z.boolean(),
  hasFrames: z.boolean(),
});
