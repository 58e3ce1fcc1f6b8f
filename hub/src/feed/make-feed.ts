import { feedFormat, type FeedHead, type FeedSegment, wholeFeed } from "../../../lib/schema/feed.ts";
import type { HubState } from "../storage/feed-queries.ts";
import type { Storage } from "../storage/storage.ts";
import { tokensByBucket } from "./bucket-tokens.ts";
import { type Buckets, makeBuckets } from "./buckets.ts";
import { type MadeDaily, makeDaily } from "./daily.ts";
import { follow, type DailyHistory, type PublishedDaily } from "./delta.ts";
import type { Extras } from "./extras.ts";
import type { FileCache } from "./file-cache.ts";
import { sha256, type FeedFile } from "./segment.ts";
import { listSegments } from "./segments.ts";

/** Tokens, and bytes before compression. */
export interface CopiedUpTo {
  readonly count: number;
  readonly bytes: number;
}

/** What a feed is made from. */
interface Ingredients {
  readonly storage: Storage;
  readonly name: string;
  readonly key?: string;
  readonly extras: Extras;
  readonly history: DailyHistory;
  readonly hasTextBuckets?: boolean;
  readonly copiedUpTo?: CopiedUpTo;
  readonly dailyBytes?: number;
  /** Milliseconds. */
  readonly now: () => number;
}

/** What does not change with every new review: daily file, deltas, buckets. It may take seconds to make. */
export interface Daily {
  readonly entry: NonNullable<FeedHead["daily"]>;
  readonly steps: PublishedDaily["steps"];
  /** Daily file, deltas, index of the buckets. */
  readonly files: ReadonlyMap<string, FeedFile>;
  readonly buckets?: Buckets;
}

/** A feed as it stands at a moment. */
export interface MadeFeed {
  readonly sequence: number;
  readonly at: number;
  readonly head: FeedFile;
  readonly daily: Daily;
}

/** Licence that the network's terms put reviews under, where their metadata does not say otherwise. */
const license = "CC-BY-4.0";

/** Writes a head that names everything. */
export async function makeFeed(
  { storage, name, key, now }: Ingredients,
  { sequence }: HubState,
  cache: FileCache,
  daily: Daily,
): Promise<MadeFeed> {
  const segments = await listSegments(storage, sequence, cache);
  const head: FeedHead = {
    format: feedFormat,
    name,
    license,
    ...(key !== undefined && { key }),
    through: sequence,
    ...totalOf(segments),
    segments,
    daily: daily.entry,
    ...(daily.steps.length > 0 && { dailyDeltas: [...daily.steps] }),
    ...(daily.buckets && { buckets: entryOf(daily.buckets.index) }),
  };
  const body = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  return { sequence, at: now(), head: { path: "head.json", body }, daily };
}

/** Makes the files of a day. */
export async function makeFiles(from: Ingredients, { sequence }: HubState, cache: FileCache): Promise<Daily> {
  const { storage, extras, history, dailyBytes, now } = from;
  const daily = await makeDaily(storage, extras, now(), dailyBytes);
  const published = follow(await history.last(), daily);
  const segments = await listSegments(storage, sequence, cache);
  const buckets = await bucketsOf(from, daily, segments, sequence);
  history.keep(published);
  const files = [daily.file, ...published.files, ...(buckets ? [buckets.index] : [])];
  return {
    entry: { ...entryOf(daily.file), day: daily.content.day },
    steps: published.steps,
    files: new Map(files.map((file) => [file.path, file])),
    ...(buckets && { buckets }),
  };
}

/** There are none while all there is to say has room in the files for everybody. */
async function bucketsOf(
  { storage, hasTextBuckets, copiedUpTo = wholeFeed }: Ingredients,
  { rest }: MadeDaily,
  segments: readonly FeedSegment[],
  through: number,
): Promise<Buckets | undefined> {
  const { count, bytes } = totalOf(segments);
  const isTooLarge = count > copiedUpTo.count || bytes > copiedUpTo.bytes;
  const tokens = hasTextBuckets && isTooLarge ? await tokensByBucket(storage, through) : undefined;
  if (!tokens && Object.keys(rest).length === 0) return undefined;
  return makeBuckets({ brands: rest, ...(tokens && { tokens }) });
}

function entryOf({ path, body }: FeedFile): { path: string; bytes: number; sha256: string } {
  return { path, bytes: body.length, sha256: sha256(body) };
}

function totalOf(segments: readonly FeedSegment[]): { count: number; bytes: number } {
  return { count: sum(segments, ({ count }) => count), bytes: sum(segments, ({ bytes }) => bytes) };
}

function sum<T>(items: readonly T[], pick: (item: T) => number): number {
  return items.reduce((total, item) => total + pick(item), 0);
}
