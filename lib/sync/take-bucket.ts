import { type FeedAccess, readBucket, readHead } from "../feeds/index.ts";
import { dayOf } from "../model/day.ts";
import { ok, type Result } from "../model/result.ts";
import type { Net } from "../net/index.ts";
import { dailyRow } from "./daily-rows.ts";
import type { SyncStorage } from "./storage.ts";
import { type TakeContext, takeTokens } from "./take-tokens.ts";

export interface BucketContext extends TakeContext {
  readonly storage: Pick<SyncStorage, "saveBucketBrand" | "storeReviews">;
  readonly net: Net;
}

const noneBefore = { newest: 0, rejected: {}, rejectedMarks: [] } as const;

/**
 * Reads the bucket of a brand, because a person asked: the newest head, the index, and that one file. Of what the
 * daily file has no room for, the brand's own entry is kept, and nothing of the others: they are many, and a row would
 * be here that nobody asked for. Statements are all kept: they are public and signed, and which of the bucket's sites
 * was meant then shows neither on the disk nor in what is drawn on a page. The feed's cursor stays where it is.
 *
 * May be repeated from the start after a death at any line.
 */
export async function takeBucket(
  context: BucketContext,
  feed: string,
  brandId: string,
): Promise<Result<void>> {
  const access: FeedAccess = { net: context.net, feed, cause: "person" };
  // From the start, and without a validator: the bucket must be one that the feed has now.
  const read = await readHead(access, 0);
  if (!read.ok) return read;
  const head = read.value?.head;
  const bucket = head?.buckets && (await readBucket(access, head.buckets, brandId));
  if (bucket && !bucket.ok) return bucket;
  const { brands, tokens = [] } = bucket?.value ?? {};
  const statements = await countHeld(context, feed, tokens);
  const readAt = context.now();
  const day = head?.daily?.day ?? dayOf(readAt);
  const row = dailyRow(feed, day, brandId, brands?.get(brandId) ?? {});
  // Last: it says that all of it is here.
  await context.storage.saveBucketBrand({ ...row, readAt, ...(tokens.length > 0 && { statements }) });
  return ok(undefined);
}

async function countHeld(context: BucketContext, feed: string, tokens: readonly string[]): Promise<number> {
  const { rejected } = await takeTokens(
    context,
    feed,
    tokens.map((jwt) => ({ jwt })),
    noneBefore,
  );
  return tokens.length - Object.values(rejected).reduce((sum, count) => sum + count, 0);
}
