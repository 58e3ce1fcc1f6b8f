import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { makeBuckets, bucketNameOf, bucketPaths } from "../../hub/src/feed/buckets.ts";
import { type MadeDaily, makeDaily } from "../../hub/src/feed/daily.ts";
import { deltaBetween } from "../../hub/src/feed/delta.ts";
import type { Storage } from "../../hub/src/storage/storage.ts";
import { type FeedAccess, readBucket, readDaily, readDailyDelta } from "../../lib/feeds/index.ts";
import { ok, problem } from "../../lib/model/result.ts";
import { sha256Hex } from "../../lib/net/index.ts";
import type { FeedBucketIndex } from "../../lib/schema/feed-bucket.ts";
import type { FeedDailyExtras } from "../../lib/schema/feed-daily.ts";
import { dailyRows } from "../../lib/sync/daily-rows.ts";
import { dailyWorld, dayLater } from "./daily-world.ts";

/*
 * What the daily file, its differences and the buckets weigh, and what making and reading them costs, for worlds of
 * brands as tests/bench/daily-world.ts assumes them. The baseline of the difference is the whole file; of reading, a
 * bare `JSON.parse` of the same bytes. Prints figures; asserts nothing. `SCALES=10000,30000,100000` for others.
 */

const scales = (process.env["SCALES"] ?? "10000,30000").split(",").map(Number);
const nowMs = Date.UTC(2026, 10, 27);
const dayMs = 86_400_000;
const encoder = new TextEncoder();
const storage = { removals: async () => [] } as unknown as Storage;

const rows = new Map<string, string[]>();

function note(name: string, value: string): void {
  rows.set(name, [...(rows.get(name) ?? []), value]);
}
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)} kB`;

async function timed<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const value = await work();
  note(name, `${(performance.now() - startedAt).toFixed(0)} ms`);
  return value;
}

function weigh(name: string, body: Uint8Array): void {
  note(`${name}, as it is`, kilobytes(body.length));
  note(`${name}, gzip`, kilobytes(gzipSync(body).length));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  note(`${name}, brotli 5`, kilobytes(brotliCompressSync(body, quality).length));
}

const made = (extras: FeedDailyExtras, atMs: number): Promise<MadeDaily> =>
  makeDaily(storage, { version: async () => 0, read: async () => extras }, atMs);

/** A way out that leads to these files. */
function accessTo(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): FeedAccess {
  return {
    feed: "https://cdn.example/feed",
    cause: "person",
    net: {
      async request({ url }) {
        const bytes = files.get(new URL(url).pathname.replace("/feed/", ""));
        if (!bytes) return problem("refused", { reason: "http-404" });
        return ok({ status: 200, bytes, text: () => new TextDecoder().decode(bytes), notModified: false });
      },
    },
  };
}

async function measure(count: number): Promise<void> {
  note("brands that were asked about", String(count));
  const before = dailyWorld(count, nowMs / 1000);
  const after = dayLater(before, nowMs / 1000);
  note("brands of which something is said", String(Object.keys(before.brands ?? {}).length));
  const today = await timed("make the daily file", () => made(before, nowMs));
  const tomorrow = await made(after, nowMs + dayMs);
  weigh("daily file", today.file.body);
  note("brands in it", String(Object.keys(today.content.brands ?? {}).length));
  const delta = await timed("make the difference", () =>
    encoder.encode(JSON.stringify(deltaBetween(today.content, tomorrow.content))),
  );
  weigh("a day's difference", delta);
  note("share of the whole file", `${((100 * delta.length) / tomorrow.file.body.length).toFixed(1)} %`);
  await read(today.file.body, delta);
  await weighBuckets(count, today);
}

async function entryOf(path: string, body: Uint8Array<ArrayBuffer>) {
  return { path, bytes: body.length, sha256: await sha256Hex(body) };
}

async function read(daily: Uint8Array<ArrayBuffer>, delta: Uint8Array<ArrayBuffer>): Promise<void> {
  const access = accessTo(
    new Map([
      ["daily/d.json", daily],
      ["deltas/d.json", delta],
    ]),
  );
  const whole = { ...(await entryOf("daily/d.json", daily)), day: "2026-11-27" };
  const step = { ...(await entryOf("deltas/d.json", delta)), from: whole.sha256, to: whole.sha256 };
  await timed("baseline: JSON.parse of it", () => void JSON.parse(new TextDecoder().decode(daily)));
  const result = await timed("read it: hash, schema", () => readDaily(access, whole));
  await timed("rows of it", () => result.ok && dailyRows(access.feed, whole.day, result.value.brands).length);
  await timed("read the difference", () => readDailyDelta(access, step));
}

async function weighBuckets(count: number, daily: MadeDaily): Promise<void> {
  note("brands with more than it says", String(Object.keys(daily.rest).length));
  const buckets = await timed("make 256 buckets", () => makeBuckets({ brands: daily.rest }));
  const index = JSON.parse(new TextDecoder().decode(buckets.index.body)) as FeedBucketIndex;
  const files = new Map(
    bucketPaths(index).map((path) => [path, buckets.file(path)?.body ?? new Uint8Array()]),
  );
  const sent = [...files.values()].map((body) => gzipSync(body).length);
  note("a bucket, as it is", kilobytes(index.bytes));
  note("a bucket, gzip, smallest", kilobytes(Math.min(...sent)));
  note("a bucket, gzip, largest", kilobytes(Math.max(...sent)));
  note("index of the buckets, gzip", kilobytes(gzipSync(buckets.index.body).length));
  const held = new Map<string, number>();
  for (let i = 0; i < count; i += 1) {
    const name = bucketNameOf(`brand${i}.com`);
    held.set(name, (held.get(name) ?? 0) + 1);
  }
  note("brands of the directory a bucket, fewest", String(Math.min(...held.values())));
  note("brands of the directory a bucket, most", String(Math.max(...held.values())));
  files.set(buckets.index.path, buckets.index.body);
  const { path, body } = buckets.index;
  const entry = await entryOf(path, body);
  const key = Object.keys(daily.rest)[0] ?? "none.com";
  await timed("read a bucket", () => readBucket(accessTo(files), entry, key));
}

for (const count of scales) await measure(count);
for (const [name, values] of rows)
  console.log(`${name.padEnd(44)}${values.map((value) => value.padStart(14)).join("")}`);
