import { describe, expect, it } from "vitest";
import { freeSpace, type Box, type FreeSpaceQuestion } from "./free-space.ts";

const box = (left: number, right: number, top = 10, bottom = 30): Box => ({ left, right, top, bottom });
const ask = (changes: Partial<FreeSpaceQuestion> = {}): { left: number; top: number } | undefined =>
  freeSpace({
    line: box(0, 500),
    own: [box(0, 60), box(64, 140)],
    others: [],
    width: 100,
    height: 24,
    rtl: false,
    ...changes,
  });

describe("free space in a line", () => {
  it("is behind what the line says, in the middle of its row", () => {
    expect(ask()).toEqual({ left: 146, top: 8 });
  });

  it("is not under what else stands in that row, such as a menu at its end", () => {
    expect(ask({ others: [box(260, 300)] })).toEqual({ left: 146, top: 8 });
    expect(ask({ others: [box(200, 240)] })).toEqual({ left: 246, top: 8 });
    expect(ask({ others: [box(240, 500)] })).toBeUndefined();
  });

  it("may touch the rows above and below by the space between letters, and no more", () => {
    expect(ask({ others: [box(0, 500, 30, 50), box(0, 500, -12, 10)] })).toEqual({ left: 146, top: 8 });
    expect(ask({ others: [box(0, 500, 26, 50)] })).toBeUndefined();
  });

  it("is none where the line is full, empty or hidden", () => {
    expect(ask({ own: [box(0, 420)] })).toBeUndefined();
    expect(ask({ own: [] })).toBeUndefined();
    expect(ask({ width: 0 })).toBeUndefined();
  });

  it("lies to the left of a right-to-left line", () => {
    expect(ask({ own: [box(440, 500), box(360, 436)], rtl: true })).toEqual({ left: 254, top: 8 });
    expect(ask({ own: [box(440, 500)], others: [box(100, 300)], rtl: true })).toEqual({ left: 334, top: 8 });
  });

  it("follows the first row of a line that is broken into several", () => {
    expect(ask({ own: [box(0, 100), box(0, 480, 32, 52)] })).toEqual({ left: 106, top: 8 });
  });
});
