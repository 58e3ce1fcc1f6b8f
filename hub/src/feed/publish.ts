import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { FeedDaily } from "../../../lib/schema/feed-daily.ts";
import { FeedHead } from "../../../lib/schema/feed.ts";
import { FeedBucketIndex } from "../../../lib/schema/feed-bucket.ts";
import { bucketPaths } from "./buckets.ts";
import type { Feed } from "./feed.ts";
import type { FeedFile } from "./segment.ts";
import { writeWhole } from "../write-whole.ts";

const compress = promisify(gzip);

export interface PublishOptions {
  readonly feed: Feed;
  /** The feed's folder: `head.json` is written into it. */
  readonly out: string;
  /** Also write `.gz` beside each file, for servers that send those. */
  readonly gzip?: boolean;
  /** How long files stay that the head no longer names, in hours, for readers that hold an older head. */
  readonly keepHours?: number;
  /** Milliseconds. */
  readonly now: () => number;
}

export interface Published {
  readonly written: number;
  readonly kept: number;
  readonly deleted: number;
  readonly through: number;
}

/**
 * Writes the feed as static files. Only what is new is written; the head comes last and all at once, so that
 * whoever reads meanwhile sees one feed or the other. When something was removed since the last time, files
 * that still hold it go at once.
 */
export async function publish(options: PublishOptions): Promise<Published> {
  const { feed, out } = options;
  const headFile = await feed.head();
  const head = FeedHead.parse(JSON.parse(new TextDecoder().decode(headFile.body)));
  const paths = await pathsOf(feed, head);
  if (!paths) return publish(options);
  const removalsBefore = await publishedRemovals(out);
  let written = 0;
  for (const path of paths) {
    if (await exists(join(out, path))) continue;
    const file = await feed.file(path);
    // Grown or rewritten since the head was made: begin again with the head of now.
    if (!file) return publish(options);
    await write(out, file, options.gzip === true);
    written += 1;
  }
  await write(out, headFile, options.gzip === true);
  const hasNewRemovals = [...(await publishedRemovals(out))].some((id) => !removalsBefore.has(id));
  const keepMs = hasNewRemovals ? 0 : (options.keepHours ?? 48) * 3_600_000;
  const deleted = await deleteOthers(out, new Set(paths), options.now() - keepMs);
  return { written, kept: paths.length - written, deleted, through: head.through };
}

/** All files but the head; `undefined` where the head is no longer the newest. */
async function pathsOf(feed: Feed, head: FeedHead): Promise<readonly string[] | undefined> {
  const { segments, daily, dailyDeltas = [], buckets } = head;
  const named = [...segments, ...(daily ? [daily] : []), ...dailyDeltas].map(({ path }) => path);
  if (!buckets) return named;
  const index = await feed.file(buckets.path);
  if (!index) return undefined;
  const { body } = index;
  return [
    ...named,
    ...bucketPaths(FeedBucketIndex.parse(JSON.parse(new TextDecoder().decode(body)))),
    buckets.path,
  ];
}

async function write(out: string, { path, body }: FeedFile, withGzip: boolean): Promise<void> {
  await writeInFolder(join(out, path), body);
  if (withGzip) await writeInFolder(join(out, `${path}.gz`), await compress(body));
}

async function writeInFolder(path: string, body: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(path, body);
}

/** Ids of the removals in the daily file that the published head names; none where nothing was published yet. */
async function publishedRemovals(out: string): Promise<ReadonlySet<string>> {
  try {
    const head = FeedHead.parse(JSON.parse(await readFile(join(out, "head.json"), "utf8")));
    const daily = FeedDaily.parse(JSON.parse(await readFile(join(out, head.daily?.path ?? ""), "utf8")));
    return new Set(daily.removals?.map(({ id }) => id));
  } catch {
    // Nothing published yet, or not by us: there is nothing to compare with.
    return new Set();
  }
}

/** Only in the folders that are ours, and only names that we give. */
async function deleteOthers(out: string, named: ReadonlySet<string>, olderThan: number): Promise<number> {
  let deleted = 0;
  for (const folder of ["segments", "daily", "deltas", "buckets"]) {
    const names = await readdir(join(out, folder)).catch(() => []);
    for (const name of names) {
      const [, plain] = /^([0-9a-z-]+-[0-9a-f]{16}[.]jsonl?)(?:[.]gz)?(?:[.]part)?$/.exec(name) ?? [];
      if (plain === undefined || (named.has(`${folder}/${plain}`) && !name.endsWith(".part"))) continue;
      const path = join(out, folder, name);
      if ((await stat(path)).mtimeMs > olderThan) continue;
      await rm(path);
      deleted += 1;
    }
  }
  return deleted;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
