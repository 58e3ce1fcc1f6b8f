import { describe, expect, it } from "vitest";
import type { Mention } from "../../lib/model/mention.ts";
import { excerptOf, runsOf } from "./marked-text.ts";

function naming(text: string, ...words: readonly string[]): { text: string; mentions: Mention[] } {
  return { text, mentions: words.map((word) => mention(text.indexOf(word), word.length, word)) };
}

function mention(start: number, length: number, name: string): Mention {
  const span = { start, end: start + length };
  return { brandId: `${name}.example`, name, span, confidence: 0.9, reasons: ["name"] };
}

const words = (text: string): string => `${text} `.repeat(40);

describe("runsOf", () => {
  it("marks brands and leaves the rest as it is", () => {
    expect(runsOf(naming("Fabrikam or Northwind?", "Northwind", "Fabrikam"))).toEqual([
      { text: "Fabrikam", brand: "Fabrikam" },
      { text: " or " },
      { text: "Northwind", brand: "Northwind" },
      { text: "?" },
    ]);
  });

  it("loses nothing and doubles nothing where spans overlap or lie outside", () => {
    const text = "Northwind Shoes";
    const mentions = [
      mention(0, 9, "Northwind"),
      mention(0, 15, "Northwind Shoes"),
      mention(10, 5, "Shoes"),
      mention(12, 40, "Beyond"),
      mention(3, 0, "Nothing"),
    ];
    expect(runsOf({ text, mentions })).toEqual([{ text, brand: "Northwind Shoes" }]);
    expect(runsOf({ text: "", mentions })).toEqual([]);
  });

  it("takes a mention that only a link makes for granted", () => {
    const linked: Mention = { brandId: "a.example", name: "A", confidence: 1, reasons: ["link"] };
    expect(runsOf({ text: "Look at this", mentions: [linked] })).toEqual([{ text: "Look at this" }]);
  });
});

describe("excerptOf", () => {
  it("is the whole of a short text", () => {
    expect(excerptOf(naming("Is Fabrikam worth it?", "Fabrikam"))).toEqual([
      { text: "Is " },
      { text: "Fabrikam", brand: "Fabrikam" },
      { text: " worth it?" },
    ]);
  });

  it("begins a little before the first mention, with a word", () => {
    const runs = excerptOf(naming(`${words("before")}Northwind${words(" after")}`, "Northwind"));
    expect(runs[0]).toEqual({ text: "…" });
    expect(runs[1]?.text).toMatch(/^before (?:before )+$/);
    expect(runs[2]).toEqual({ text: "Northwind", brand: "Northwind" });
    expect(runs.at(-1)).toEqual({ text: "…" });
  });

  it("begins at the start where no word of the text is a mention", () => {
    const runs = excerptOf({ text: words("word"), mentions: [] });
    expect(runs[0]?.text.startsWith("word word")).toBe(true);
  });

  it("cuts no character in two", () => {
    const text = `${"👟".repeat(61)}Northwind`;
    const [, first] = excerptOf(naming(text, "Northwind"));
    expect(first?.text.isWellFormed()).toBe(true);
  });
});
