import { describe, expect, it } from "vitest";
import { Selection } from "./selection.ts";

const seqs = Uint32Array.of(50, 40, 30, 20, 10);

describe("selecting rows", () => {
  it("takes one in and out", () => {
    const selection = new Selection();
    const one = selection.press(seqs, new Set(), 1, false);
    expect(one).toEqual(new Set([40]));
    expect(selection.press(seqs, one, 1, false)).toEqual(new Set());
  });

  it("takes in everything between the row before and this one, either way", () => {
    const selection = new Selection();
    const one = selection.press(seqs, new Set(), 3, false);
    expect(selection.press(seqs, one, 1, true)).toEqual(new Set([20, 40, 30]));
    expect(selection.press(seqs, one, 4, true)).toEqual(new Set([20, 10]));
  });

  it("takes a range without a beginning, or whose beginning was filtered away, for one row", () => {
    const selection = new Selection();
    expect(selection.press(seqs, new Set(), 2, true)).toEqual(new Set([30]));
    expect(selection.press(Uint32Array.of(20, 10), new Set([30]), 1, true)).toEqual(new Set([30, 10]));
  });
});
