import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteLength, clip } from "./limits.ts";

describe("lengths in bytes", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["é", 2],
    ["語", 3],
    ["👩‍👩‍👧", 18],
  ])("%s takes %i", (text, bytes) => {
    expect(byteLength(text)).toBe(bytes);
  });
});

describe("clipping", () => {
  it("gives a beginning that fits, and the whole where that fits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.nat(120), (text, bytes) => {
        const clipped = clip(text, bytes);
        expect(text.startsWith(clipped)).toBe(true);
        expect(byteLength(clipped)).toBeLessThanOrEqual(bytes);
        expect(clipped === text).toBe(byteLength(text) <= bytes);
      }),
    );
  });

  it("never cuts a family, a flag or a letter with its accent", () => {
    expect(clip("a👩‍👩‍👧", 10)).toBe("a");
    expect(clip("🇩🇪🇫🇷", 12)).toBe("🇩🇪");
    expect(clip("e\u0301", 2)).toBe("");
  });

  it("is quick on a huge text", () => {
    expect(clip("é".repeat(10_000_000), 7)).toBe("ééé");
  });
});
