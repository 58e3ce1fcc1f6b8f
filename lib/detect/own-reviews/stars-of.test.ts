import { describe, expect, it } from "vitest";
import { starsOf } from "./stars-of.ts";

describe("stars as pages write them", () => {
  it.each([
    ["5", 5],
    ["4,5", 4.5],
    ["5.0 star rating", 5],
    ["4.0 out of 5 stars", 4],
    ["3,0 von 5 Sternen", 3],
    ["2 sur 5", 2],
    ["5つ星のうち4.0", 4],
    ["80%", 4],
    ["width: 100%;", 5],
    ["a-icon a-icon-star a-star-4", 4],
    ["a-star-mini-4-5", 4.5],
    ["tp-stars tp-stars--3", 3],
    ["★★★☆☆", 3],
  ])("%s is %d", (text, stars) => {
    expect(starsOf(text)).toBe(stars);
  });

  it("on another scale become stars of five", () => {
    expect(starsOf("9", "10")).toBe(4.5);
    expect(starsOf("8")).toBe(4);
    expect(starsOf("60", "100")).toBe(3);
  });

  it.each(["", "five", "0", "7 out of 5", "-3", "3 of 2", "101", "★★★★★", "9".repeat(90)])(
    "“%s” tells nothing that is sure",
    (text) => {
      expect(starsOf(text)).toBeUndefined();
    },
  );
});
