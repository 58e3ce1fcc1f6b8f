import * as z from "zod";

/**
 * A feed: static files, the same for everyone, served by a hub or copied to any mirror.
 *
 * `head.json` names everything else by paths relative to itself. Each name but `head.json` carries a hash of
 * its content, so those files never change and may be cached for ever. To follow a feed: read the head; for
 * each segment whose `last` is above your cursor fetch it, compare its SHA-256, take the lines with `n` above
 * the cursor, set the cursor to `last`; then read the daily file if its hash is new. A 404 means that the head
 * you hold is old: read it again. Sequence numbers are plain integers in commit order and never used twice;
 * gaps are removed tokens.
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
  /** A token that is longer is never put into a feed. */
  tokenBytes: 16_384,
} as const;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().nonnegative();
/** Relative to `head.json`, one folder deep, so that a feed cannot point anywhere else. */
const FeedPath = z.string().regex(/^[a-z]{1,20}\/[0-9a-z-]{1,100}[.](?:jsonl|json)$/);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const HttpsUrl = z
  .string()
  .max(2000)
  .regex(/^https?:\/\//);

/** One file of signed tokens as the head lists it. The last one may still be growing under new names. */
export const FeedSegment = z.object({
  path: FeedPath,
  /** First and last sequence number that the file covers, both included. */
  first: z.int().positive(),
  last: z.int().positive(),
  /** Lines in the file: `last - first + 1` less what was removed. */
  count: Count,
  /** Length of the body before compression, and the SHA-256 of the same, in hex. */
  bytes: Count,
  sha256: Sha256,
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
  /** Highest sequence number in the segments; 0 in an empty feed. */
  through: Count,
  /** Tokens in all segments, and their bytes before compression, to decide whether to copy it whole. */
  count: Count,
  bytes: Count,
  /** Ascending and without overlap. */
  segments: z.array(FeedSegment).max(100_000),
  daily: z.object({ path: FeedPath, day: Day, bytes: Count, sha256: Sha256 }).optional(),
});
export type FeedHead = z.infer<typeof FeedHead>;

const FeedFact = z.object({
  /** Which record it is, in the source's words: `recall`, `owner`, `certificate` … */
  property: z.string().max(100),
  value: z.string().max(2000),
  sourceId: z.string().max(100),
  sourceUrl: HttpsUrl.optional(),
  /** Seconds. */
  at: Count.optional(),
});

const FeedTitle = z.object({
  title: z.string().max(500),
  url: HttpsUrl,
  sourceId: z.string().max(100),
  /** Seconds. */
  at: Count.optional(),
});

/** What the day's file says of one brand. */
const FeedBrand = z.object({
  facts: z.array(FeedFact).max(1000).optional(),
  /** Conversations elsewhere, by source id. */
  threads: z.record(z.string().max(100), Count).optional(),
  newestTitles: z.array(FeedTitle).max(100).optional(),
});

/** A key that has proven that it speaks for a brand. */
const FeedOfficialKey = z.object({
  /** Brand id: its primary domain. */
  brand: z.string().max(300),
  /** 32 hex digits: first 16 bytes of SHA-256 of the key's SPKI. */
  author: z.string().regex(/^[0-9a-f]{32}$/),
  /** Where the proof can be read. */
  proofUrl: HttpsUrl.optional(),
});

/** A token that the operator no longer passes on. Readers drop it and refuse it from this feed. */
const FeedRemoval = z.object({
  /** The token's `ReviewId`: 32 hex digits, first 16 bytes of SHA-256 of its signed bytes. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** Signature as it travelled. */
  signature: z.string().max(200),
  reason: z.string().max(500),
  day: Day,
});

/** The daily file. Every part is optional: a feed says what it knows. */
export const FeedDaily = z.object({
  format: z.literal(feedFormat),
  day: Day,
  /** By brand id. */
  brands: z.record(z.string().max(300), FeedBrand).optional(),
  officialKeys: z.array(FeedOfficialKey).max(100_000).optional(),
  /** All removals ever made, oldest first: a reader needs only the newest daily file. */
  removals: z.array(FeedRemoval).max(1_000_000).optional(),
  /**
   * Social platforms that readers should not read for now, by the ids of `lib/sites`: their pages have changed so
   * that reading them goes wrong. Unknown ids mean nothing.
   */
  sitesOff: z.array(z.string().max(40)).max(200).optional(),
});
export type FeedDaily = z.infer<typeof FeedDaily>;

/** What an operator's own job may add to the daily file: everything but what the hub knows itself. */
export const FeedDailyExtras = FeedDaily.pick({ brands: true, officialKeys: true, sitesOff: true });
export type FeedDailyExtras = z.infer<typeof FeedDailyExtras>;
