import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningHub, startHub } from "../../hub/src/start-hub.ts";
import { sampleDaily } from "../../scripts/sample-world/daily.ts";
import { type CommunityDatabase, openCommunity } from "../../lib/db/community.ts";
import { dailyBrandsOf } from "../../lib/db/daily-brands.ts";
import { readBucket, readHead } from "../../lib/feeds/index.ts";
import { bucketOf } from "../../lib/model/bucket.ts";
import { createNet, type Net } from "../../lib/net/index.ts";
import type { FeedBrand, FeedDailyExtras } from "../../lib/schema/feed-daily.ts";
import { communityStorage } from "../../lib/sync/community-storage.ts";
import { createSync, type Sync } from "../../lib/sync/index.ts";
import { runUntilQuiet, startSeconds } from "../support/sync-world.ts";

/** A real hub's daily file, through the real network layer, into the extension's real database. */
let hub: RunningHub;
let db: CommunityDatabase;
let clock: { ms: number };
let extras: FeedDailyExtras;
let paths: string[];
let count = 0;

beforeEach(async () => {
  db = openCommunity(`daily-with-hub-${++count}`);
  clock = { ms: startSeconds * 1000 };
  paths = [];
  extras = await sampleDaily("1");
  hub = await startHub({
    storage: "memory",
    rateLimit: false,
    feedHeadMaxAgeMs: 0,
    now: () => clock.ms,
    extras: { version: async () => 0, read: async () => extras },
  });
});
afterEach(async () => {
  await hub.close();
  await db.delete();
});

const feed = (): string => `${hub.url}/v1/feed`;

function net(): Net {
  return createNet({
    fetch: (url, init) => {
      paths.push(new URL(String(url instanceof Request ? url.url : url)).pathname.replace("/v1/feed/", ""));
      return fetch(url, init);
    },
    ledger: async () => undefined,
    consents: async () => new Set([new URL(hub.url).host]),
    now: () => clock.ms,
    random: () => 0.5,
  });
}

function syncOf(feeds: readonly string[]): Sync {
  return createSync({
    storage: communityStorage(db),
    net: net(),
    place: (subject) => ({ subjectKey: subject }),
    servers: async () => [],
    feeds: async () => feeds,
    now: () => clock.ms,
    random: () => 0.5,
  });
}

async function nextDay(): Promise<void> {
  clock.ms += 2 * 86_400_000;
  paths = [];
  await runUntilQuiet({ sync: syncOf([feed()]), clock });
}

describe("the sample hub's daily file", () => {
  it("arrives as rows about its brands, marked as samples", async () => {
    await nextDay();
    const [row] = await dailyBrandsOf(db, "papercrane.example");
    expect(row).toMatchObject({
      feed: feed(),
      isSample: true,
      facts: [
        { kind: "recall", severity: "serious", products: ["Rolling Rattle"], at: Date.UTC(2026, 9, 12) },
        { kind: "owner", title: "Brass & Oak" },
      ],
    });
    expect(await db.dailyBrands.count()).toBe(Object.keys(extras.brands ?? {}).length);
  });

  it("comes as a small difference the next day", async () => {
    await nextDay();
    const { "vesper.example": _gone, ...others } = extras.brands ?? {};
    extras = { ...extras, brands: { ...others, "quillon.example": { threads: { lemmy: 1 } } } };
    await nextDay();
    expect(paths.map((path) => path.split("/")[0])).toEqual(["head.json", "deltas"]);
    expect(await dailyBrandsOf(db, "vesper.example")).toEqual([]);
    expect(await dailyBrandsOf(db, "quillon.example")).toMatchObject([{ threads: { lemmy: 1 } }]);
    expect(await dailyBrandsOf(db, "papercrane.example")).toHaveLength(1);
  });

  it("goes with the feed, and is whole again when the feed comes back", async () => {
    await nextDay();
    await syncOf([]).dropOtherFeeds();
    expect(await db.dailyBrands.count()).toBe(0);
    await nextDay();
    expect(await db.dailyBrands.count()).toBe(Object.keys(extras.brands ?? {}).length);
  });
});

it("what has no room in the daily file is read from the bucket of its brand", async () => {
  const facts = Array.from({ length: 30 }, (_, i) => ({
    property: "recall",
    value: `Recall ${i}`,
    sourceId: "cpsc",
    sourceUrl: "https://cpsc.example/",
  }));
  const whole: FeedBrand = { facts };
  extras = { brands: { "kettle.com": whole } };
  await nextDay();
  expect((await dailyBrandsOf(db, "kettle.com"))[0]?.facts).toHaveLength(20);
  const access = { net: net(), feed: feed(), cause: "person" } as const;
  const head = await readHead(access, 0);
  const index = head.ok ? head.value?.head.buckets : undefined;
  const bucket = await readBucket(access, index!, "kettle.com");
  expect(bucket.ok && bucket.value.brands.get("kettle.com")).toEqual(whole);
  expect(paths.at(-1)).toMatch(new RegExp(`^buckets/${await bucketOf("kettle.com")}-[0-9a-f]{16}\\.json$`));
});
