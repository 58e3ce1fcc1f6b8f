import { describe, expect, it } from "vitest";
import type { Mention } from "../../model/mention.ts";
import type { KeepRule } from "../../model/research/session.ts";
import { compileRule, leastConfidence, type Match } from "./rule.ts";

const kite: Mention = { brandId: "kite.example", name: "Kite", confidence: 0.8, reasons: ["name"] };

function judge(rule: KeepRule, text: string, mentions: readonly Mention[] = []): Match | undefined {
  const compiled = compileRule(rule);
  if (!compiled.ok) throw new Error(compiled.error.code);
  return compiled.value({ text }, mentions);
}
const words = (...list: readonly string[]): KeepRule => ({ kind: "words", words: list });

describe("own words", () => {
  it.each([
    ["refund", "Where is my REFUND?", true],
    ["refund", "refunds take weeks", false],
    ["Straße", "in der STRASSE", true],
    ["ΟΔΟΣ", "η οδός", false],
    ["οδος", "ΟΔΟΣ 5", true],
    ["soles", "ｓｏｌｅｓ fell off", true],
    ["C++", "I like C++.", true],
    ["#kite", "so #Kite it is", true],
    ["#kite", "#kites", false],
    ["never again", "never  again", false],
    ["鉛筆", "もみじ文具の新しい鉛筆、とても書きやすい", true],
    ["d'or", "Palme d’Or", true],
    ["ذهب", "الذهب", false],
    ["naïve", "so nai\u0308ve", true],
  ])("%j in %j: %s", (word, text, isThere) => {
    expect(judge(words(word), text)).toEqual(isThere ? { why: "words", words: [word] } : undefined);
  });

  it("say which of them were met, patterns too", () => {
    expect(
      judge(words("refund", " sole ", "/soles? (?:broke|fell)/", "laces"), "Refund! The sole fell"),
    ).toEqual({
      why: "words",
      words: ["refund", "sole", "/soles? (?:broke|fell)/"],
    });
  });

  it("are refused before recording begins where there are none, or one cannot be used", () => {
    expect(compileRule(words("", "  "))).toMatchObject({
      error: { code: "refused", params: { reason: "no-words" } },
    });
    expect(compileRule(words("fine", "/(a)\\1/"))).toMatchObject({
      error: { code: "refused", params: { reason: "pattern", text: "/(a)\\1/", why: "refers-back" } },
    });
  });
});

describe("mentions", () => {
  it("are those of any brand from the chosen confidence on", () => {
    const rule: KeepRule = { kind: "mentions", confidence: 0.8, brands: [] };
    expect(judge(rule, "Kite", [kite])).toEqual({ why: "mention", words: [] });
    expect(judge(rule, "Kite", [{ ...kite, confidence: 0.79 }])).toBeUndefined();
    expect(leastConfidence(rule)).toBe(0.8);
  });

  it("or of the chosen brands alone", () => {
    const rule: KeepRule = { kind: "mentions", confidence: 0.5, brands: ["solvang.example"] };
    expect(judge(rule, "Kite", [kite])).toBeUndefined();
    expect(judge(rule, "Kite", [kite, { ...kite, brandId: "solvang.example" }])).toBeDefined();
  });
});

it("everything is kept as such", () => {
  expect(judge({ kind: "everything" }, "")).toEqual({ why: "everything", words: [] });
});
