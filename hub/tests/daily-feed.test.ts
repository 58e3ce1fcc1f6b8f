import { mkdtemp, readdir, readFile, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FeedBucket, FeedBucketFile, FeedBucketIndex } from "../../lib/schema/feed-bucket.ts";
import {
  FeedDaily,
  FeedDailyDelta,
  type FeedBrand,
  type FeedDailyExtras,
} from "../../lib/schema/feed-daily.ts";
import { FeedHead } from "../../lib/schema/feed.ts";
import { bucketNameOf, bucketPaths } from "../src/feed/buckets.ts";
import { createFeed } from "../src/feed/feed.ts";
import { historyInMemory } from "../src/feed/delta.ts";
import type { CopiedUpTo } from "../src/feed/make-feed.ts";
import { publish } from "../src/feed/publish.ts";
import { historyInFolder } from "../src/feed/published-history.ts";
import { testHub, type TestHub } from "./hub-fixture.ts";
import { person } from "./people.ts";

const dayMs = 86_400_000;
const threads = (count: number): FeedBrand => ({ threads: { hackernews: count } });
const many = (first: number): FeedDailyExtras => ({
  brands: Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [`b${i}.com`, threads(i === 0 ? first : 1)]),
  ),
});
/** More than a daily file holds. */
const tooMany: FeedDailyExtras = {
  brands: Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [
      `b${i}.com`,
      {
        facts: Array.from({ length: 40 }, (_, j) => ({
          property: "recall",
          value: `${i} ${j} ${"x".repeat(1800)}`,
          sourceId: "cpsc",
        })),
      },
    ]),
  ),
};

let out: string;
let hub: TestHub;
let now: number;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), "hub-daily-"));
  hub = await testHub();
  // After whatever is written meanwhile.
  now = Date.now() + 3_600_000;
});
afterEach(async () => {
  await hub.close();
  await rm(out, { recursive: true });
});

const run = (extras: FeedDailyExtras, copiedUpTo?: CopiedUpTo): ReturnType<typeof publish> =>
  publish({
    feed: createFeed({
      storage: hub.storage,
      name: "Test",
      now: () => now,
      extras: { version: async () => 0, read: async () => extras },
      history: historyInFolder(out),
      hasTextBuckets: true,
      ...(copiedUpTo && { copiedUpTo }),
    }),
    out,
    now: () => now,
  });
const onDisk = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(out, path), "utf8"));
const head = async (): Promise<FeedHead> => FeedHead.parse(await onDisk("head.json"));

describe("the daily file of a published feed", () => {
  it("can be told as a difference to the one before, each day again", async () => {
    for (let day = 1; day <= 3; day += 1, now += dayMs) await run(many(day));
    const { daily, dailyDeltas = [] } = await head();
    expect(dailyDeltas).toHaveLength(2);
    expect(dailyDeltas.at(-1)?.to).toBe(daily?.sha256);
    const [first, second] = await Promise.all(
      dailyDeltas.map(async ({ path }) => FeedDailyDelta.parse(await onDisk(path))),
    );
    expect(first?.brands).toEqual({ "b0.com": threads(2) });
    expect(second?.brands).toEqual({ "b0.com": threads(3) });
  });

  it("is no difference to itself, and files that nobody needs go", async () => {
    await run(many(1));
    await run(many(1));
    expect((await head()).dailyDeltas).toBeUndefined();
    now += dayMs;
    await run(many(2));
    // As after three days.
    for (const name of await readdir(join(out, "daily"))) await utimes(join(out, "daily", name), 1, 1);
    for (const name of await readdir(join(out, "deltas"))) await utimes(join(out, "deltas", name), 1, 1);
    await run(many(2));
    expect(await readdir(join(out, "daily"))).toHaveLength(1);
    expect(await readdir(join(out, "deltas"))).toHaveLength(1);
  });

  it("begins anew where a step has been lost", async () => {
    await run(many(1));
    now += dayMs;
    await run(many(2));
    await rm(join(out, "deltas"), { recursive: true });
    now += dayMs;
    await run(many(3));
    expect((await head()).dailyDeltas).toBeUndefined();
    expect(FeedDaily.parse(await onDisk((await head()).daily?.path ?? "")).brands?.["b0.com"]).toEqual(
      threads(3),
    );
  });
});

describe("buckets of a published feed", () => {
  it("are not there while everything has room", async () => {
    await run(many(1));
    expect((await head()).buckets).toBeUndefined();
  });

  it("take what the daily file has no room for; old ones go when nobody names them", async () => {
    const published = await run(tooMany);
    const { buckets, daily } = await head();
    expect(daily?.bytes).toBeLessThan(16_000_000);
    const index = FeedBucketIndex.parse(await onDisk(buckets?.path ?? ""));
    expect(new Set(index.sha256).size).toBe(256);
    expect(await readdir(join(out, "buckets"))).toHaveLength(257);
    expect(published.written).toBe(258);
    expect(await run(tooMany)).toMatchObject({ written: 0, kept: 258 });
    for (const name of await readdir(join(out, "buckets"))) await utimes(join(out, "buckets", name), 1, 1);
    await run(many(1));
    expect(await readdir(join(out, "buckets"))).toEqual([]);
  });

  it("take the texts of a feed too large to be copied, and leave no trace of what is removed", async () => {
    const ann = await person();
    const reviews = [
      await ann.signs({ sub: "https://kettle.com/p", rating: 75, opinion: "Whistles." }),
      await ann.signs({ sub: "https://shoe.com", rating: 75, opinion: "Walks." }),
    ];
    await hub.storage.copy(reviews);
    const small = { count: 1, bytes: 50_000_000 };
    await run(many(1));
    expect((await head()).buckets).toBeUndefined();
    await run(many(1), small);
    expect(await textsIn("kettle.com")).toEqual([reviews[0]?.jwt]);
    expect(await textsIn("shoe.com")).toEqual([reviews[1]?.jwt]);
    const { signatureKey = "" } = reviews[0] ?? {};
    await hub.storage.remove({ signatureKey, code: "court-order", day: "2025-06-01" });
    await run(many(1), { ...small, count: 0 });
    expect(await textsIn("kettle.com")).toEqual([]);
    expect(await readdir(join(out, "buckets"))).toHaveLength(257);
  });
});

/** Tokens in the bucket of a site. */
async function textsIn(site: string): Promise<readonly string[]> {
  const index = FeedBucketIndex.parse(await onDisk((await head()).buckets?.path ?? ""));
  const path = bucketPaths(index)[Number.parseInt(bucketNameOf(site), 16)] ?? "";
  const { data } = FeedBucketFile.parse(await onDisk(path));
  const { tokens = [] } = FeedBucket.parse(JSON.parse(gunzipSync(Buffer.from(data, "base64")).toString()));
  return tokens;
}

it("a server remembers steps for as long as it runs, and serves them and its buckets", async () => {
  let extras = many(1);
  const feed = createFeed({
    storage: hub.storage,
    name: "Test",
    now: () => now,
    extras: { version: async () => now, read: async () => extras },
    history: historyInMemory(),
  });
  const read = async (): Promise<FeedHead> =>
    FeedHead.parse(JSON.parse(new TextDecoder().decode((await feed.head()).body)));
  await read();
  now += dayMs;
  extras = many(2);
  const [step] = (await read()).dailyDeltas ?? [];
  const file = await feed.file(step?.path ?? "");
  expect(FeedDailyDelta.parse(JSON.parse(new TextDecoder().decode(file?.body))).brands).toEqual({
    "b0.com": threads(2),
  });
  now += dayMs;
  extras = tooMany;
  const { buckets } = await read();
  expect((await feed.file(buckets?.path ?? ""))?.path).toBe(buckets?.path);
});
