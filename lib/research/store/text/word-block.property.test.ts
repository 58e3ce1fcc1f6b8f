import * as fc from "fast-check";
import { expect, it } from "vitest";
import { segmentSize } from "../../../db/research-segments.ts";
import { packWords, unpackWords } from "../segment-bytes.ts";
import { WordBlockBuilder } from "./build-words.ts";
import { type Phrase, textQuery } from "./text-query.ts";
import { type Word, wordsOf } from "./words.ts";

/*
 * What is packed finds what reading every text would find: small vocabularies, so that words meet, and texts of several
 * scripts.
 */

const word = fc.constantFrom(
  "so",
  "sole",
  "soles",
  "Söle",
  "the",
  "of",
  "返",
  "品",
  "返品",
  "ไทย",
  "👟",
  "e-mail",
  "x".repeat(70),
);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
const fields = fc.array(text, { minLength: 1, maxLength: 3 });
const query = fc
  .array(
    fc.oneof(
      word,
      fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `"${words.join(" ")}"`),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join(" "));
const places = fc
  .uniqueArray(fc.nat(segmentSize - 1), { minLength: 20, maxLength: 20 })
  .map((list) => list.toSorted((a, b) => a - b));

function hasPhrase(words: readonly Word[], phrase: Phrase): boolean {
  return words.some((_, start) =>
    phrase.every(({ text, isBeginning }, offset) => {
      const found = words[start + offset]?.text;
      return isBeginning ? found?.startsWith(text) : found === text;
    }),
  );
}

it("finds what reading every text would find, also after it was stored", () => {
  fc.assert(
    fc.property(fc.array(fields, { maxLength: 20 }), places, query, (texts, numbers, typed) => {
      const builder = new WordBlockBuilder();
      for (const [index, fields] of texts.entries()) builder.add({ place: numbers[index] ?? 0, fields });
      const built = builder.build();
      const phrases = textQuery(typed);
      const expected = texts.map((fields) =>
        phrases.every((phrase) => fields.some((field) => hasPhrase(wordsOf(field), phrase))),
      );
      for (const block of [built, unpackWords(packWords(built))]) {
        const hits = block?.search(phrases);
        expect(texts.map((_, index) => hits?.[numbers[index] ?? 0] === phrases.length)).toEqual(expected);
      }
    }),
  );
});
