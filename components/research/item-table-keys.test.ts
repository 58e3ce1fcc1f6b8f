import { describe, expect, it } from "vitest";
import { actOf } from "./item-table-keys.ts";

const press = (key: string, held: Partial<Record<"altKey" | "ctrlKey" | "shiftKey", boolean>> = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

describe("keys of the table", () => {
  it("move, select and open", () => {
    expect(["j", "k", "End", "x", " ", "Enter"].map((key) => actOf(press(key), true))).toEqual([
      "next",
      "previous",
      "last",
      "select",
      "select",
      "open",
    ]);
    expect(actOf(press("X", { shiftKey: true }), true)).toBe("select-range");
    expect(actOf(press(" ", { shiftKey: true }), true)).toBe("select-range");
  });

  it("are left to the browser with Ctrl and Alt, but for selecting everything", () => {
    expect(actOf(press("c", { ctrlKey: true }), true)).toBeUndefined();
    expect(actOf(press("ArrowDown", { altKey: true }), true)).toBeUndefined();
    expect(actOf(press("a", { ctrlKey: true }), true)).toBe("select-all");
  });

  it("do without letters where the person does not want them", () => {
    expect(["j", "x", "c", "n", "e", "?"].map((key) => actOf(press(key), false))).toEqual(
      Array.from({ length: 6 }),
    );
    expect(actOf(press("ArrowDown"), false)).toBe("next");
  });
});
