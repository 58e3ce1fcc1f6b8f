import { beforeAll, describe, expect, it } from "vitest";
import {
  Disk,
  FakeServer,
  Killed,
  Life,
  runUntilQuiet,
  type Signed,
  signReviews,
  startSeconds,
  startSync,
} from "../../tests/support/sync-world.ts";
import { FakeFeed, feedHost as host, feedId as id } from "../../tests/support/fake-feed.ts";
import { problem } from "../model/result.ts";
import { type NetRequest, sha256Hex } from "../net/index.ts";
import type { FeedState } from "./state.ts";

let reviews: Signed[];

beforeAll(async () => {
  reviews = await signReviews(40);
});

function rowOf(disk: Disk): FeedState {
  return disk.states.get(id) as FeedState;
}

function follow(feed: FakeFeed, disk = new Disk()): { disk: Disk; world: ReturnType<typeof startSync> } {
  const world = startSync(disk, { [host]: (request) => feed.answer(request) }, { feeds: [id] });
  return { disk, world };
}

describe("following a feed", () => {
  it("takes every segment and the daily file, one file a step, and reads the head once", async () => {
    const feed = await new FakeFeed().publish(reviews, {});
    const { disk, world } = follow(feed);
    await world.sync.run();
    expect(rowOf(disk)).toMatchObject({ phase: "first-copy", offset: 10, total: 40, fetched: 10 });
    await runUntilQuiet(world);
    expect(disk.reviews.size).toBe(40);
    expect(rowOf(disk)).toMatchObject({ phase: "idle", offset: 40, fetched: 40, since: startSeconds });
    expect(feed.requests.filter((path) => path === "head.json")).toHaveLength(1);
    expect(feed.requests).toHaveLength(6);
  });

  it("asks the next day whether anything changed, and for nothing else if not", async () => {
    const feed = await new FakeFeed().publish(reviews, {});
    const { disk, world } = follow(feed);
    await runUntilQuiet(world);
    feed.requests.length = 0;
    world.clock.ms = rowOf(disk).nextRunAt ?? 0;
    await runUntilQuiet(world);
    expect(feed.requests).toEqual(["head.json"]);
    expect(rowOf(disk).lastSuccessAt).toBe(world.clock.ms);
  });

  it("keeps which platforms the daily file switches off, until one says otherwise", async () => {
    const feed = await new FakeFeed().publish(reviews.slice(0, 5), { sitesOff: ["mastodon"] });
    const { disk, world } = follow(feed);
    const nextDay = async (): Promise<readonly string[] | undefined> => {
      world.clock.ms = disk.states.get(id)?.nextRunAt ?? world.clock.ms;
      await runUntilQuiet(world);
      return rowOf(disk).sitesOff;
    };
    expect(await nextDay()).toEqual(["mastodon"]);
    await feed.publish(reviews.slice(0, 8), { sitesOff: ["mastodon"] });
    expect(await nextDay()).toEqual(["mastodon"]);
    await feed.publish(reviews.slice(0, 8), {});
    expect(await nextDay()).toBeUndefined();
    // A list that is none must not keep removals from being heeded.
    await feed.publish(reviews.slice(0, 8), { sitesOff: 7 as never });
    expect(await nextDay()).toBeUndefined();
    expect(rowOf(disk).problem).toBeUndefined();
  });

  it("takes only what is new from a segment that has grown under a new name", async () => {
    const feed = await new FakeFeed().publish(reviews.slice(0, 25));
    const { disk, world } = follow(feed);
    await runUntilQuiet(world);
    feed.requests.length = 0;
    await feed.publish(reviews);
    world.clock.ms = rowOf(disk).nextRunAt ?? 0;
    await runUntilQuiet(world);
    expect(disk.reviews.size).toBe(40);
    expect(rowOf(disk)).toMatchObject({ fetched: 40, offset: 40 });
    expect(feed.requests).toEqual(["head.json", feed.head.segments[2]?.path, feed.head.segments[3]?.path]);
  });

  it("drops what the removal list names, and does not take it back", async () => {
    const gone = reviews[7];
    const removals = [
      { id: gone?.id ?? "", signature: gone?.signature ?? "", reason: "court order", day: "2026-03-01" },
    ];
    const feed = await new FakeFeed().publish(reviews, { removals });
    const { disk, world } = follow(feed);
    await runUntilQuiet(world);
    expect(disk.reviews.has(gone?.id ?? "")).toBe(false);
    expect(disk.reviews.size).toBe(39);
  });

  it("reads a newer head when a file it named is gone", async () => {
    const feed = await new FakeFeed().publish(reviews.slice(0, 25));
    const { disk, world } = follow(feed);
    await world.sync.run();
    feed.files.clear();
    await feed.publish(reviews, {}, 20);
    await runUntilQuiet(world);
    expect(disk.reviews.size).toBe(40);
    expect(rowOf(disk).problem).toBeUndefined();
  });
});

function alter(feed: FakeFeed, change: (text: string) => string): void {
  const path = feed.head.segments[0]?.path ?? "";
  feed.files.set(path, change(feed.files.get(path) ?? ""));
}

describe("a feed that lies", () => {
  type Lie = (feed: FakeFeed) => unknown;
  const lies: readonly (readonly [string, string, Lie])[] = [
    [
      "content that does not have the hash",
      "feed-hash",
      (feed) => alter(feed, (text) => text.replace("1", "7")),
    ],
    ["content that is shorter", "feed-length", (feed) => alter(feed, (text) => text.slice(1))],
    [
      "overlapping segments",
      "feed-segment-order",
      (feed) => Object.assign(feed.head.segments[1] ?? {}, { first: 5 }),
    ],
    ["segments beyond its own end", "feed-segment-order", (feed) => Object.assign(feed.head, { through: 3 })],
    [
      "more lines than numbers",
      "feed-segment-order",
      (feed) => Object.assign(feed.head.segments[0] ?? {}, { count: 99 }),
    ],
    [
      "a path that leads elsewhere",
      "feed-head",
      (feed) => Object.assign(feed.head.segments[0] ?? {}, { path: "../x.jsonl" }),
    ],
    ["a size beyond reason", "feed-too-large", (feed) => Object.assign(feed.head, { bytes: 10 ** 12 })],
    [
      "sizes of parts beyond reason",
      "feed-too-large",
      (feed) => Object.assign(feed.head.segments[0] ?? {}, { bytes: 10 ** 9 }),
    ],
    ["another format", "feed-head", (feed) => Object.assign(feed.head, { format: 2 })],
  ];

  it.each(lies)("with %s is refused as %s, and nothing of it is taken", async (_name, reason, lie) => {
    const feed = await new FakeFeed().publish(reviews);
    lie(feed);
    const { disk, world } = follow(feed);
    await world.sync.run();
    expect(rowOf(disk)).toMatchObject({ phase: "backing-off", problem: { params: { reason } }, offset: 0 });
    expect(disk.reviews.size).toBe(0);
  });

  it.each([
    ["numbers twice", [1, 1]],
    ["numbers backwards", [2, 1]],
    ["numbers outside", [1, 99]],
  ])("with lines whose %s is refused", async (_name, numbers) => {
    const feed = new FakeFeed();
    const text = numbers.map((n, i) => JSON.stringify({ n, jwt: reviews[i]?.jwt })).join("\n");
    const sha256 = await sha256Hex(new TextEncoder().encode(text));
    feed.files.set("s/x.jsonl", text);
    const segment = { path: "s/x.jsonl", first: 1, last: 2, count: 2, bytes: text.length, sha256 };
    feed.head = { format: 1, through: 2, count: 2, bytes: text.length, segments: [segment] };
    const { disk, world } = follow(feed);
    await world.sync.run();
    expect(rowOf(disk).problem?.params?.["reason"]).toBe("feed-order");
    expect(disk.reviews.size).toBe(0);
  });

  it("going backwards is refused; what was taken stays", async () => {
    const feed = await new FakeFeed().publish(reviews);
    const { disk, world } = follow(feed);
    await runUntilQuiet(world);
    await feed.publish(reviews.slice(0, 12));
    world.clock.ms = rowOf(disk).nextRunAt ?? 0;
    await world.sync.run();
    expect(rowOf(disk)).toMatchObject({ problem: { params: { reason: "feed-backwards" } }, offset: 40 });
    expect(disk.reviews.size).toBe(40);
  });

  it("gaps are no lie: removed tokens leave them", async () => {
    const feed = await new FakeFeed().publish(reviews);
    feed.head.segments.splice(1, 1);
    const { disk, world } = follow(feed);
    await runUntilQuiet(world);
    expect(disk.reviews.size).toBe(30);
    expect(rowOf(disk)).toMatchObject({ phase: "idle", offset: 40 });
  });
});

describe("a feed beside a server", () => {
  const server = "https://server.example";

  it("the feed comes first; the server is asked for what is newer than the feed alone", async () => {
    const feed = await new FakeFeed().publish(reviews.slice(5));
    const fake = new FakeServer(reviews);
    const disk = new Disk();
    const answers = {
      [host]: (r: NetRequest) => feed.answer(r),
      "server.example": (r: NetRequest) => fake.answer(r),
    };
    await runUntilQuiet(startSync(disk, answers, { feeds: [id], servers: [server] }));
    expect(disk.reviews.size).toBe(40);
    const asked = new Set(fake.requests.map(({ searchParams }) => Number(searchParams.get("gt_iat"))));
    expect(asked).toEqual(new Set([startSeconds - 2 * 86_400]));
  });

  it("a feed that never came is as good as none: the server gives everything, one step later", async () => {
    const fake = new FakeServer(reviews);
    const disk = new Disk();
    const answers = { "server.example": (r: NetRequest) => fake.answer(r) };
    const world = startSync(disk, answers, { feeds: [id], servers: [server] });
    await world.sync.run();
    expect(fake.requests).toHaveLength(0);
    await world.sync.run();
    expect(fake.requests[0]?.searchParams.has("gt_iat")).toBe(false);
    expect(disk.reviews.size).toBe(40);
  });

  it("a feed too large to be copied says so, and strands nobody", async () => {
    const feed = await new FakeFeed().publish(reviews);
    Object.assign(feed.head, { count: 100_001 });
    const fake = new FakeServer(reviews);
    const disk = new Disk();
    const answers = {
      [host]: (r: NetRequest) => feed.answer(r),
      "server.example": (r: NetRequest) => fake.answer(r),
    };
    await runUntilQuiet(startSync(disk, answers, { feeds: [id], servers: [server] }));
    expect(rowOf(disk).problem).toMatchObject({ code: "refused", params: { reason: "feed-too-large" } });
    expect(fake.requests.some(({ searchParams }) => searchParams.has("gt_iat"))).toBe(false);
    expect(disk.reviews.size).toBe(40);
  });

  it("a feed too large to be copied is looked at again the next day, also by a worker that lives on", async () => {
    const feed = await new FakeFeed().publish([], { brands: { "a.example": {} } });
    feed.head = { ...feed.head, count: 100_001 };
    const { disk, world } = follow(feed);
    await runUntilQuiet(world);
    await feed.publish([], { brands: { "b.example": {} } });
    feed.head = { ...feed.head, count: 100_001 };
    world.clock.ms = rowOf(disk).nextRunAt ?? 0;
    await world.sync.run();
    expect([...(disk.brands.get(id)?.keys() ?? [])]).toEqual(["b.example"]);
  });

  it("a feed that comes later is taken beside what the server gave", async () => {
    const [old] = await signReviews(1, startSeconds - 90 * 86_400);
    const feed = await new FakeFeed().publish(old ? [old] : []);
    const fake = new FakeServer(reviews);
    const disk = new Disk();
    let isUp = false;
    const answers = {
      [host]: (r: NetRequest) => (isUp ? feed.answer(r) : problem("offline")),
      "server.example": (r: NetRequest) => fake.answer(r),
    };
    const world = startSync(disk, answers, { feeds: [id], servers: [server] });
    await runUntilQuiet(world);
    isUp = true;
    world.clock.ms += 2 * 86_400_000;
    await runUntilQuiet(world);
    expect(disk.reviews.size).toBe(41);
    expect(disk.states.get(server)).toMatchObject({ since: startSeconds });
  });
});

/** The next day's run, by a worker that has just started. */
async function nextDay(disk: Disk, feed: FakeFeed): Promise<void> {
  const clock = { ms: Math.max(startSeconds * 1000, disk.states.get(id)?.nextRunAt ?? 0) };
  const answers = { [host]: (request: NetRequest) => feed.answer(request) };
  await runUntilQuiet(startSync(disk, answers, { feeds: [id] }, new Life(), clock));
}

describe("buckets", () => {
  const index = { path: "buckets/index-0.json", bytes: 1, sha256: "0".repeat(64) };
  const brandRow = { feed: id, brandId: "a.example", day: "2026-03-01", facts: [], threads: {}, titles: [] };

  it.each([
    ["its brands alone", "brands", 0],
    ["texts as well, where it is too large to be copied", "texts", 100_001],
  ])("of a feed are remembered and not asked for: %s", async (_what, buckets, count) => {
    const feed = await new FakeFeed().publish([]);
    feed.head = { ...feed.head, count, buckets: index };
    const disk = new Disk();
    await nextDay(disk, feed);
    expect(rowOf(disk)).toMatchObject({ buckets });
    expect(new Set(feed.requests)).toEqual(new Set(["head.json"]));
  });

  it("of a feed that has none any more are forgotten, with what they brought", async () => {
    const feed = await new FakeFeed().publish([]);
    feed.head = { ...feed.head, buckets: index };
    const disk = new Disk();
    await nextDay(disk, feed);
    disk.bucketBrands = [{ ...brandRow, readAt: 1 }];
    await feed.publish(reviews.slice(0, 1));
    feed.head = { ...feed.head, buckets: index };
    await nextDay(disk, feed);
    expect(disk.bucketBrands).toHaveLength(1);
    await feed.publish(reviews.slice(0, 2));
    await nextDay(disk, feed);
    expect(rowOf(disk)).not.toHaveProperty("buckets");
    expect(disk.bucketBrands).toEqual([]);
  });

  it("go with their feed", async () => {
    const feed = await new FakeFeed().publish([]);
    feed.head = { ...feed.head, buckets: index };
    const disk = new Disk();
    await nextDay(disk, feed);
    disk.bucketBrands = [{ ...brandRow, readAt: 1 }];
    await startSync(disk, {}, { feeds: [] }).sync.dropOtherFeeds();
    expect(disk.bucketBrands).toEqual([]);
    expect(rowOf(disk)).not.toHaveProperty("buckets");
  });
});

describe("a worker killed at any line", () => {
  it.each([true, false])("follows on without loss (killed before the effect: %s)", async (early) => {
    const gone = reviews[3];
    const removals = [{ id: gone?.id ?? "", signature: "s", reason: "r", day: "2026-03-01" }];
    const feed = await new FakeFeed().publish(reviews, { removals });
    const answers = { [host]: (request: NetRequest) => feed.answer(request) };
    const whole = new Life();
    await runUntilQuiet(startSync(new Disk(), answers, { feeds: [id] }, whole));
    for (let dieAt = 1; dieAt <= whole.calls; dieAt += 1) {
      const disk = new Disk();
      const clock = { ms: startSeconds * 1000 };
      const life = new Life(dieAt, early);
      await runUntilQuiet(startSync(disk, answers, { feeds: [id] }, life, clock)).catch((error: unknown) => {
        const cause = error instanceof AggregateError ? error.errors[0] : error;
        if (!(cause instanceof Killed)) throw error;
      });
      await runUntilQuiet(startSync(disk, answers, { feeds: [id] }, new Life(), clock));
      expect(disk.reviews.size, `killed at call ${dieAt}`).toBe(39);
      expect(rowOf(disk)).toMatchObject({ phase: "idle", offset: 40, fetched: 40 });
    }
  });
});
