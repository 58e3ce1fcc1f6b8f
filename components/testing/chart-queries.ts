import type { ItemFilter, SeriesQuery, TimeSeries } from "../../lib/model/research/query.ts";
import { ok } from "../../lib/model/result.ts";
import type { ChartQueries, ChartAnswers } from "../controllers/chart-answers.ts";
import { sampleNoon } from "./research.ts";

const dayMs = 86_400_000;
/** Beginning of the first of the sample's days, UTC. */
export const firstDay = sampleNoon - 13.5 * dayMs;

export const noFilter: ItemFilter = {
  collection: "returns-study",
  text: "",
  brands: [],
  sites: [],
  sessions: [],
  codes: [],
  langs: [],
  authors: [],
  sentiments: [],
  why: [],
};

const counts = [30, 42, 36, 55, 48, 96, 84, 60, 52, 44, 47, 39, 66, 58];

/** Two weeks, of which one day stands out. */
export function aSeries(changes: Partial<TimeSeries> = {}): TimeSeries {
  return {
    step: "day",
    starts: counts.map((_, index) => firstDay + index * dayMs),
    lines: [{ value: "", counts }],
    seen: counts.map((count, index) => 12 * count + 80 * (index % 3)),
    seenUndated: 0,
    undated: 12,
    ...changes,
  };
}

export function someAnswers(changes: Partial<ChartAnswers> = {}): ChartAnswers {
  return {
    series: aSeries(),
    total: 1482,
    facets: {
      brands: [
        { value: "northwind.example", name: "Northwind", count: 803 },
        { value: "fabrikam.example", name: "Fabrikam", count: 441 },
        { value: "tailspin.example", name: "Tailspin", count: 238 },
      ],
      sites: [
        { value: "reddit", count: 702 },
        { value: "x", count: 511 },
      ],
      sessions: [],
      codes: [
        { value: "returns", count: 312 },
        { value: "", count: 1170 },
      ],
      langs: [],
      sentiments: [
        { value: "neutral", count: 603 },
        { value: "negative", count: 461 },
        { value: "positive", count: 418 },
      ],
      why: [],
    },
    pairs: [
      { brands: ["northwind.example", "fabrikam.example"], names: ["Northwind", "Fabrikam"], count: 124 },
      { brands: ["northwind.example", "tailspin.example"], names: ["Northwind", "Tailspin"], count: 31 },
    ],
    ...changes,
  };
}

export interface AskedQueries extends ChartQueries {
  /** What was asked for over time, oldest first. */
  readonly asked: SeriesQuery[];
  answers: ChartAnswers;
}

/** Answers as the worker would, at once, from what a test says. */
export function fixedQueries(answers: ChartAnswers = someAnswers()): AskedQueries {
  const queries: AskedQueries = {
    answers,
    asked: [],
    series: async (query) => {
      queries.asked.push(query);
      return ok(queries.answers.series);
    },
    find: async () => ok({ ...queries.answers, seqs: new Uint32Array() }),
    coMentions: async () => ok(queries.answers.pairs),
  };
  return queries;
}
