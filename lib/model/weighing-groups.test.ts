import { describe, expect, it } from "vitest";
import type { Weighing, WeighReason } from "./weighing.ts";
import { burstsIn, lighterView, reasonGroups } from "./weighing-groups.ts";

const few = { kind: "few", voices: 0 } as const;

function burst(from: number, to: number, stars: number, count: number): WeighReason {
  return { signal: "burst", reason: "burst", params: { from, to, count: 40, usual: 3, stars }, count };
}

function alike(count: number): WeighReason {
  return { signal: "alike-text", reason: "alike-text", params: { count }, count };
}

/** `rows`: for each review the indexes of its reasons. */
function weighing(reasons: readonly WeighReason[], rows: readonly (readonly number[])[]): Weighing {
  const lighter = rows.map((own, index) => ({
    id: `id${index}`,
    author: `author${index}`,
    weight: 0.4,
    reasons: own,
  }));
  return { plain: few, weighed: few, reasons, lighter };
}

describe("reasons in lines", () => {
  it("join what one burst says of several stars, and keep bursts of other days apart", () => {
    const groups = reasonGroups(
      weighing([burst(10, 12, 5, 2), burst(10, 12, 4, 1), burst(90, 90, 1, 1)], [[0], [0], [1], [2]]),
    );
    expect(groups.map(({ key, ids, reasons }) => [key, ids.size, reasons.length])).toEqual([
      ["burst 10-12", 3, 2],
      ["burst 90-90", 1, 1],
    ]);
  });

  it("join groups of alike texts, and count a review once however many reasons it has", () => {
    const groups = reasonGroups(
      weighing([alike(2), alike(3), burst(1, 1, 5, 1)], [[0, 2], [0], [1], [1, 0]]),
    );
    expect(groups.map(({ key, ids }) => [key, [...ids]])).toEqual([
      ["alike-text", ["id0", "id1", "id2", "id3"]],
      ["burst 1-1", ["id0"]],
    ]);
  });

  it("leave out reasons that made no review weigh less, and stand by size, then by name", () => {
    const own: WeighReason = { signal: "own-brand", reason: "own-brand", params: {}, count: 1 };
    const groups = reasonGroups(weighing([own, alike(1), burst(3, 3, 5, 9)], [[0], [1]]));
    expect(groups.map(({ key }) => key)).toEqual(["alike-text", "own-brand"]);
    expect(reasonGroups(weighing([], []))).toEqual([]);
  });
});

describe("what is said of one review", () => {
  it("is its weight and all its reasons", () => {
    const reasons = [alike(2), burst(1, 1, 5, 1)];
    const said = weighing(reasons, [[1], [0, 1]]);
    expect(lighterView(said, "id1")).toEqual({ weight: 0.4, reasons });
    expect(lighterView(said, "id0")).toEqual({ weight: 0.4, reasons: reasons.slice(1) });
    expect(lighterView(said, "a full voice")).toBeUndefined();
  });
});

describe("bursts", () => {
  it("are told once each, oldest first, and are of days only", () => {
    const said = weighing([burst(90, 91, 1, 1), burst(10, 12, 5, 2), burst(10, 12, 4, 1), alike(2)], []);
    expect(burstsIn(said)).toEqual([
      { from: 10, to: 12 },
      { from: 90, to: 91 },
    ]);
  });
});
