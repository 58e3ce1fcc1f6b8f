import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { crowd, day, saidAbout, storeAll } from "../../../tests/support/crowd.ts";
import { packedFrom } from "../../db/columns-store.ts";
import { type CommunityDatabase, openCommunity } from "../../db/community.ts";
import type { StoredReview } from "../../db/community-rows.ts";
import { removeReviews } from "../../db/store-reviews.ts";
import { forgetWeighed } from "../../db/weighed.ts";
import type { Figure } from "../../model/summary.ts";
import { createWeightKeeper, type KeeperDependencies, type WeightKeeper } from "./keeper.ts";

const shop = "https://kite.example";
const other = "https://other.example";
const large = "https://large.example";
const dayMs = 86_400_000;
const advert = "Write to me at sale@cheap.example for the very best prices of all, today only, my friends.";

let db: CommunityDatabase;
let keeper: WeightKeeper;
let nowMs: number;
const arm = vi.fn<KeeperDependencies["arm"]>(async () => undefined);
const onWeighed = vi.fn<KeeperDependencies["onWeighed"]>(async () => undefined);
let databases = 0;
beforeEach(() => {
  db = openCommunity(`keeper-${databases++}`);
  nowMs = (day + 0.5) * dayMs;
  keeper = createWeightKeeper({ community: db, arm, onWeighed, now: () => nowMs });
  vi.clearAllMocks();
});
afterEach(() => db.delete());

async function figure(key = shop, isPrivate = false): Promise<Figure | undefined> {
  return (await keeper.figuresOf([{ keys: [key] }], isPrivate))[0];
}

function scoreOf(of: Figure | undefined): number {
  return of?.kind === "score" ? of.score : Number.NaN;
}

/** A crowd, and some who advertise with five stars: together they weigh less than half. */
function withAdverts(subject: string, honest: number): StoredReview[] {
  const adverts = Array.from({ length: 6 }, (_, index) =>
    saidAbout(subject, `seller ${index}`, { stars: 1, daysAgo: 40 * index, opinion: `${advert} ${index}` }),
  );
  return [...crowd(subject, honest), ...adverts];
}

describe("the figure of a small subject", () => {
  it("is weighed before it is shown the first time, and kept", async () => {
    await storeAll(db, withAdverts(shop, 12));
    const weighed = scoreOf(await figure());
    expect(await db.weighed.count()).toBe(1);
    expect(scoreOf(await figure())).toBe(weighed);
    await forgetWeighed(db);
    // All voices alike, as a private window finds them where nothing was weighed.
    expect(weighed).toBeGreaterThan(scoreOf(await figure(shop, true)) + 0.2);
  });

  it("is not worked out for a private window, of which nothing is kept", async () => {
    await storeAll(db, withAdverts(shop, 12));
    await figure(shop, true);
    expect(await db.weighed.count()).toBe(0);
    const weighed = await figure();
    expect(await figure(shop, true)).toEqual(weighed);
  });

  it("is a count where five reviews are one voice", async () => {
    const text = "Wonderful shop, wonderful people, I would buy all of it again and again.";
    await storeAll(
      db,
      Array.from({ length: 5 }, (_, index) => saidAbout(shop, `copy ${index}`, { stars: 5, opinion: text })),
    );
    expect(await figure()).toEqual({ kind: "count", count: 5 });
  });

  it("stands as it was when a review arrives, and the job brings it up to date", async () => {
    await storeAll(db, withAdverts(shop, 12));
    const before = scoreOf(await figure());
    await storeAll(db, [saidAbout(shop, "late", { stars: 1 })]);
    expect(scoreOf(await figure())).toBe(before);
    expect(arm).toHaveBeenCalled();
    await keeper.job.run();
    expect(onWeighed).toHaveBeenCalledOnce();
    expect(scoreOf(await figure())).toBeLessThan(before);
    expect(await keeper.job.nextRunAt()).toBeUndefined();
  });

  it("is worked out anew on the next day, and nobody is told where it stays the same", async () => {
    await storeAll(db, crowd(shop, 12));
    await figure();
    nowMs += dayMs;
    await figure();
    await keeper.job.run();
    expect((await db.weighed.toArray()).map(({ asOf }) => asOf)).toEqual([(day + 1) * 86_400]);
    expect(onWeighed).not.toHaveBeenCalled();
  });

  it("goes with the reviews", async () => {
    const reviews = crowd(shop, 6);
    await storeAll(db, reviews);
    await figure();
    await removeReviews(
      db,
      reviews.map(({ id }) => ({ id })),
    );
    expect(await db.weighed.count()).toBe(0);
    expect(await figure()).toEqual({ kind: "none" });
  });

  it("is forgotten with traces of visits, and what was waiting or being weighed does not bring it back", async () => {
    await storeAll(db, [...withAdverts(shop, 12), ...withAdverts(other, 12)]);
    await figure();
    await storeAll(db, [saidAbout(shop, "late", { stars: 1 })]);
    await figure();
    const underWay = figure(other);
    await keeper.forget();
    await underWay;
    await keeper.job.run();
    expect(await db.weighed.toCollection().primaryKeys()).toEqual([]);
    expect(await keeper.job.nextRunAt()).toBeUndefined();
  });

  it("is the plain one where the disk is full", async () => {
    const said = vi.spyOn(console, "error").mockReturnValue();
    await storeAll(db, withAdverts(shop, 12));
    vi.spyOn(db.weighed, "put").mockRejectedValueOnce(new DOMException("full", "QuotaExceededError"));
    const plain = await figure(shop, true);
    expect(await figure()).toEqual(plain);
    expect(said).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
    expect(scoreOf(await figure())).toBeGreaterThan(scoreOf(plain));
  });
});

describe("several addresses", () => {
  it("are weighed as one, where a key on both is one voice", async () => {
    const other = "https://kite-shop.example";
    await storeAll(db, [
      ...crowd(shop, 6),
      saidAbout(shop, "both", { stars: 1 }),
      saidAbout(other, "both", { stars: 1 }),
    ]);
    await keeper.figuresOf([{ keys: [other, shop, "https://silent.example"] }], false);
    const [row] = await db.weighed.toArray();
    expect(row?.key).toBe(`${other}\n${shop}`);
    expect(row?.votes.stars[0]).toBeCloseTo(2);
  });
});

describe("the figure of a large subject", () => {
  it("is the plain one until the job has weighed it", async () => {
    await storeAll(db, withAdverts(large, packedFrom));
    const plain = scoreOf(await figure(large));
    expect(await db.weighed.count()).toBe(0);
    await keeper.job.run();
    expect(onWeighed).toHaveBeenCalledOnce();
    expect(scoreOf(await figure(large))).toBeGreaterThan(plain);
  });

  it("is weighed again only after a rest, however fast reviews come in", async () => {
    await storeAll(db, crowd(large, packedFrom));
    await figure(large);
    await keeper.job.run();
    await storeAll(db, [saidAbout(large, "late", { stars: 1 })]);
    await figure(large);
    expect(await keeper.job.nextRunAt()).toBeGreaterThan(nowMs);
    await keeper.job.run();
    expect(onWeighed).toHaveBeenCalledOnce();
    nowMs += 60_000;
    await keeper.job.run();
    expect(onWeighed).toHaveBeenCalledTimes(2);
  });

  it("reads no text twice, and finds a copy that comes later", async () => {
    const text = "The seams came apart within a week and nobody answered my three letters about it.";
    await storeAll(db, [...crowd(large, packedFrom), saidAbout(large, "first", { stars: 1, opinion: text })]);
    await figure(large);
    await keeper.job.run();
    const before = (await db.weighed.toArray())[0]?.votes.stars[0] ?? 0;
    await storeAll(db, [saidAbout(large, "second", { stars: 1, opinion: text })]);
    const reading = vi.spyOn(db.tokens, "bulkGet");
    nowMs += 60_000;
    await keeper.want([{ keys: [large] }]);
    await keeper.job.run();
    expect(reading.mock.calls.flatMap(([ids]) => ids)).toHaveLength(1);
    expect((await db.weighed.toArray())[0]?.votes.stars[0]).toBeCloseTo(before);
  });
});

describe("subjects that have changed", () => {
  it("are weighed without anybody looking, where there are voices enough", async () => {
    await storeAll(db, [...crowd(shop, 6), ...crowd("https://few.example", 4)]);
    await keeper.moved([shop, "https://few.example", "https://gone.example"]);
    await keeper.job.run();
    expect((await db.weighed.toArray()).map(({ key }) => key)).toEqual([shop]);
  });

  it("wait for a look where very many changed at once", async () => {
    await keeper.moved(Array.from({ length: 5000 }, (_, index) => `https://s${index}.example`));
    await storeAll(db, crowd("https://s4000.example", 6));
    while ((await keeper.job.nextRunAt()) !== undefined) await keeper.job.run();
    expect(await db.weighed.count()).toBe(0);
    expect(scoreOf(await figure("https://s4000.example"))).toBeGreaterThan(1);
    expect(await db.weighed.count()).toBe(1);
  });
});
