import * as z from "zod";

/**
 * A feed: static files, the same for everyone, served by a hub or copied to any mirror.
 *
 * `head.json` names everything else by paths relative to itself. Each name but `head.json` carries a hash of
 * its content, so those files never change and may be cached for ever. To follow a feed: read the head; for
 * each segment whose `last` is above your cursor fetch it, compare its SHA-256, take the lines with `n` above
 * the cursor, set the cursor to `last`; then, if the hash of the daily file is new, follow the deltas from the one
 * you hold, or read it whole where they do not lead there. A 404 means that the head you hold is old: read it again.
 * Sequence numbers are plain integers in commit order and never used twice; gaps are removed tokens. What the other
 * files hold is in `feed-daily.ts` and `feed-bucket.ts`.
 */

/** The only format so far. A reader refuses a head with another number. */
export const feedFormat = 1;

/** Sequence numbers per full segment: segment k holds 1000 k + 1 … 1000 (k + 1). */
export const feedSegmentSize = 1000;

/** Upper limits that a reader may rely on and should enforce, in bytes before compression. */
export const feedLimits = {
  headBytes: 16_000_000,
  segmentBytes: 16_000_000,
  dailyBytes: 16_000_000,
  /** All buckets have one size, which is at most this. */
  bucketBytes: 4_000_000,
  bucketIndexBytes: 100_000,
  /** What a bucket holds, unfolded. */
  bucketContentBytes: 40_000_000,
  /** A token that is longer is never put into a feed. */
  tokenBytes: 16_384,
} as const;

/** Beyond this a feed is not copied whole (tokens, and bytes before compression): its texts move to buckets. */
export const wholeFeed = { count: 100_000, bytes: 50_000_000 } as const;

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const Count = z.int().nonnegative();
/** Relative to `head.json`, one folder deep, so that a feed cannot point anywhere else. */
const FeedPath = z.string().regex(/^[a-z]{1,20}\/[0-9a-z-]{1,100}[.](?:jsonl|json)$/);
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A file with the length of its body before compression, and the SHA-256 of the same, in hex. */
const FeedFile = z.object({ path: FeedPath, bytes: Count, sha256: Sha256 });

/** Leads from one daily file to the one that came next. */
export const FeedDeltaEntry = FeedFile.extend({
  /** SHA-256 of the daily file it starts from, and of the one it ends at. */
  from: Sha256,
  to: Sha256,
});
export type FeedDeltaEntry = z.infer<typeof FeedDeltaEntry>;

/** One file of signed tokens as the head lists it. The last one may still be growing under new names. */
export const FeedSegment = FeedFile.extend({
  /** First and last sequence number that the file covers, both included. */
  first: z.int().positive(),
  last: z.int().positive(),
  /** Lines in the file: `last - first + 1` less what was removed. */
  count: Count,
});
export type FeedSegment = z.infer<typeof FeedSegment>;

/** One line of a segment (newline-delimited JSON): a signed token and its place in commit order. */
export const FeedLine = z.object({
  n: z.int().positive(),
  jwt: z.string().max(feedLimits.tokenBytes),
});
export type FeedLine = z.infer<typeof FeedLine>;

/** `head.json`. */
export const FeedHead = z.object({
  format: z.literal(feedFormat),
  name: z.string().max(200).optional(),
  /** Licence of the reviews, as an SPDX identifier. */
  license: z.string().max(100).optional(),
  /** Key that signs removals (SPKI PEM on one line): a record by any other is not heeded. */
  key: z.string().max(500).optional(),
  /** Highest sequence number in the segments; 0 in an empty feed. */
  through: Count,
  /** Tokens in all segments, and their bytes before compression, to decide whether to copy it whole. */
  count: Count,
  bytes: Count,
  /** Ascending and without overlap. */
  segments: z.array(FeedSegment).max(100_000),
  daily: FeedFile.extend({ day: Day }).optional(),
  /** From earlier daily files to this one, a step each, oldest first. */
  dailyDeltas: z.array(FeedDeltaEntry).max(100).optional(),
  /** Where the rest is that no file for everybody has room for: the index of the buckets, `FeedBucketIndex`. */
  buckets: FeedFile.optional(),
});
export type FeedHead = z.infer<typeof FeedHead>;
