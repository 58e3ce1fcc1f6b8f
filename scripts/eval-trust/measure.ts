import { packReviews } from "../../lib/columns/columns.ts";
import { trait } from "../../lib/columns/traits.ts";
import { ratingOfStars } from "../../lib/model/review.ts";
import { elsewhereOf, type Statement } from "../../lib/trust/elsewhere.ts";
import { type Weighed, weigh } from "../../lib/trust/index.ts";
import { trustInput } from "../../lib/trust/input.ts";
import { posteriorMean } from "../../lib/model/trust-score.ts";
import { emptyPrints, writePrint } from "../../lib/trust/text/text-prints.ts";
import { votesOf } from "../../lib/trust/weights.ts";
import { asOf, type Crowd, type Made } from "./population.ts";

/** What a crowd comes to. */
export interface Measured {
  readonly result: Weighed;
  /** Posterior means in stars: every voice alike, and weighed. */
  readonly plain: number;
  readonly weighed: number;
}

/** `around`: what others said of other subjects. */
export function measure(crowds: readonly Crowd[], around: readonly Statement[]): Measured {
  const reviews = crowds.flatMap((crowd) => crowd.reviews);
  const columns = packReviews(reviews.map(packed));
  const prints = emptyPrints(reviews.length);
  for (const [row, { text }] of reviews.entries()) writePrint(prints, row, text);
  const elsewhere = elsewhereOf(
    reviews.map(({ author }) => author),
    [...around, ...crowds.flatMap((crowd) => crowd.statements)],
  );
  const ownKeys = reviews.flatMap(({ ownKey }, row) => (ownKey ? [row] : []));
  const input = trustInput(columns, { prints, elsewhere, ownKeys }, asOf);
  const result = weigh(input, asOf);
  return {
    result,
    plain: posteriorMean(votesOf(input).stars),
    weighed: posteriorMean(votesOf(input, result.weights).stars),
  };
}

function packed({ author, id, issuedAt, stars, text, affiliated }: Made) {
  return {
    author,
    id,
    issuedAt,
    rating: ratingOfStars(stars),
    traits: (text ? trait.text : 0) | (affiliated ? trait.affiliated : 0),
    textLength: text.length,
    helpful: 0,
  };
}

/** Of `weights[from … to)`, the share below 1. */
export function flaggedShare({ weights }: Weighed, from: number, to: number): number {
  let flagged = 0;
  for (let row = from; row < to; row++) if ((weights[row] ?? 1) < 1 - 1e-9) flagged++;
  return to > from ? flagged / (to - from) : 0;
}
