import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { FakeFeed, feedId, netTo } from "../../tests/support/fake-feed.ts";
import { Disk, Killed, Life, signReviews, startSeconds } from "../../tests/support/sync-world.ts";
import { bucketOf } from "../model/bucket.ts";
import type { Result } from "../model/result.ts";
import type { NetRequest } from "../net/index.ts";
import type { FeedBucket } from "../schema/feed-bucket.ts";
import { takeBucket } from "./take-bucket.ts";

const brand = "kettle.example";
const now = startSeconds * 1000;
const kettle = { threads: { lobsters: 2 } };

let feed: FakeFeed;
let disk: Disk;
let requests: NetRequest[];
beforeEach(async () => {
  feed = await new FakeFeed().publish([], {});
  disk = new Disk();
  requests = [];
});

/** Publishes a bucket under the name that the brand's has; the others are missing. */
async function publish(content: FeedBucket): Promise<void> {
  const name = await bucketOf(brand);
  const data = gzipSync(JSON.stringify(content)).toString("base64");
  const file = await feed.add("b/x", "json", JSON.stringify({ format: 1, bucket: name, data, pad: "" }));
  feed.files.set(`buckets/${name}-${file.sha256.slice(0, 16)}.json`, feed.files.get(file.path) ?? "");
  const hashes = Array.from({ length: 256 }, () => "0".repeat(64));
  hashes[Number.parseInt(name, 16)] = file.sha256;
  const index = JSON.stringify({ format: 1, bytes: file.bytes, sha256: hashes });
  feed.head = { ...feed.head, buckets: await feed.add("buckets/index", "json", index) };
}

async function press(life = new Life()): Promise<Result<void>> {
  const net = netTo(feed);
  const context = {
    storage: disk.storage(life),
    net: {
      request: (request: NetRequest) => {
        requests.push(request);
        return life.through(() => net.request(request));
      },
    },
    place: (subject: string) => ({ subjectKey: subject }),
    now: () => now,
  };
  return takeBucket(context, feedId, brand);
}

describe("a press on the rest of a feed", () => {
  it("asks for the newest head, the index and one bucket, and says that a person asked", async () => {
    await publish({ brands: { [brand]: kettle } });
    expect(await press()).toMatchObject({ ok: true });
    expect(feed.requests).toEqual([
      "head.json",
      feed.head.buckets?.path,
      expect.stringMatching(new RegExp(`^buckets/${await bucketOf(brand)}-[0-9a-f]{16}\\.json$`)),
    ]);
    expect(new Set(requests.map(({ cause, purpose }) => `${cause} ${purpose}`))).toEqual(
      new Set(["person feed"]),
    );
    expect(requests.every(({ validators }) => validators === undefined)).toBe(true);
  });

  it("keeps the brand's own entry and none of the others", async () => {
    await publish({ brands: { [brand]: kettle, "other.example": { threads: { lobsters: 9 } } } });
    await press();
    expect(disk.bucketBrands).toMatchObject([
      { feed: feedId, brandId: brand, day: "2026-03-01", readAt: now, threads: { lobsters: 2 } },
    ]);
    expect(disk.brands.size).toBe(0);
  });

  it("verifies statements, keeps those that hold, also about other sites, and moves no cursor", async () => {
    const [one, two] = await signReviews(2);
    const forged = `${one?.jwt.slice(0, -4)}AAAA`;
    await publish({ tokens: [one?.jwt ?? "", forged, two?.jwt ?? ""] });
    await press();
    expect(new Set(disk.reviews.keys())).toEqual(new Set([one?.id, two?.id]));
    expect([...disk.reviews.values()].map(({ addedFrom }) => addedFrom)).toEqual([feedId, feedId]);
    expect(disk.bucketBrands).toMatchObject([{ brandId: brand, statements: 2 }]);
    expect(disk.states.size).toBe(0);
  });

  it("brings back nothing that was removed", async () => {
    const [one] = await signReviews(1);
    disk.removed.set(one?.id ?? "", { id: one?.id ?? "" });
    await publish({ tokens: [one?.jwt ?? ""] });
    await press();
    expect(disk.reviews.size).toBe(0);
  });

  it.each<[string, () => Promise<void>]>([
    ["the bucket knows nothing of the brand", () => publish({ brands: { "other.example": kettle } })],
    ["the feed has no buckets any more", async () => undefined],
  ])("says that it has looked where %s", async (_what, prepare) => {
    await prepare();
    expect(await press()).toMatchObject({ ok: true });
    expect(disk.bucketBrands).toMatchObject([{ brandId: brand, readAt: now, facts: [], threads: {} }]);
  });

  it("keeps nothing of a bucket that is not what the index says", async () => {
    await publish({ brands: { [brand]: kettle } });
    for (const [path, text] of feed.files) if (/^buckets\/..-/.test(path)) feed.files.set(path, ` ${text}`);
    expect(await press()).toMatchObject({ ok: false, error: { code: "bad-shape" } });
    expect(disk.bucketBrands).toEqual([]);
  });

  it("says why a feed that cannot be reached brought nothing", async () => {
    feed.answer = async () => ({ ok: false, error: { code: "offline" } });
    expect(await press()).toEqual({ ok: false, error: { code: "offline" } });
  });

  it.each([true, false])(
    "may be repeated after a death at any line (before the effect: %s)",
    async (early) => {
      const reviews = await signReviews(3);
      await publish({ brands: { [brand]: kettle }, tokens: reviews.map(({ jwt }) => jwt) });
      const whole = new Life();
      await press(whole);
      expect(whole.calls).toBeGreaterThan(4);
      for (let dieAt = 1; dieAt <= whole.calls; dieAt += 1) {
        disk = new Disk();
        await expect(press(new Life(dieAt, early)), `killed at call ${dieAt}`).rejects.toBeInstanceOf(Killed);
        await press();
        expect(disk.reviews.size).toBe(3);
        expect(disk.bucketBrands.at(-1)).toMatchObject({ threads: { lobsters: 2 }, statements: 3 });
      }
    },
  );
});
