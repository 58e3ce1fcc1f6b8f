import { type FeedAccess, readBucket, type ReadBucket, readHead } from "../feeds/index.ts";
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

const nothing: ReadBucket = { brands: new Map(), tokens: [] };
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
  const found = await lookUp({ net: context.net, feed, cause: "person" }, brandId);
  if (!found.ok) return found;
  const { bucket, day } = found.value;
  const statements = bucket.tokens.length > 0 && (await countHeld(context, feed, bucket.tokens));
  const readAt = context.now();
  const row = dailyRow(feed, day ?? dayOf(readAt), brandId, bucket.brands.get(brandId) ?? {});
  // Last: it says that all of it is here.
  await context.storage.saveBucketBrand({ ...row, readAt, ...(statements !== false && { statements }) });
  return ok(undefined);
}

interface Found {
  readonly bucket: ReadBucket;
  readonly day: string | undefined;
}

/** The bucket as the feed has it now: an empty one where it has none any more. */
async function lookUp(access: FeedAccess, brandId: string): Promise<Result<Found>> {
  // From the start, and without a validator: the whole of the newest head is wanted.
  const read = await readHead(access, 0);
  if (!read.ok) return read;
  const { buckets, daily } = read.value?.head ?? {};
  const bucket = buckets ? await readBucket(access, buckets, brandId) : ok(nothing);
  return bucket.ok ? ok({ bucket: bucket.value, day: daily?.day }) : bucket;
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
