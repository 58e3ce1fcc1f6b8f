import { describe, expect, test } from "vitest";
import { baselineOf, figuresOf } from "./figures-of.ts";
import type { Measurement } from "./measurements.ts";

const of = (script: Measurement["script"]): Measurement => ({ name: "own", script, paths: [] });

describe("figures of an evaluator", () => {
  test("shares of what pages say, from the last line alone", () => {
    const output = `a line\n${JSON.stringify({
      pages: 12,
      productBrand: { truth: 4, right: 3, wrong: 0, silent: 1 },
      siteIdentity: { truth: 0, right: 0, wrong: 0, silent: 0 },
      falseProducts: { pages: 3, wrong: 1 },
      medianMs: 1.5,
      p99Ms: 9,
    })}\n`;
    expect(figuresOf(of("eval:pages"), output)).toMatchObject({
      pages: 12,
      "maker right": 0.75,
      "maker wrong": 0,
      "site right": 0,
      "taken for products": 0.333,
      "median ms": 1.5,
    });
  });

  test("precision and recall of texts, with the naive row of the table", () => {
    const output = [
      "│ (index) │ predicted │ right │ precision │ recall  │",
      "│ 0.10    │ 4         │ 2     │ '0.500'   │ '0.400' │",
      "│ naive   │ 9         │ 3     │ '0.333'   │ '0.600' │",
      '{"texts":5,"truth":5,"predicted":3,"right":3,"precision":1,"recall":0.6,"mbPerSecond":21.5}',
    ].join("\n");
    expect(figuresOf(of("eval:mentions"), output)).toEqual({
      texts: 5,
      truth: 5,
      precision: 1,
      recall: 0.6,
      "MB a second": 21.5,
    });
    expect(baselineOf(of("eval:mentions"), output)).toEqual({ precision: 0.333, recall: 0.6 });
  });

  test("the first word of a title as its baseline; none where none is printed", () => {
    const line = 'baseline, first word: {"precision":0.44,"recall":0.46}';
    expect(baselineOf(of("eval:titles"), line)).toEqual({ precision: 0.44, recall: 0.46 });
    expect(baselineOf(of("eval:titles"), "")).toEqual({});
    expect(baselineOf(of("eval:pages"), "")).toEqual({});
  });

  test("how scores of sentiment go with people's ratings, beside VADER", () => {
    const output = [
      'baseline, VADER: {"texts":9,"r":0.5,"signAccuracy":0.6}',
      '{"texts":9,"r":0.56,"signAccuracy":0.62}',
    ].join("\n");
    expect(figuresOf(of("eval:sentiment"), output)).toEqual({ texts: 9, r: 0.56, "same sign": 0.62 });
    expect(baselineOf(of("eval:sentiment"), output)).toEqual({ r: 0.5, "same sign": 0.6 });
  });

  test("an evaluator that prints no figures is an error, not a zero", () => {
    expect(() => figuresOf(of("eval:titles"), "oops")).toThrow();
    expect(() => figuresOf(of("eval:titles"), "{}")).toThrow("no figures");
  });
});
