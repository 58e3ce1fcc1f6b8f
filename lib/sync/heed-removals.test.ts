import { beforeAll, describe, expect, it } from "vitest";
import { FakeFeed, feedHost, feedId } from "../../tests/support/fake-feed.ts";
import {
  Disk,
  runUntilQuiet,
  type Signed,
  signReviews,
  startSync,
  type World,
} from "../../tests/support/sync-world.ts";
import type { NetRequest } from "../net/index.ts";
import { generateSigningKey, type SigningKey } from "../reviews/keys.ts";
import { signRecord } from "../reviews/removal-record.ts";
import type { FeedDaily } from "../schema/feed-daily.ts";
import type { RemovalRecord } from "../schema/removal-record.ts";
import type { FeedState } from "./state.ts";

const day = "2026-03-01";
let hub: SigningKey;
let other: SigningKey;
let reviews: readonly Signed[];
beforeAll(async () => {
  [hub, other, reviews] = await Promise.all([generateSigningKey(), generateSigningKey(), signReviews(4)]);
});

/** An entry of the list, with a record that `change` may spoil. */
async function removal(
  index: number,
  change: Partial<RemovalRecord> = {},
  key = hub,
): Promise<NonNullable<FeedDaily["removals"]>[number]> {
  const id = reviews[index]?.id ?? "";
  const record = await signRecord({ act: "remove", id, code: "spam", day, ...change }, key);
  return { id, signature: "s", reason: "spam", code: "spam", day, record };
}

class Reader {
  readonly disk = new Disk();
  readonly clock = { ms: Date.parse(day) };
  readonly feed = new FakeFeed();
  /** Whether the person lets the feed decide about everything. */
  heedsAll = true;
  /** The next day's file of a feed whose head names `key`, and a sync. */
  async reads(daily: Partial<FeedDaily>, key = hub.kid): Promise<this> {
    await this.feed.publish(reviews, daily);
    if (key) this.feed.head = { ...this.feed.head, key };
    this.clock.ms = Math.max(this.clock.ms, this.state?.nextRunAt ?? 0);
    await runUntilQuiet(this.world());
    return this;
  }
  world(): World {
    const answers = { [feedHost]: (request: NetRequest) => this.feed.answer(request) };
    const sources = { feeds: [feedId], heedsAll: async () => this.heedsAll };
    return startSync(this.disk, answers, sources, undefined, this.clock);
  }
  get state(): FeedState | undefined {
    return this.disk.states.get(feedId) as FeedState | undefined;
  }
  get out(): readonly string[] {
    return [...this.disk.removed.keys()];
  }
}

describe("removals of a feed that signs them", () => {
  it("are heeded, and remembered with code, day and feed", async () => {
    const { disk, state } = await new Reader().reads({ removals: [await removal(0)] });
    const id = reviews[0]?.id ?? "";
    expect(disk.removed.get(id)).toEqual({ id, code: "spam", day, feed: feedId });
    expect(disk.reviews.size).toBe(3);
    expect(state?.unheeded).toBeUndefined();
  });

  it.each<[string, Partial<RemovalRecord>, "hub" | "other"]>([
    ["by another key", {}, "other"],
    ["of another review", { id: "a".repeat(32) }, "hub"],
    ["that says another reason", { code: "court-order" }, "hub"],
    ["of another day", { day: "2026-02-01" }, "hub"],
    ["of a restoration", { act: "restore" }, "hub"],
  ])("with a record %s are not heeded; the others are, and it is counted", async (_what, change, by) => {
    const flawed = await removal(1, change, by === "hub" ? hub : other);
    const reader = await new Reader().reads({ removals: [flawed, await removal(0)] });
    expect(reader.out).toEqual([reviews[0]?.id]);
    expect(reader.state).toMatchObject({ unheeded: 1 });
    await reader.reads({ removals: [await removal(0)] });
    expect(reader.state?.unheeded).toBeUndefined();
  });

  it("without a record are heeded: they were made before there were any", async () => {
    const { record: _record, code: _code, ...old } = await removal(0);
    expect((await new Reader().reads({ removals: [old] })).out).toEqual([old.id]);
  });
});

it("a feed that names no key is taken at its word, whatever the record", async () => {
  const reader = await new Reader().reads({ removals: [await removal(0, {}, other)] }, "");
  expect(reader.out).toEqual([reviews[0]?.id]);
  expect(reader.state?.unheeded).toBeUndefined();
});

const restored = async (index: number, key = hub, jwt = reviews[index]?.jwt ?? "") => {
  const id = reviews[index]?.id ?? "";
  const record = await signRecord({ act: "restore", id, code: "spam", day }, key);
  return { id, day, jwt, record };
};

describe("what a feed restores", () => {
  it("is back with its text, although its place in the segments was passed", async () => {
    const reader = await new Reader().reads({ removals: [await removal(0)] });
    await reader.reads({ restored: [await restored(0)] });
    expect(reader.out).toEqual([]);
    expect(reader.disk.reviews.size).toBe(4);
  });

  it("stays out where another key signed it, or another review is given for it", async () => {
    const reader = await new Reader().reads({ removals: [await removal(0)] });
    await reader.reads({ restored: [await restored(0, other), await restored(0, hub, reviews[1]?.jwt)] });
    expect(reader.out).toEqual([reviews[0]?.id]);
    expect(reader.disk.reviews.size).toBe(3);
  });

  it("cannot undo the removal of another feed", async () => {
    const reader = await new Reader().reads({ removals: [await removal(0)] });
    const id = reviews[0]?.id ?? "";
    reader.disk.removed.set(id, { id, feed: "https://stricter.example/feed" });
    await reader.reads({ restored: [await restored(0)] });
    expect(reader.out).toEqual([id]);
    expect(reader.disk.reviews.has(id)).toBe(false);
  });

  it("that is no list keeps no removal from being heeded", async () => {
    const reader = await new Reader().reads({ removals: [await removal(0)], restored: 7 as never });
    expect(reader.out).toEqual([reviews[0]?.id]);
  });
});

describe("a feed whose word the person does not take for everything", () => {
  it("is heeded where there is no arguing about the reason, known or not", async () => {
    const reader = new Reader();
    reader.heedsAll = false;
    const illegal = { ...(await removal(1, { code: "illegal" })), code: "illegal" };
    const { record: _record, code: _code, ...unstated } = await removal(2);
    const newer = { ...(await removal(3, { code: "newer-than-us" })), code: "newer-than-us" };
    await reader.reads({ removals: [await removal(0), illegal, unstated, newer] });
    expect(reader.out).toEqual([1, 2, 3].map((index) => reviews[index]?.id));
  });

  it("keeps its other word once that is chosen, and heeds all of it again when chosen back", async () => {
    const reader = new Reader();
    const illegal = { ...(await removal(1, { code: "illegal" })), code: "illegal" };
    await reader.reads({ removals: [await removal(0), illegal] });
    expect(reader.out).toHaveLength(2);
    reader.heedsAll = false;
    const off = reader.world();
    await off.sync.reheed();
    await runUntilQuiet(off);
    expect(reader.out).toEqual([reviews[1]?.id]);
    reader.heedsAll = true;
    const on = reader.world();
    await on.sync.reheed();
    await runUntilQuiet(on);
    expect(new Set(reader.out)).toEqual(new Set([reviews[0]?.id, reviews[1]?.id]));
  });
});
