import * as z from "zod";
import { Count, Day, feedFormat, feedLimits } from "./feed.ts";

/** The daily file of a feed: what official records and conversations elsewhere say of each brand, and removals. */

const HttpsUrl = z
  .string()
  .max(2000)
  .regex(/^https?:\/\//);
const SourceId = z.string().max(100);

/** Lists in an entry are at most so long; a hub that has more leaves out what is older. */
export const feedBrandLimits = { facts: 20, titles: 10, products: 5 } as const;

export const FeedFact = z.object({
  /** Which record it is: `recall`, `complaint`, `owner`, `identifier`, `article` … Readers pass over what they do not know. */
  property: z.string().max(100),
  /** Its title, never a text of somebody's own. */
  value: z.string().max(2000),
  sourceId: SourceId,
  sourceUrl: HttpsUrl.optional(),
  /** Its id there, so that the same record is one wherever it comes from. */
  id: z.string().max(300).optional(),
  /** Seconds. */
  at: Count.optional(),
  /** Of recalls: `serious`, `moderate`, `slight`. */
  severity: z.string().max(20).optional(),
  /** Names of the products concerned, as the record writes them. */
  products: z.array(z.string().max(500)).max(100).optional(),
  /** A number that belongs to it: complaints in the year before `at`, units recalled. */
  count: Count.optional(),
});
export type FeedFact = z.infer<typeof FeedFact>;

export const FeedTitle = z.object({
  title: z.string().max(500),
  url: HttpsUrl,
  sourceId: SourceId,
  /** Seconds. */
  at: Count.optional(),
});
export type FeedTitle = z.infer<typeof FeedTitle>;

/** What the day's file says of one brand. */
export const FeedBrand = z.object({
  facts: z.array(FeedFact).max(1000).optional(),
  /** Conversations elsewhere, by source id. */
  threads: z.record(SourceId, Count).optional(),
  newestTitles: z.array(FeedTitle).max(100).optional(),
});
export type FeedBrand = z.infer<typeof FeedBrand>;

/** Whom a source's entries come from, so that licences stay apart and labelled. */
const FeedSource = z.object({
  name: z.string().max(200),
  /** SPDX identifier where there is one; else who holds the rights. */
  licence: z.string().max(200),
  attribution: z.string().max(300),
});

/** A key that has proven that it speaks for a brand. */
export const FeedOfficialKey = z.object({
  /** Brand id: its primary domain. */
  brand: z.string().max(300),
  /** 32 hex digits: first 16 bytes of SHA-256 of the key's SPKI. */
  author: z.string().regex(/^[0-9a-f]{32}$/),
  /** Where the proof can be read. */
  proofUrl: HttpsUrl.optional(),
});

export type FeedOfficialKey = z.infer<typeof FeedOfficialKey>;

/** A token that the operator no longer passes on. Readers drop it and refuse it from this feed. */
const FeedRemoval = z.object({
  /** The token's `ReviewId`: 32 hex digits, first 16 bytes of SHA-256 of its signed bytes. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** Signature as it travelled. */
  signature: z.string().max(200),
  /** For readers of before there were codes. */
  reason: z.string().max(500),
  /** A `RemovalCode`; missing in what was taken out before there were any. */
  code: z.string().max(40).optional(),
  day: Day,
  /** The signed record of it, `RemovalRecord`. */
  record: z.string().max(4000).optional(),
});
export type FeedRemoval = z.infer<typeof FeedRemoval>;

/** A token that was taken out and is passed on again. It comes with it, for readers have passed over it. */
const FeedRestoration = z.object({
  id: FeedRemoval.shape.id,
  day: Day,
  jwt: z.string().max(feedLimits.tokenBytes),
  record: z.string().max(4000).optional(),
});
export type FeedRestoration = z.infer<typeof FeedRestoration>;

/** The daily file. Every part is optional: a feed says what it knows. */
export const FeedDaily = z.object({
  format: z.literal(feedFormat),
  day: Day,
  /** By brand id. */
  brands: z.record(z.string().max(300), FeedBrand).optional(),
  /** By the source ids that entries name. */
  sources: z.record(SourceId, FeedSource).optional(),
  officialKeys: z.array(FeedOfficialKey).max(100_000).optional(),
  /** All removals ever made, oldest first: a reader needs only the newest daily file. */
  removals: z.array(FeedRemoval).max(1_000_000).optional(),
  /** All that was put back and stands, oldest first. */
  restored: z.array(FeedRestoration).max(100_000).optional(),
  /**
   * Social platforms that readers should not read for now, by the ids of `lib/sites`: their pages have changed so
   * that reading them goes wrong. Unknown ids mean nothing.
   */
  sitesOff: z.array(z.string().max(40)).max(200).optional(),
});
export type FeedDaily = z.infer<typeof FeedDaily>;

/** What an operator's own job may add to the daily file: everything but what the hub knows itself. */
export const FeedDailyExtras = FeedDaily.pick({
  brands: true,
  sources: true,
  officialKeys: true,
  sitesOff: true,
});
export type FeedDailyExtras = z.infer<typeof FeedDailyExtras>;

/**
 * What has changed from one daily file to the next: brands that are new or changed, each with its whole entry, and new
 * removals. Of the other parts, one that is missing is as it was.
 */
export const FeedDailyDelta = FeedDaily.extend({
  /** Ids of brands that the file no longer has. */
  gone: z.array(z.string().max(300)).max(1_000_000).optional(),
});
export type FeedDailyDelta = z.infer<typeof FeedDailyDelta>;
