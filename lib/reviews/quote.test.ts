import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteLength, limits } from "./limits.ts";
import { withQuote } from "./quote.ts";

const long = "Free returns within 100 days, no questions asked. ".repeat(30);

describe("a quote", () => {
  it("stands first, in marks, with room for the person's own words below", () => {
    expect(withQuote("", "Free returns within 100 days")).toEqual({
      text: "“Free returns within 100 days”\n\n",
      isCut: false,
    });
  });

  it("is one line, whatever the page's looked like", () => {
    expect(withQuote("", "  Free\u00A0returns\r\n\n\twithin  100 days ").text).toBe(
      "“Free returns within 100 days”\n\n",
    );
  });

  it("is not ended by marks inside it, nor reordered by what is invisible", () => {
    expect(withQuote("", "“Best” \u202Ereven\u202C shoes\u0000").text).toBe("“‘Best’ reven shoes”\n\n");
  });

  it("ends at a word, says that it was cut, and takes at most 400 bytes", () => {
    const { text, isCut } = withQuote("", long);
    expect(isCut).toBe(true);
    expect(byteLength(text.trim())).toBeLessThanOrEqual(400);
    expect(text.trim()).toMatch(/^“(?:Free returns within 100 days, no questions asked\. ?)+.*\S…”$/);
    const kept = text.trim().slice(1, -2);
    expect(long.startsWith(kept)).toBe(true);
    expect(long.charAt(kept.length)).toMatch(/[\s.,]/);
  });

  it.each([
    ["no spaces between words", "送料無料で百日以内なら返品できます。".repeat(20)],
    ["one endless word", "x".repeat(3000)],
    ["signs of many units", "👨‍👩‍👧‍👦".repeat(200)],
  ])("is cut where there are %s", (_, selection) => {
    const { text, isCut } = withQuote("", selection);
    expect(isCut).toBe(true);
    expect(byteLength(text.trim())).toBeLessThanOrEqual(400);
    expect(selection.startsWith(text.trim().slice(1, -2))).toBe(true);
    expect(text.length).toBeGreaterThan(20);
    expect(text.isWellFormed()).toBe(true);
  });

  it.each(["", "  \n ", "\u202E\u0000"])("of nothing changes nothing: %j", (selection) => {
    expect(withQuote("Mine. ", selection)).toEqual({ text: "Mine. ", isCut: false });
  });
});

describe("beside what was written", () => {
  it("comes after it", () => {
    expect(withQuote("The laces gave up.\n", "Made to last").text).toBe(
      "The laces gave up.\n\n“Made to last”\n\n",
    );
  });

  it("comes once, though it is pressed twice", () => {
    const once = withQuote("Mine.", long).text;
    expect(withQuote(once, long)).toEqual({ text: once, isCut: false });
  });

  it("takes what is free, as long as that says something", () => {
    const written = "a".repeat(800);
    const { text, isCut } = withQuote(written, long);
    expect(isCut).toBe(true);
    expect(byteLength(text.trim())).toBeLessThanOrEqual(limits.opinion);
  });

  it("loses nothing of a full text: its writer is told how much is too much", () => {
    const written = "a".repeat(limits.opinion);
    const { text } = withQuote(written, long);
    expect(text.startsWith(written)).toBe(true);
    expect(byteLength(text.trim())).toBeGreaterThan(limits.opinion);
    expect(byteLength(text.trim())).toBeLessThanOrEqual(limits.opinion + 82);
  });
});

it("any selection beside any text keeps the text, and is bounded", () => {
  const text = fc.string({ unit: "binary", maxLength: 400 });
  fc.assert(
    fc.property(text, text, (written, selection) => {
      const quoted = withQuote(written, selection);
      expect(quoted.text.startsWith(written.trimEnd())).toBe(true);
      expect(byteLength(quoted.text)).toBeLessThanOrEqual(byteLength(written) + 404);
      expect(quoted.isCut && quoted.text === written).toBe(false);
    }),
  );
});
