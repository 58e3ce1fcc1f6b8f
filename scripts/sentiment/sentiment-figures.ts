import { sentimentClass } from "../../lib/model/research/query.ts";
import type { RatedText } from "./rated-texts.ts";

/** As `eval:sentiment` prints it. `r` is null where it is not defined: fewer than two texts, or all alike. Of no texts nothing is. */
export interface SentimentFigures {
  readonly texts: number;
  readonly r: number | null;
  readonly signAccuracy: number | null;
}

const signOf = { negative: -1, neutral: 0, positive: 1, unscored: 0 } as const;

/** How scores go together with ratings. */
export function sentimentFigures(
  texts: readonly RatedText[],
  scoreOf: (rated: RatedText) => number,
): SentimentFigures {
  if (texts.length === 0) return { texts: 0, r: null, signAccuracy: null };
  const right = texts.filter(
    (rated) => signOf[sentimentClass(scoreOf(rated), undefined)] === Math.sign(rated.score),
  );
  return {
    texts: texts.length,
    r: pearson(
      texts.map(scoreOf),
      texts.map(({ score }) => score),
    ),
    signAccuracy: rounded(right.length / texts.length),
  };
}

function pearson(xs: readonly number[], ys: readonly number[]): number | null {
  const meanX = mean(xs);
  const meanY = mean(ys);
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const [at, x] of xs.entries()) {
    const y = ys[at] ?? 0;
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  const r = xy / (Math.sqrt(xx) * Math.sqrt(yy));
  // All alike, or ratings so large that their squares are no numbers.
  return Number.isFinite(r) ? rounded(r) : null;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
