import { array, assert, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { ScrollMap, tallestPx } from "./scroll-map.ts";

const rowPx = 52;
const viewPx = 600;

function mapOf(count: number): ScrollMap {
  const map = new ScrollMap();
  map.resize(count, rowPx, viewPx);
  return map;
}

describe("a list that an element can hold", () => {
  it("is scrolled pixel by pixel", () => {
    const map = mapOf(1000);
    expect(map.heightPx).toBe(52_000);
    map.moved(520);
    expect(map.range(0)).toEqual([10, 22]);
    expect(map.shiftPx).toBe(0);
    map.moved(50_000);
    expect(map.range(0)[0]).toBe(961);
    expect(map.shiftPx).toBe(0);
  });

  it("has no rows where it is empty, and few where it is short", () => {
    expect(mapOf(0).range(5)).toEqual([0, 0]);
    expect(mapOf(3).range(5)).toEqual([0, 3]);
  });
});

describe("a million rows", () => {
  it("fit into an element that browsers can draw, and the last one is reached", () => {
    const map = mapOf(1_000_000);
    expect(map.heightPx).toBe(tallestPx);
    map.moved(tallestPx - viewPx);
    expect(map.range(0)[1]).toBe(1_000_000);
    map.moved(0);
    expect(map.range(0)[0]).toBe(0);
  });

  it("move by pixels under a wheel and by shares under the thumb", () => {
    const map = mapOf(1_000_000);
    map.moved(7_500_000);
    const [middle] = map.range(0);
    expect(middle).toBeGreaterThan(495_000);
    expect(middle).toBeLessThan(505_000);
    map.moved(7_500_000 + 10 * rowPx);
    expect(map.range(0)[0]).toBe(middle + 10);
  });

  it("stay where they are when the thumb is put where it belongs", () => {
    const map = mapOf(1_000_000);
    map.moved(7_500_000);
    for (let step = 1; step <= 500; step += 1) map.moved(7_500_000 + step * 100);
    const before = map.range(0);
    map.rest();
    expect(map.scrollTop).toBeLessThan(7_550_000);
    expect(map.range(0)).toEqual(before);
    // What the element then tells is what it was set to, rounded.
    map.landed(Math.round(map.scrollTop));
    map.moved(Math.round(map.scrollTop));
    expect(map.range(0)).toEqual(before);
  });

  it("end without a jump: the last rows are scrolled pixel by pixel", () => {
    const map = mapOf(1_000_000);
    map.reveal(999_900);
    const [from] = map.range(0);
    map.moved(map.scrollTop + 10 * rowPx);
    expect(map.range(0)[0]).toBe(from + 10);
    expect(map.scrollTop).toBeLessThan(tallestPx - viewPx);
  });

  it("show any row that is asked for", () => {
    assert(
      property(array(nat(999_999), { minLength: 1, maxLength: 20 }), (indexes) => {
        const map = mapOf(1_000_000);
        for (const index of indexes) {
          map.reveal(index);
          const [from, to] = map.range(0);
          expect(from).toBeLessThanOrEqual(index);
          expect(to).toBeGreaterThan(index);
          expect(map.scrollTop).toBeGreaterThanOrEqual(0);
          expect(map.scrollTop).toBeLessThanOrEqual(tallestPx - viewPx);
        }
      }),
    );
  });
});

it("keeps its first row when rows become taller, and its place when there are fewer", () => {
  const map = mapOf(10_000);
  map.reveal(5000);
  const [first] = map.range(0);
  map.resize(10_000, 104, viewPx);
  expect(map.range(0)[0]).toBe(first);
  map.resize(10, 104, viewPx);
  expect(map.range(0)).toEqual([4, 10]);
});
