import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { FakeFeed, feedId, netTo } from "../../tests/support/fake-feed.ts";
import type { Result } from "../model/result.ts";
import { sha256Hex } from "../net/index.ts";
import { feedLimits, type FeedHead } from "../schema/feed.ts";
import { bucketOf } from "../model/bucket.ts";
import { type ReadBucket, readBucket } from "./index.ts";

const brand = "kettle.example";
const packed = (content: unknown): string => gzipSync(JSON.stringify(content)).toString("base64");

let feed: FakeFeed;
beforeEach(() => {
  feed = new FakeFeed();
});

/** Publishes one bucket under the name that the brand's has, and an index in which all others are missing. */
async function publish(
  envelope: unknown,
  change: (index: object) => object = (index) => index,
): Promise<FeedHead["buckets"]> {
  const text = typeof envelope === "string" ? envelope : JSON.stringify(envelope);
  const name = await bucketOf(brand);
  const sha256 = await sha256Hex(new TextEncoder().encode(text));
  feed.files.set(`buckets/${name}-${sha256.slice(0, 16)}.json`, text);
  const hashes = Array.from({ length: 256 }, () => "0".repeat(64));
  hashes[Number.parseInt(name, 16)] = sha256;
  const index = change({ format: 1, bytes: new TextEncoder().encode(text).length, sha256: hashes });
  return feed.add("buckets/index", "json", JSON.stringify(index));
}

async function read(index: FeedHead["buckets"]): Promise<Result<ReadBucket>> {
  return readBucket({ net: netTo(feed), feed: feedId, cause: "person" }, index!, brand);
}

async function envelopeOf(content: unknown): Promise<object> {
  return { format: 1, bucket: await bucketOf(brand), data: packed(content), pad: "abc" };
}

describe("a bucket", () => {
  it("gives all its brands and texts, and two files are asked for", async () => {
    const content = {
      brands: { [brand]: { threads: { lobsters: 2 } }, "other.example": {} },
      tokens: ["a.b.c"],
    };
    const result = await read(await publish(await envelopeOf(content)));
    expect(result).toEqual({
      ok: true,
      value: { brands: new Map(Object.entries(content.brands)), tokens: ["a.b.c"] },
    });
    expect(feed.requests).toHaveLength(2);
  });

  it("is named by the first two digits of a hash, and nothing else of the brand is in any address", async () => {
    await read(await publish(await envelopeOf({})));
    expect(feed.requests.join(" ")).not.toContain("kettle");
    expect(feed.requests.at(-1)).toMatch(/^buckets\/[0-9a-f]{2}-[0-9a-f]{16}\.json$/);
  });

  it("loses flawed entries alone", async () => {
    const content = { brands: { "bad.example": 7, [brand]: {} }, tokens: ["a.b.c", 9, "x".repeat(20_000)] };
    const result = await read(await publish(await envelopeOf(content)));
    expect(result.ok && [...result.value.brands.keys()]).toEqual([brand]);
    expect(result.ok && result.value.tokens).toEqual(["a.b.c"]);
  });

  it.each<[string, (name: string) => unknown]>([
    [
      "of another name",
      (name) => ({ format: 1, bucket: name === "00" ? "01" : "00", data: packed({}), pad: "" }),
    ],
    ["that is not base64", (name) => ({ format: 1, bucket: name, data: "***", pad: "" })],
    ["that is not gzip", (name) => ({ format: 1, bucket: name, data: btoa("plain"), pad: "" })],
    [
      "that is cut off",
      (name) => ({ format: 1, bucket: name, data: packed({ a: "b" }).slice(0, 12), pad: "" }),
    ],
    ["that holds no object", (name) => ({ format: 1, bucket: name, data: packed(7), pad: "" })],
    ["of another format", (name) => ({ format: 2, bucket: name, data: packed({}), pad: "" })],
    ["that is no JSON", () => "buckets!"],
    [
      "that unfolds to more than anybody keeps",
      (name) => ({
        format: 1,
        bucket: name,
        data: gzipSync(new Uint8Array(feedLimits.bucketContentBytes + 1)).toString("base64"),
        pad: "",
      }),
    ],
  ])("%s is refused", async (_what, envelopeFor) => {
    const result = await read(await publish(envelopeFor(await bucketOf(brand))));
    expect(result).toMatchObject({ ok: false, error: { params: { reason: "feed-bucket" } } });
  });

  it.each<[string, (index: object) => object]>([
    ["too few buckets", (index) => ({ ...index, sha256: [] })],
    ["buckets larger than a reader takes", (index) => ({ ...index, bytes: feedLimits.bucketBytes + 1 })],
    [
      "names that are no hashes",
      (index) => ({ ...index, sha256: Array.from({ length: 256 }, () => "../../x") }),
    ],
  ])("is not asked for where the index has %s", async (_what, change) => {
    const result = await read(await publish(await envelopeOf({}), change));
    expect(result).toMatchObject({ ok: false, error: { params: { reason: "feed-bucket" } } });
    expect(feed.requests).toHaveLength(1);
  });

  it("with other content than the index says is refused", async () => {
    const index = await publish(await envelopeOf({}));
    const path = [...feed.files.keys()].find((each) => /^buckets\/[0-9a-f]{2}-/.test(each))!;
    feed.files.set(path, feed.files.get(path)!.replace("abc", "xyz"));
    expect(await read(index)).toMatchObject({ ok: false, error: { params: { reason: "feed-hash" } } });
  });

  it("takes any content without failing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (content) => {
        expect((await read(await publish(await envelopeOf(content)))).ok).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
