import { array, assert, constantFrom, oneof, property, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import type { TopicText } from "../../model/topic.ts";
import { english, french, german } from "./sentences.fixture.ts";
import { longestQuote } from "./sentence-span.ts";
import { topicsOf } from "./topics.ts";

const sentences = [...english, ...german, ...french].map(([text]) => text);
/** Whole sentences, pieces of them, signs and any Unicode at all, thrown together. */
const piece = oneof(
  constantFrom(...sentences),
  constantFrom(
    "price",
    "return",
    "of the",
    "can't wait",
    "log",
    "in",
    "🎉",
    "👩‍👩‍👧",
    "\ud83c",
    "'",
    "-",
    ".",
    "…\n",
  ),
  string({ unit: "binary", maxLength: 12 }),
  string({ unit: "grapheme", maxLength: 12 }),
);
const someText = tuple(array(piece, { maxLength: 14 }), constantFrom("", " ", ". ")).map(
  ([pieces, between]) => pieces.join(between),
);
const someTexts = array(someText, { maxLength: 12 }).map((all): TopicText[] =>
  all.map((text, index) => ({ id: String(index), text })),
);

function aspectCounts(texts: readonly TopicText[]): Map<string, number> {
  const aspects = topicsOf(texts).filter(({ kind }) => kind === "aspect");
  return new Map(aspects.map(({ id, count }) => [id, count]));
}

describe("whatever is written", () => {
  it("each quote is a piece of its text, and its marks are pieces of the quote, in order", () => {
    assert(
      property(someTexts, (texts) => {
        for (const { sentences } of topicsOf(texts)) {
          for (const { textId, start, end, marks } of sentences) {
            const { length } = texts[Number(textId)]?.text ?? "";
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(length);
            expect(marks.length).toBeGreaterThan(0);
            let at = start;
            for (const mark of marks) {
              expect(mark.start).toBeGreaterThanOrEqual(at);
              expect(mark.end).toBeGreaterThan(mark.start);
              at = mark.end;
            }
            expect(at).toBeLessThanOrEqual(end);
            expect(end - start).toBeLessThanOrEqual(Math.max(longestQuote, at - start));
          }
        }
      }),
    );
  });

  it("a topic counts no more texts than there are, and as many as it quotes", () => {
    assert(
      property(someTexts, (texts) => {
        for (const { count, sentences } of topicsOf(texts)) {
          expect(count).toBeLessThanOrEqual(texts.length);
          expect(new Set(sentences.map(({ textId }) => textId)).size).toBe(count);
        }
      }),
    );
  });

  it("the order of the texts changes no aspect's count", () => {
    assert(
      property(someTexts, (texts) => {
        expect(aspectCounts(texts.toReversed())).toEqual(aspectCounts(texts));
      }),
    );
  });

  it.each([
    ["one word without end", "a".repeat(100_000)],
    ["nothing but terms", "price ".repeat(16_000)],
    ["terms without spaces", "price-".repeat(16_000)],
    ["beginnings of terms", "can t ".repeat(16_000)],
    ["stops alone", ".".repeat(100_000)],
    ["quotes alone", '"'.repeat(100_000)],
    ["emoji alone", "🎉".repeat(50_000)],
    ["half an emoji", "\ud83c".repeat(100_000)],
    ["accents alone", "\u0301".repeat(100_000)],
    ["words that no one else uses", Array.from({ length: 15_000 }, (_, i) => `w${i}x`).join(" ")],
  ])("%s is read to its end", (_, text) => {
    const topics = topicsOf([
      { id: "a", text },
      { id: "b", text: `${text} ` },
      { id: "c", text: "The price is high" },
    ]);
    for (const { count } of topics) expect(count).toBeLessThanOrEqual(3);
  });
});
