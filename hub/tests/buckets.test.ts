import { createCipheriv } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { FeedBucketIndex } from "../../lib/schema/feed-bucket.ts";
import type { FeedBrand } from "../../lib/schema/feed-daily.ts";
import { feedLimits } from "../../lib/schema/feed.ts";
import { bucketNameOf, bucketPaths, makeBuckets, type Buckets } from "../src/feed/buckets.ts";
import { tokensByBucket } from "../src/feed/bucket-tokens.ts";
import { testHub } from "./hub-fixture.ts";
import { maresi, person } from "./people.ts";

const entry = (words: number): FeedBrand => ({
  facts: Array.from({ length: words }, (_, i) => ({
    property: "recall",
    value: `Recall ${i * 7919}`,
    sourceId: "cpsc",
  })),
});
const brands = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`brand${i}.com`, entry(i % 20)]));

function indexOf(buckets: Buckets): FeedBucketIndex {
  return FeedBucketIndex.parse(JSON.parse(new TextDecoder().decode(buckets.index.body)));
}

function bodies(buckets: Buckets): readonly Uint8Array[] {
  return bucketPaths(indexOf(buckets)).map((path) => buckets.file(path)?.body ?? new Uint8Array());
}

describe("buckets", () => {
  it("are 256 of one size, whatever is in them, also after a mirror has compressed them", () => {
    const all = bodies(makeBuckets({ brands }));
    expect(all).toHaveLength(256);
    expect(new Set(all.map(({ length }) => length)).size).toBe(1);
    const sent = all.map((body) => gzipSync(body).length);
    expect((Math.max(...sent) - Math.min(...sent)) / Math.max(...sent)).toBeLessThan(0.02);
  });

  it("are the same, names and all, for the same content", () => {
    expect(makeBuckets({ brands }).index).toEqual(makeBuckets({ brands }).index);
  });

  it("keep their names when another one grows a little", () => {
    const before = indexOf(makeBuckets({ brands })).sha256;
    const after = indexOf(makeBuckets({ brands: { ...brands, "one-more.com": entry(1) } })).sha256;
    expect(after.filter((hash, i) => hash !== before[i])).toHaveLength(1);
  });

  it("give no file that is not one of them", () => {
    const buckets = makeBuckets({ brands });
    expect(buckets.file("buckets/00-0000000000000000.json")).toBeUndefined();
  });

  it("that would be too large lose the oldest texts", () => {
    // Noise, so that nothing can be compressed: 6 MB of it.
    const noise = createCipheriv("aes-128-ctr", new Uint8Array(16), new Uint8Array(16))
      .update(new Uint8Array(4_500_000))
      .toString("base64");
    const tokens = Array.from({ length: 600 }, (_, i) => noise.slice(i * 10_000, (i + 1) * 10_000));
    const body = bodies(makeBuckets({ brands: {}, tokens: new Map([["a7", tokens]]) }))[0xa7];
    expect(body?.length).toBeLessThanOrEqual(feedLimits.bucketBytes);
    const { data } = JSON.parse(new TextDecoder().decode(body)) as { data: string };
    const kept = (JSON.parse(gunzipSync(Buffer.from(data, "base64")).toString()) as { tokens: string[] })
      .tokens;
    expect(kept.length).toBeGreaterThan(100);
    expect(kept).toEqual(tokens.slice(-kept.length));
  });
});

describe("texts in buckets", () => {
  it("stand with the site they are about; answers, edits and votes with what they answer, whichever came first", async () => {
    await using hub = await testHub();
    const [ann, ben] = [await person(), await person()];
    const review = await ann.signs({ sub: "https://www.kettle.com/p/1", rating: 75, opinion: "Whistles." });
    const answer = await ben.signs({ sub: maresi(review), opinion: "Mine too." });
    const toAnswer = await ann.signs({ sub: maresi(answer), opinion: "Good." });
    const other = await ann.signs({ sub: "https://shoe.com", rating: 50 });
    const stray = await ben.signs({ sub: `urn:maresi:${"A".repeat(86)}`, opinion: "To nobody." });
    await hub.storage.copy([toAnswer, answer, other, stray, review]);
    const found = await tokensByBucket(hub.storage, 5);
    expect(Object.fromEntries(found)).toEqual({
      [bucketNameOf("kettle.com")]: [review.jwt, answer.jwt, toAnswer.jwt],
      [bucketNameOf("shoe.com")]: [other.jwt],
    });
  });
});
