import { describe, expect, test } from "vitest";
import { halfOf, ratedTexts } from "./rated-texts.ts";
import { sentimentFigures } from "./sentiment-figures.ts";

const rated = (...scores: number[]): { text: string; score: number; kind: string }[] =>
  scores.map((score, at) => ({ text: `text ${at}`, score, kind: "" }));

describe("figures of sentiment", () => {
  test("scores in a line with ratings go together wholly; each sign is right", () => {
    const texts = rated(-3, -1, 0, 1, 3);
    expect(sentimentFigures(texts, ({ score }) => score / 4)).toEqual({ texts: 5, r: 1, signAccuracy: 1 });
    expect(sentimentFigures(texts, ({ score }) => -score / 4)).toEqual({
      texts: 5,
      r: -1,
      signAccuracy: 0.2,
    });
  });

  test("a score below the edge is neutral, and right only where people say exactly 0", () => {
    expect(sentimentFigures(rated(0, 0.1), () => 0.04).signAccuracy).toBe(0.5);
  });

  test("where all scores are alike there is no r", () => {
    expect(sentimentFigures(rated(1, 2), () => 0).r).toBeNull();
  });

  test("of no texts there are no figures, and of ratings beyond all numbers no r", () => {
    expect(sentimentFigures([], () => 1)).toEqual({ texts: 0, r: null, signAccuracy: null });
    expect(sentimentFigures(rated(1e308, -1e308), ({ score }) => Math.sign(score))).toMatchObject({
      r: null,
      signAccuracy: 1,
    });
  });

  test("a mark of UTF-8, either line break and an odd kind are read", () => {
    const content = '\uFEFF{"text":"good","score":1}\r\n{"text":"bad","score":-1,"kind":7}\r\n';
    expect(ratedTexts(content)).toEqual({
      texts: [
        { text: "good", score: 1, kind: "" },
        { text: "bad", score: -1, kind: "" },
      ],
      skipped: 0,
    });
  });

  test("lines that are none are counted, not guessed", () => {
    const content = [
      '{"text":"good","score":1}',
      "",
      "{oops",
      '{"text":"no score"}',
      '{"text":"","score":1}',
      '{"text":"bad","score":"-1"}',
    ].join("\n");
    expect(ratedTexts(content)).toEqual({ texts: [{ text: "good", score: 1, kind: "" }], skipped: 4 });
  });

  test("a text is always in the same half, and the halves are about alike", () => {
    const halves = Array.from({ length: 1000 }, (_, at) => halfOf(`text ${at}`));
    expect(halfOf("text 1")).toBe(halves[1]);
    const tuned = halves.filter((half) => half === "tune").length;
    expect(tuned).toBeGreaterThan(400);
    expect(tuned).toBeLessThan(600);
  });
});
