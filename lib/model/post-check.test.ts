import { describe, expect, it } from "vitest";
import { hasStopped, withCheck, type PostCheck } from "./post-check.ts";

const after = (pages: string): PostCheck | undefined =>
  pages
    .split("")
    .reduce<PostCheck | undefined>((check, page) => withCheck(check, page === "1", 7), undefined);
const stopped = (pages: string): boolean => hasStopped(after(pages)!);

describe("a platform whose posts are no longer found", () => {
  it("is one that worked and then showed none five times running", () => {
    expect(stopped("10000")).toBe(false);
    expect(stopped("100000")).toBe(true);
    expect(stopped("1000001")).toBe(false);
  });

  it("or one that never worked in ten pages", () => {
    expect(stopped("000000000")).toBe(false);
    expect(stopped("0000000000")).toBe(true);
  });

  it("is not forgotten to have worked once", () => {
    expect(stopped(`1${"0".repeat(40)}`)).toBe(true);
    expect(stopped(`1${"0".repeat(40)}1`)).toBe(false);
  });

  it("leaves a record that does not grow", () => {
    expect(after("01".repeat(500))).toEqual({ worked: true, recent: "0101010101", at: 7 });
  });
});
