import * as fc from "fast-check";
import { expect, it } from "vitest";
import { argsort, sortIn } from "./argsort.ts";

const values = fc.array(
  fc.oneof(
    fc.double(),
    fc.constantFrom(0, -0, Number.NaN, Number.NEGATIVE_INFINITY, 1_764_000_000_000, 1_764_000_000_001),
  ),
  { maxLength: 60 },
);

function expected(list: readonly number[]): readonly number[] {
  const rows = list.map((_, row) => row);
  const valued = rows.filter((row) => !Number.isNaN(list[row]));
  const byValue = valued.toSorted((a, b) => {
    const [one = 0, other = 0] = [list[a], list[b]];
    return one === other ? a - b : one < other ? -1 : 1;
  });
  return [...byValue, ...rows.filter((row) => Number.isNaN(list[row]))];
}

it("sorts rows by value, equal ones by row, those without a value last", () => {
  fc.assert(
    fc.property(values, (list) => {
      const { rows, valued } = argsort(Float64Array.from(list));
      expect([...rows]).toEqual(expected(list));
      expect(valued).toBe(list.filter((value) => !Number.isNaN(value)).length);
    }),
  );
});

it("sorts rows in that came later as if all had come at once", () => {
  fc.assert(
    fc.property(values, values, (first, later) => {
      const all = Float64Array.from([...first, ...later]);
      const known = argsort(all.subarray(0, first.length));
      expect(sortIn(known, all)).toEqual(argsort(all));
    }),
  );
});
