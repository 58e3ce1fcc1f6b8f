import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NameIndex } from "./name-index.ts";
import { encodeNameIndex, openNameIndex, packTraits, unpackTraits, Writing } from "./name-index.ts";

const version = "0123456789abcdef";
const build = Buffer.from(version.slice(0, 8), "hex").readUInt32LE();

function open(bytes: Uint8Array): NameIndex {
  const index = openNameIndex(bytes, version);
  if (typeof index === "string") throw new Error(index);
  return index;
}

test("every name is found with its traits, and hardly anything else", () => {
  const hashes = fc.uniqueArray(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 300 });
  fc.assert(
    fc.property(hashes, (all) => {
      const rows = all.map((hash, i) => ({ hash, traits: (i * 7919) & 0xffff }));
      const index = open(encodeNameIndex(build, rows, all.slice(0, 5)));
      const wrong = rows.filter(({ hash, traits }) => index.find(hash) !== traits);
      // Two in a bucket can share all further bits, which the directory then tells apart.
      expect(wrong.length).toBeLessThanOrEqual(1);
      for (const hash of all.slice(0, 5)) expect(index.mayGoOn(hash)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test("an empty index knows nothing", () => {
  const index = open(encodeNameIndex(build, [], []));
  expect(index.find(0)).toBe(-1);
  expect(index.mayGoOn(12_345)).toBe(false);
});

test("traits survive packing", () => {
  const traits = {
    ordinary: 5,
    fame: 3,
    person: true,
    place: false,
    trade: 11,
    shared: true,
    alias: false,
    handleOnly: true,
    writing: Writing.small,
  };
  expect(unpackTraits(packTraits(traits))).toEqual(traits);
});

describe("bytes that are no index", () => {
  const good = encodeNameIndex(build, [{ hash: 1, traits: 2 }], []);

  test("of another directory", () => {
    expect(openNameIndex(good, "ffffffffffffffff")).toBe("mixed");
  });

  test.each([
    ["empty", new Uint8Array()],
    ["cut off", good.slice(0, -1)],
    ["too long", new Uint8Array([...good, 0])],
    ["of another kind", new Uint8Array([1, ...good.slice(1)])],
    ["with a count that is not there", new Uint8Array([...good.slice(0, 8), 9, ...good.slice(9)])],
    ["with an absurd bucket number", new Uint8Array([...good.slice(0, 12), 200, ...good.slice(13)])],
  ])("%s", (_, bytes) => {
    expect(openNameIndex(bytes, version)).toBe("corrupt");
  });

  test("lying at an odd place is read all the same", () => {
    const shifted = new Uint8Array(good.length + 1);
    shifted.set(good, 1);
    expect(open(shifted.subarray(1)).find(1)).toBe(2);
  });
});
