import type { Mention } from "../../model/mention.ts";
import { refused } from "../../model/refusal.ts";
import type { KeptBecause } from "../../model/research/item.ts";
import type { KeepRule } from "../../model/research/session.ts";
import { ok, type Result } from "../../model/result.ts";
import { likely } from "../../mentions/mention-finder.ts";
import { compilePattern } from "./pattern.ts";
import { foldText, hasWord } from "./words.ts";

/** Why a post is kept, and by which of the researcher's own words. */
export interface Match {
  readonly why: KeptBecause;
  readonly words: readonly string[];
}

/** `undefined`: the rule does not ask for this post. */
export type KeepTest = (post: { readonly text: string }, mentions: readonly Mention[]) => Match | undefined;

/**
 * Makes a rule ready. Problems: `refused` with `no-words` where own words are asked for and there are none, or with
 * `pattern` (`text`: which; `why`: a `PatternFlaw`).
 */
export function compileRule(rule: KeepRule): Result<KeepTest> {
  switch (rule.kind) {
    case "everything":
      return ok(() => ({ why: "everything", words: [] }));
    case "words":
      return wordsTest(rule.words);
    default:
      return ok(mentionsTest(rule));
  }
}

function mentionsTest({ brands, confidence }: Extract<KeepRule, { kind: "mentions" }>): KeepTest {
  const asked = new Set(brands);
  const isAsked = (mention: Mention): boolean =>
    mention.confidence >= confidence && (asked.size === 0 || asked.has(mention.brandId));
  return (_, mentions) => (mentions.some(isAsked) ? { why: "mention", words: [] } : undefined);
}

/** The confidence from which mentions are put down with an item. */
export function leastConfidence(rule: KeepRule): number {
  return rule.kind === "mentions" ? rule.confidence : likely;
}

type TextTest = (text: string, folded: string) => boolean;

function wordsTest(words: readonly string[]): Result<KeepTest> {
  const tests = new Map<string, TextTest>();
  for (const word of words.map((one) => one.trim()).filter((one) => one !== "")) {
    const pattern = /^\/(.+)\/$/su.exec(word)?.[1];
    const test = pattern === undefined ? plainTest(word) : compilePattern(pattern);
    if (typeof test === "string") return refused("pattern", { text: word, why: test });
    tests.set(word, test);
  }
  if (tests.size === 0) return refused("no-words");
  return ok(({ text }) => {
    const folded = foldText(text);
    const met = [...tests].filter(([, test]) => test(text, folded)).map(([word]) => word);
    return met.length > 0 ? { why: "words", words: met } : undefined;
  });
}

function plainTest(word: string): TextTest {
  const wanted = foldText(word);
  return (_, folded) => hasWord(folded, wanted);
}
