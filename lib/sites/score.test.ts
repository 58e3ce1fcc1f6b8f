import { describe, expect, it } from "vitest";
import { parseScore } from "./score.ts";

describe("a score", () => {
  it.each([
    ["12", 12],
    ["1.2k", 1200],
    ["-3", -3],
    ["−3 points", -3],
    ["–1.5k", -1500],
    [" -4 ", -4],
    ["12-3", 12],
    ["•", undefined],
    ["Vote", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("%o is %s", (text, score) => expect(parseScore(text)).toBe(score));
});
