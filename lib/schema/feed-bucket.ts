import * as z from "zod";
import { FeedBrand } from "./feed-daily.ts";
import { feedFormat, feedLimits, Sha256 } from "./feed.ts";

/**
 * Buckets: what no file for everybody has room for, in 256 files by the first two hex digits of a SHA-256. Fetched
 * when a person presses a button and at no other time. All exist, all have one size, and each holds many brands: who
 * sees the request learns one of 256 groups. See docs/scaling.md for what that is worth.
 */

export const bucketCount = 256;
/** Two lower-case hex digits. */
const BucketName = z.string().regex(/^[0-9a-f]{2}$/);

/** Which buckets there are. The same for everybody, so reading it says only that somebody pressed. */
export const FeedBucketIndex = z.object({
  format: z.literal(feedFormat),
  /** Length of each bucket's body. */
  bytes: z.int().positive().max(feedLimits.bucketBytes),
  /** SHA-256 of each, `00` first. */
  sha256: z.array(Sha256).length(bucketCount),
});
export type FeedBucketIndex = z.infer<typeof FeedBucketIndex>;

/**
 * A bucket as it travels. Its content is compressed before it is filled up, so that the filling cannot be compressed
 * away: on the wire all have about one size, whatever compression a mirror adds.
 */
export const FeedBucketFile = z.object({
  format: z.literal(feedFormat),
  bucket: BucketName,
  /** A `FeedBucket` as JSON, gzip, base64. */
  data: z.string(),
  /** Characters without meaning. */
  pad: z.string(),
});

/** What is in a bucket. */
export const FeedBucket = z.object({
  /** Brands of which the daily file has less than is known, with all that is known, by id. */
  brands: z.record(z.string().max(300), FeedBrand).optional(),
  /** Signed tokens about sites of this bucket, where the feed is too large to be copied whole: the newest ones. */
  tokens: z.array(z.string().max(feedLimits.tokenBytes)).optional(),
});
export type FeedBucket = z.infer<typeof FeedBucket>;
