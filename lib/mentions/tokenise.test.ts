import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName } from "../brands/fold-name.ts";
import { hashWord } from "./hash.ts";
import { Gap, gapMask, Sigil, sigilOf, TokenBit, TokenList } from "./tokens.ts";
import { tokenise } from "./tokenise.ts";

function wordsOf(text: string): string[] {
  const tokens = tokensOf(text);
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]));
}

function tokensOf(text: string): TokenList {
  const tokens = new TokenList();
  tokenise(text, text.length, tokens);
  return tokens;
}

describe("words", () => {
  test.each([
    ["I bought Nike shoes.", ["I", "bought", "Nike", "shoes"]],
    ["McDonald's", ["McDonald", "s"]],
    ["H&M, M&amp;S", ["H", "&", "M", "M", "&amp;", "S"]],
    ["Disney+ now", ["Disney", "+", "now"]],
    ["ユニクロで", ["ユ", "ニ", "ク", "ロ", "で"]],
    ["Nestle\u0301 and \u{1d5e1}ike", ["Nestle\u0301", "and", "\u{1d5e1}ike"]],
    ["#TimHortons @BBC_news24", ["Tim", "Hortons", "BBC", "news", "24"]],
    ["# nike @ nike", ["nike", "nike"]],
    ["😀Nike😀", ["Nike"]],
    ["a\ud800b", ["a", "b"]],
    ["", []],
  ])("of %s", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("links and addresses are no names, and are told apart", () => {
    const text = "see https://nike.com/run, nike.com and me@nike.com";
    const { links } = tokensOf(text);
    expect(links.map(({ start, end }) => text.slice(start, end))).toEqual([
      "https://nike.com/run",
      "nike.com",
    ]);
    const tokens = tokensOf(text);
    const open = Array.from({ length: tokens.count }, (_, i) => i).filter(
      (i) => (tokens.infoAt(i) & TokenBit.blocked) === 0,
    );
    expect(open.map((i) => text.slice(tokens.start[i], tokens.end[i]))).toEqual(["see", "and"]);
  });

  test("two sentences without a space are no address", () => {
    expect(tokensOf("I was home.Then I left. It was.It was").links).toEqual([]);
  });
});

describe("what stands between", () => {
  test.each([
    ["Home Depot", Gap.space],
    ["Coca-Cola", Gap.joiner],
    ["Home, Depot", Gap.pause],
    ["home. Depot", Gap.sentence],
    ["home . Depot", Gap.sentence],
    ["home\nDepot", Gap.sentence],
    ["St. Ives", Gap.space],
  ])("%s", (text, gap) => {
    expect(tokensOf(text).infoAt(1) & gapMask).toBe(gap);
  });

  test.each([
    ["@nike", Sigil.handle],
    ["@ nike", Sigil.handle],
    ["#nike", Sigil.hashtag],
    ["$NKE", Sigil.cashtag],
    ["nike", Sigil.none],
  ])("the sign of %s", (text, sigil) => {
    expect(sigilOf(tokensOf(text).infoAt(0))).toBe(sigil);
  });
});

/** Any UTF-16 units, lone surrogates among them, and much of what steers the scan. */
const anyUnits = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(..."@#$&+. '-_/Aaé1".split("").map((sign) => sign.charCodeAt(0))),
    ),
    { maxLength: 80 },
  )
  .map((units) => String.fromCharCode(...units));

describe("any text", () => {
  test("words lie in it, in order, and hash as foldName folds them", () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        const tokens = tokensOf(text);
        let from = 0;
        for (let i = 0; i < tokens.count; i++) {
          const [start, end] = [tokens.start[i] ?? -1, tokens.end[i] ?? -1];
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          from = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a Latin word hashes as its folded form", () => {
    const letters = fc.constantFrom(..."abcdéèüñßøłçÅÉ0123".split(""));
    fc.assert(
      fc.property(fc.string({ unit: letters, minLength: 1, maxLength: 12 }), (word) => {
        const tokens = tokensOf(word);
        expect(tokens.count).toBe(1);
        expect(tokens.hash[0]).toBe(hashWord(foldName(word)));
      }),
    );
  });
});
