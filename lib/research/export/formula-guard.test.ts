import { assert, boolean, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { guarded, unguarded } from "./formula-guard.ts";

describe("the guard against formulas", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1", "'=1"])(
    "puts an apostrophe before %j",
    (text) => expect(guarded(text, true)).toBe(`'${text}`),
  );

  it.each(["", "plain", "a=1", "'quoted'", "5 - 3"])("leaves %j alone", (text) =>
    expect(guarded(text, true)).toBe(text),
  );

  it("can be undone, whether it was on or off", () => {
    const risky = string({ unit: constantFrom("'", "=", "+", "-", "@", "\t", "\r", "a", "＝") });
    assert(
      property(risky, boolean(), (text, isOn) => {
        expect(unguarded(guarded(text, isOn))).toBe(text);
      }),
    );
  });
});
