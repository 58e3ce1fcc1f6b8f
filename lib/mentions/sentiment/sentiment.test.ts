import { readFileSync } from "node:fs";
import { assert, property, string } from "fast-check";
import { SentimentIntensityAnalyzer } from "vader-sentiment";
import { describe, expect, test } from "vitest";
import { lexiconWords } from "./lexicon-words.ts";
import { theLexicon } from "./lexicon.ts";
import { sentimentMethod, sentimentOf } from "./index.ts";

const score = (text: string): number => sentimentOf(text, "en")?.score ?? Number.NaN;

describe("the sentiment of a text", () => {
  test.each([
    "VADER is smart, handsome, and funny.",
    "VADER is smart, handsome, and funny!",
    "VADER is very smart and funny.",
    "The soles are REALLY bad and the shop is RUDE!!!",
    "This is the least good pair.",
    "The plot was good, but the characters are uncompelling and the dialog is not great.",
    "At least it isn't a horrible book.",
    "The book was only kind of good.",
  ])("VADER's own examples come out as its authors' program has them: %s", (text) => {
    expect(score(text)).toBeCloseTo(SentimentIntensityAnalyzer.polarity_scores(text).compound, 2);
  });

  test("says with which method and version", () => {
    expect(sentimentOf("Good soles.", "en-GB")).toEqual({
      score: expect.any(Number),
      method: sentimentMethod,
    });
  });

  test("a negation turns a word round and weakens it", () => {
    expect(score("Not great")).toBeLessThan(0);
    expect(Math.abs(score("Not great"))).toBeLessThan(score("Great"));
    expect(score("They don’t work well")).toBeLessThan(0);
    expect(score("No, good soles")).toBeGreaterThan(0);
    expect(score("Never so good")).toBeGreaterThan(score("Good"));
    expect(score("NOT :)")).toBeGreaterThan(0);
  });

  test("capitals, signs and stretched letters make it stronger", () => {
    expect(score("I LOVE these shoes")).toBeGreaterThan(score("I love these shoes"));
    expect(score("I looooove these shoes")).toBeGreaterThan(score("I love these shoes"));
    expect(score("I love these shoes!!!")).toBeGreaterThan(score("I love these shoes"));
  });

  test("emoji, emoticons and tags count, also where they lean on a word", () => {
    expect(score("New shoes 😍")).toBeGreaterThan(0.05);
    expect(score("New shoes😡😡")).toBeLessThan(-0.05);
    expect(score("New shoes :(")).toBeLessThan(-0.05);
    expect(score("#epicFail today")).toBeLessThan(-0.05);
    expect(score("❤️")).toBeGreaterThan(0.05);
  });

  test("what people say of things they bought", () => {
    expect(score("The sole fell apart, it stopped working after a week")).toBeLessThan(-0.4);
    expect(score("Sturdy and well-made, highly recommend")).toBeGreaterThan(0.4);
  });

  test("names in handles and addresses judge nothing", () => {
    expect(score("@bestbuy https://great.example/love opened a shop")).toBe(0);
  });

  test("is not scored in another language, by what the page says or by its small words", () => {
    expect(sentimentOf("I love it", "de")).toBeUndefined();
    expect(sentimentOf("Die Schuhe waren im Krieg toll", undefined)).toBeUndefined();
    expect(sentimentOf("J'adore les chaussures", "und")).toBeUndefined();
    expect(sentimentOf("I love the soles of these shoes", undefined)?.score).toBeGreaterThan(0);
  });

  test("is not scored without words", () => {
    expect(sentimentOf("", "en")).toBeUndefined();
    expect(sentimentOf("  … 12 ", "en")?.score ?? 0).toBe(0);
    expect(sentimentOf("https://northwind.example/", "en")).toBeUndefined();
  });

  test("stays between −1 and 1 whatever stands in the text", () => {
    assert(
      property(string({ unit: "grapheme" }), (text) => {
        const found = sentimentOf(text, "en");
        return found === undefined || Math.abs(found.score) <= 1;
      }),
    );
  });

  test("its words are VADER's, and nothing of them is lost", () => {
    const original = readFileSync("node_modules/vader-sentiment/vader_lexicon.txt", "utf8")
      .split("\n")
      .map((line) => line.split("\t"))
      .filter(([word, valence]) => valence !== undefined && !word?.includes(" "));
    const last = new Map(original.map(([word, valence]) => [word ?? "", Number(valence)]));
    const packed = new Map(
      lexiconWords.flatMap(([valence, words]) => words.split(" ").map((word) => [word, valence])),
    );
    expect(packed).toEqual(last);
    expect(theLexicon().valence.size).toBeGreaterThan(packed.size);
  });
});
