import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DirectoryError } from "./directory-error.ts";
import {
  bucketPath,
  decodeHead,
  encodeBucket,
  encodeHead,
  encodeShard,
  openBucket,
  openShard,
  shardPath,
} from "./directory-format.ts";
import type { BrandEntry } from "./directory-format.ts";

const build = 0x01020304;
const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map((s) => s.replaceAll(/[\t\n]/gu, "_"));
const word = fc.stringMatching(/^[a-z0-9.-]{1,20}$/);
const entry = fc.record({
  name: text,
  aliases: fc.array(text, { maxLength: 4 }),
  domains: fc.array(word, { maxLength: 4 }),
  sharedDomains: fc.array(word, { maxLength: 2 }),
  handles: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.array(text, { minLength: 1, maxLength: 2 }), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  owner: text,
  category: word,
  wikidata: fc.stringMatching(/^Q[1-9][0-9]{0,8}$/),
});

function faultOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof DirectoryError) return error.fault;
    throw error;
  }
}

describe("a shard", () => {
  test("gives back every entry as it was written", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
        const shard = openShard(encodeShard(build, entries), build, "e/0000.bin");
        for (const [slot, written] of entries.entries()) {
          const { id, ...read } = shard.entry(slot);
          expect({ ...read, handles: { ...read.handles } }).toEqual(written);
          expect(id).toMatch(written.domains[0] ?? /^name:/);
        }
      }),
    );
  });

  test("without owner, category and id leaves those out", () => {
    const bare = { name: "Ö", aliases: [], domains: ["o.se"], sharedDomains: [], handles: {} };
    const read = openShard(encodeShard(build, [bare]), build, "x").entry(0);
    expect(read).toEqual({ ...bare, id: "o.se" } satisfies BrandEntry);
  });

  test("keeps separators out of values", () => {
    const nasty = { name: "a\tb\nc", aliases: [], domains: [], sharedDomains: [], handles: {} };
    expect(openShard(encodeShard(build, [nasty]), build, "x").entry(0).name).toBe("a b c");
  });

  test("decodes an entry once", () => {
    const shard = openShard(encodeShard(build, fc.sample(entry, 2)), build, "x");
    expect(shard.entry(1)).toBe(shard.entry(1));
  });
});

describe("a bucket", () => {
  const row = fc.record({
    low: fc.nat({ max: 20 }),
    high: fc.nat({ max: 3 }),
    entry: fc.nat({ max: 1_000_000 }),
  });

  test("finds every row under its hash, in the order of writing, and nothing under others", () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 60 }),
        fc.nat({ max: 25 }),
        fc.nat({ max: 4 }),
        (rows, low, high) => {
          const sorted = rows.toSorted((a, b) => a.low - b.low || a.high - b.high);
          const bucket = openBucket(encodeBucket(build, sorted), build, "i/00.bin");
          const wanted = sorted.filter((r) => r.low === low && r.high === high).map((r) => r.entry);
          expect(bucket.find({ low, high })).toEqual(wanted);
        },
      ),
    );
  });

  test("works from the middle of a larger buffer", () => {
    const bytes = encodeBucket(build, [{ low: 7, high: 1, entry: 3 }]);
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(openBucket(larger.subarray(3), build, "x").find({ low: 7, high: 1 })).toEqual([3]);
  });
});

describe("the head", () => {
  const head = { version: "0123456789abcdef", entries: 300, buckets: 64, shards: 3 };

  test("comes back as written", () => {
    expect(decodeHead(encodeHead(head), "head.bin")).toEqual({ ...head, build: 0x67452301 });
  });

  test("of another format, or at odds with itself, is corrupt", () => {
    const other = encodeHead(head);
    other[4] = 99;
    expect(faultOf(() => decodeHead(other, "h"))).toBe("corrupt");
    expect(faultOf(() => decodeHead(encodeHead({ ...head, shards: 9 }), "h"))).toBe("corrupt");
    expect(faultOf(() => decodeHead(encodeHead({ ...head, buckets: 0 }), "h"))).toBe("corrupt");
    expect(faultOf(() => decodeHead(new Uint8Array(5), "h"))).toBe("corrupt");
  });
});

describe("damaged files", () => {
  test("of another build are mixed", () => {
    expect(faultOf(() => openBucket(encodeBucket(build, []), build + 1, "x"))).toBe("mixed");
    expect(faultOf(() => openShard(encodeShard(build, []), build + 1, "x"))).toBe("mixed");
  });

  test("a slot that is not there is corrupt", () => {
    expect(faultOf(() => openShard(encodeShard(build, []), build, "x").entry(0))).toBe("corrupt");
  });

  test("any bytes end in an answer or a DirectoryError, never in another error", () => {
    const shard = encodeShard(build, fc.sample(entry, 3));
    const bucket = encodeBucket(build, [{ low: 1, high: 1, entry: 1 }]);
    const damage = fc.tuple(fc.nat({ max: 2_000 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(
        fc.array(damage, { minLength: 1, maxLength: 8 }),
        fc.nat({ max: 2_000 }),
        (changes, cut) => {
          for (const [source, open] of [
            [shard, (bytes: Uint8Array) => [0, 1, 2].map((slot) => openShard(bytes, build, "x").entry(slot))],
            [bucket, (bytes: Uint8Array) => openBucket(bytes, build, "x").find({ low: 1, high: 1 })],
          ] as const) {
            const bytes = source.slice(0, cut % 2 ? source.length : cut);
            for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
            faultOf(() => open(bytes));
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

test("paths are fixed width", () => {
  expect(bucketPath(10)).toBe("i/0a.bin");
  expect(shardPath(300)).toBe("e/012c.bin");
});
