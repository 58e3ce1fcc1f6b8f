import type { Verdict } from "./spelling.ts";

export interface Answers {
  readonly productBrand: Verdict;
  readonly siteIdentity: Verdict;
}

/** What came out of one page. */
export interface Outcome extends Answers {
  /** What the page's markup alone would have answered: the baseline. */
  readonly naive: Answers;
  /** `undefined` where the page may well be a product's. */
  readonly isFalseProduct: boolean | undefined;
  /** CPU of our code in the page, in ms: of the reader everywhere, of deep extraction where it ran. */
  readonly readMs: number;
  readonly deepMs: number | undefined;
}

interface Tally {
  readonly truth: number;
  readonly right: number;
  readonly wrong: number;
  readonly silent: number;
}

export interface Figures {
  readonly pages: number;
  readonly productBrand: Tally;
  readonly siteIdentity: Tally;
  readonly falseProducts: { readonly pages: number; readonly wrong: number };
  /** Of deep extraction, on the pages where it runs; where it runs nowhere, of the reader. */
  readonly medianMs: number;
  readonly p99Ms: number;
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const doubtful = outcomes.filter(({ isFalseProduct }) => isFalseProduct !== undefined);
  const deep = outcomes.flatMap(({ deepMs }) => deepMs ?? []);
  const times = deep.length > 0 ? deep : outcomes.map(({ readMs }) => readMs);
  return {
    pages: outcomes.length,
    productBrand: tally(outcomes.map(({ productBrand }) => productBrand)),
    siteIdentity: tally(outcomes.map(({ siteIdentity }) => siteIdentity)),
    falseProducts: {
      pages: doubtful.length,
      wrong: doubtful.filter(({ isFalseProduct }) => isFalseProduct).length,
    },
    medianMs: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  };
}

const share = (part: number, { truth }: Tally): number => (truth === 0 ? 0 : part / truth);

/** Shares of the baseline, under the names that `npm run eval` gives to ours. */
export function baselineOf(outcomes: readonly Outcome[]): Readonly<Record<string, number>> {
  const maker = tally(outcomes.map(({ naive }) => naive.productBrand));
  const site = tally(outcomes.map(({ naive }) => naive.siteIdentity));
  return {
    "maker right": share(maker.right, maker),
    "maker wrong": share(maker.wrong, maker),
    "site right": share(site.right, site),
    "site wrong": share(site.wrong, site),
  };
}

function tally(verdicts: readonly Verdict[]): Tally {
  const count = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
  return {
    truth: verdicts.length - count("none"),
    right: count("right"),
    wrong: count("wrong"),
    silent: count("silent"),
  };
}

/** @returns ms with two decimals; 0 of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return Math.round(value * 100) / 100;
}
