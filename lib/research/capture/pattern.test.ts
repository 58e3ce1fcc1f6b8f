import { describe, expect, it } from "vitest";
import { compilePattern } from "./pattern.ts";

function matcher(source: string): (text: string) => boolean {
  const compiled = compilePattern(source);
  if (typeof compiled === "string") throw new Error(`${source}: ${compiled}`);
  return compiled;
}

describe("a pattern", () => {
  it.each([
    ["kite", "My KITE flies"],
    ["k[aeiou]te", "kate"],
    ["colou?r", "color and colour"],
    ["^start", "start of it"],
    ["end$", "the end"],
    ["(?:north|south)wind", "Southwind"],
    ["(?<where>north|south) wind", "north wind"],
    ["a{2,3}b", "xaab"],
    ["\\d{4}-\\d{2}", "in 2026-11"],
    ["\\bär\\b", "der Är."],
    ["\\p{Lu}\\p{L}+ \\+\\+", "Kite ++"],
    ["[^a-z ]", "naïve"],
    ["soles?.*(?:broke|fell)", "the soles of both fell off"],
    ["\\u{1F600}", "so 😀"],
    ["[\\]x]{2}", "]x"],
  ])("/%s/ finds %j", (source, text) => {
    expect(matcher(source)(text)).toBe(true);
    expect(matcher(source)("zz")).toBe(false);
  });

  it.each([
    ["kite\\b", "kites"],
    ["\\bar\\b", "är bar"],
    ["^end", "the end"],
    ["a{2}b", "ab"],
    ["^(?:ab)+$", "aba"],
    [".x", "\nx"],
  ])("/%s/ does not find %j", (source, text) => {
    expect(matcher(source)(text)).toBe(false);
  });

  it("agrees with JavaScript where that can be asked safely", () => {
    const sources = [
      "a|bc",
      "(a|b)*c",
      "a+b?c*",
      "[ab]+c",
      "(?:a(?:b|c))+",
      "a.c",
      "(a?){3}b",
      "\\wb",
      "a\\sb",
    ];
    const texts = ["", "a", "abc", "bca", "aabbc", "acab", "b", "a b", "ccc", "abab", "cb"];
    for (const source of sources) {
      const compiled = compilePattern(source);
      for (const text of texts)
        if (typeof compiled !== "string")
          expect([source, text, compiled(text)]).toEqual([source, text, new RegExp(source, "iu").test(text)]);
    }
  });
});

describe("a pattern that cannot be used", () => {
  it.each([
    ["(kite", "syntax"],
    ["kite)", "syntax"],
    ["(?i:kite)", "syntax"],
    ["(?<=a)b", "looks-around"],
    ["a(?!b)", "looks-around"],
    ["(a)\\1", "refers-back"],
    ["(?<n>a)\\k<n>", "refers-back"],
    ["a{1,5000}", "too-long"],
    ["(?:(?:(?:(?:){300}){300}){300}){300}x", "too-long"],
    ["x".repeat(301), "too-long"],
    [".*", "matches-all"],
    ["a?", "matches-all"],
  ])("%s is refused: %s", (source, flaw) => {
    expect(compilePattern(source)).toBe(flaw);
  });
});

it("takes no longer than its text, however hostile it is", () => {
  // Each of these takes JavaScript's own engine longer than the age of the universe.
  for (const source of ["(a+)+$", "(a|aa)+$", "(.*)(.*)(.*)(.*)(.*)(.*)x$", "((a*)*)*b", "(?:a?){30}a{30}b"])
    expect(matcher(source)("a".repeat(5000))).toBe(source.endsWith("a+)+$") || source === "(a|aa)+$");
});
