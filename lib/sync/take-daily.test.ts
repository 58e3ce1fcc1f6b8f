import { describe, expect, it } from "vitest";
import { FakeFeed, feedHost, feedId } from "../../tests/support/fake-feed.ts";
import {
  Disk,
  Killed,
  Life,
  runUntilQuiet,
  signReviews,
  startSeconds,
  startSync,
} from "../../tests/support/sync-world.ts";
import type { NetRequest } from "../net/index.ts";
import type { FeedBrand } from "../schema/feed-daily.ts";
import type { FeedState } from "./state.ts";

const threads = (count: number): FeedBrand => ({ threads: { hackernews: count } });

class Reader {
  readonly disk = new Disk();
  readonly feed: FakeFeed;
  feeds: readonly string[] = [feedId];
  readonly clock = { ms: startSeconds * 1000 };
  constructor(feed: FakeFeed) {
    this.feed = feed;
  }
  get state(): FeedState | undefined {
    return this.disk.states.get(feedId) as FeedState | undefined;
  }
  /** The next day's run, by a worker that has just started. */
  async nextDay(life = new Life()): Promise<void> {
    this.feed.requests.length = 0;
    this.clock.ms = Math.max(this.clock.ms, this.state?.nextRunAt ?? 0);
    const answers = { [feedHost]: (request: NetRequest) => this.feed.answer(request) };
    await runUntilQuiet(startSync(this.disk, answers, { feeds: this.feeds }, life, this.clock));
  }
  /** Authors of official keys. */
  get official(): readonly string[] {
    return (this.disk.officialKeys.get(feedId) ?? []).map(({ author }) => author);
  }
  /** Threads by brand. */
  get stored(): Record<string, number | undefined> {
    const rows = [...(this.disk.brands.get(feedId)?.values() ?? [])];
    return Object.fromEntries(rows.map(({ brandId, threads }) => [brandId, threads["hackernews"]]));
  }
}

/** Yesterday: a and b. Today: a has changed, b is gone, c is new. */
async function yesterdayAndToday(): Promise<{ reader: Reader; publishToday: () => Promise<void> }> {
  const before = { "a.example": threads(1), "b.example": threads(1), "same.example": threads(9) };
  const feed = await new FakeFeed().publish([], { brands: before, sitesOff: ["mastodon"] });
  const reader = new Reader(feed);
  await reader.nextDay();
  const held = feed.head.daily?.sha256 ?? "";
  const brands = { "a.example": threads(2), "c.example": threads(3), "same.example": threads(9) };
  return {
    reader,
    async publishToday() {
      // Filled up, as a real one is: or the step would not be worth it.
      await feed.publish([], { brands: { ...brands, "big.example": big }, sitesOff: ["mastodon"] });
      const { "same.example": _same, ...changed } = brands;
      await feed.addStep(held, { brands: changed, gone: ["b.example"] });
    },
  };
}
const big: FeedBrand = { threads: Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`s${i}`, i])) };

describe("what a daily file says of brands", () => {
  it("is stored, and replaced by the next one", async () => {
    const feed = await new FakeFeed().publish([], {
      brands: { "a.example": threads(1), "b.example": threads(1) },
    });
    const reader = new Reader(feed);
    await reader.nextDay();
    expect(reader.stored).toEqual({ "a.example": 1, "b.example": 1 });
    await feed.publish([], { brands: { "a.example": threads(2) } });
    await reader.nextDay();
    expect(reader.stored).toEqual({ "a.example": 2 });
    await feed.publish([]);
    await reader.nextDay();
    expect(reader.stored).toEqual({});
  });

  it("comes as a difference where one leads from what is held; the rest stays as it was", async () => {
    const { reader, publishToday } = await yesterdayAndToday();
    await publishToday();
    await reader.nextDay();
    expect(reader.stored).toEqual({ "a.example": 2, "c.example": 3, "same.example": 9 });
    expect(reader.feed.requests).toEqual(["head.json", reader.feed.head.dailyDeltas?.[0]?.path]);
    expect(reader.state).toMatchObject({ heldDaily: reader.feed.head.daily?.sha256, sitesOff: ["mastodon"] });
  });

  it("comes whole where a difference is flawed", async () => {
    const { reader, publishToday } = await yesterdayAndToday();
    await publishToday();
    reader.feed.files.set(reader.feed.head.dailyDeltas?.[0]?.path ?? "", "broken");
    await reader.nextDay();
    expect(Object.keys(reader.stored)).toEqual(["a.example", "c.example", "same.example", "big.example"]);
    expect(reader.state?.problem).toBeUndefined();
  });

  it("is right after a death at any line of a difference", async () => {
    for (const early of [true, false])
      for (let dieAt = 1; dieAt < 12; dieAt += 1) {
        const { reader, publishToday } = await yesterdayAndToday();
        await publishToday();
        await reader.nextDay(new Life(dieAt, early)).catch((error: unknown) => {
          const cause = error instanceof AggregateError ? error.errors[0] : error;
          if (!(cause instanceof Killed)) throw error;
        });
        await reader.nextDay();
        expect(reader.stored, `killed at call ${dieAt}`).toEqual({
          "a.example": 2,
          "c.example": 3,
          "same.example": 9,
        });
      }
  });

  it("a difference heeds removals too", async () => {
    const [gone] = await signReviews(1);
    const { reader, publishToday } = await yesterdayAndToday();
    await publishToday();
    reader.feed.head = { ...reader.feed.head, dailyDeltas: [] };
    const removals = [{ id: gone?.id ?? "", signature: "s", reason: "r", day: "2026-03-01" }];
    await reader.feed.addStep(reader.state?.heldDaily ?? "", { removals });
    await reader.nextDay();
    expect([...reader.disk.removed.keys()]).toEqual([gone?.id]);
  });

  it("is read although the feed is too large to be copied", async () => {
    const feed = await new FakeFeed().publish(await signReviews(3), { brands: { "a.example": threads(1) } });
    feed.head = { ...feed.head, count: 100_001 };
    const reader = new Reader(feed);
    await reader.nextDay();
    expect(reader.stored).toEqual({ "a.example": 1 });
    expect(reader.disk.reviews.size).toBe(0);
    expect(reader.state?.problem?.params).toMatchObject({ reason: "feed-too-large" });
    await reader.nextDay();
    expect(reader.feed.requests).toEqual(["head.json"]);
  });

  it("can be dropped whenever the worker died while it was stored", async () => {
    const feed = await new FakeFeed().publish([], { brands: { "a.example": threads(1) } });
    for (let dieAt = 1; dieAt < 12; dieAt += 1) {
      const reader = new Reader(feed);
      await reader.nextDay(new Life(dieAt, false)).catch((error: unknown) => {
        const cause = error instanceof AggregateError ? error.errors[0] : error;
        if (!(cause instanceof Killed)) throw error;
      });
      await startSync(reader.disk, {}, { feeds: [] }, new Life(), reader.clock).sync.dropOtherFeeds();
      expect(reader.disk.brands.size, `killed at call ${dieAt}`).toBe(0);
    }
  });

  it("goes with its feed, and comes back whole with it", async () => {
    const { reader } = await yesterdayAndToday();
    reader.feeds = [];
    await reader.nextDay();
    expect(reader.disk.brands.has(feedId)).toBe(true);
    const answers = { [feedHost]: (request: NetRequest) => reader.feed.answer(request) };
    await startSync(reader.disk, answers, { feeds: [] }, new Life(), reader.clock).sync.dropOtherFeeds();
    expect(reader.disk.brands.has(feedId)).toBe(false);
    expect(reader.state?.sitesOff).toBeUndefined();
    reader.feeds = [feedId];
    await reader.nextDay();
    expect(Object.keys(reader.stored)).toHaveLength(3);
  });
});

const key = (digit: string): { brand: string; author: string } => ({
  brand: "a.example",
  author: digit.repeat(32),
});

describe("keys that a daily file calls official", () => {
  it("are stored, replaced by the next file, and go with the feed; a flawed one is left out", async () => {
    const flawed = [{ brand: "a.example", author: "not hex" }, 7] as never;
    const feed = await new FakeFeed().publish([], { officialKeys: [key("1"), ...flawed] });
    const reader = new Reader(feed);
    await reader.nextDay();
    expect(reader.official).toEqual(["1".repeat(32)]);
    await feed.publish([], { officialKeys: [key("2")] });
    await reader.nextDay();
    expect(reader.official).toEqual(["2".repeat(32)]);
    await feed.publish([]);
    await reader.nextDay();
    expect(reader.official).toEqual([]);
  });

  it("a step that does not speak of them leaves them, one that does replaces them", async () => {
    const filled = { "big.example": big };
    const feed = await new FakeFeed().publish([], { brands: filled, officialKeys: [key("1")] });
    const reader = new Reader(feed);
    await reader.nextDay();
    for (const [officialKeys, left] of [
      [undefined, "1"],
      [[key("2")], "2"],
      [[], ""],
    ] as const) {
      const held = feed.head.daily?.sha256 ?? "";
      const brands = { ...filled, [`${left}x.example`]: threads(1) };
      await feed.publish([], { brands, officialKeys: [key("9")] });
      await feed.addStep(held, { brands: {}, ...(officialKeys && { officialKeys: [...officialKeys] }) });
      await reader.nextDay();
      expect(reader.official).toEqual(left ? [left.repeat(32)] : []);
    }
  });
});
