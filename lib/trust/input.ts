import { type Columns, noRating } from "../columns/columns.ts";
import { nearestStar } from "../columns/select.ts";
import { hasTrait, trait } from "../columns/traits.ts";
import { clampIssuedAt } from "../model/review.ts";
import { canonicalOrder } from "./canonical-order.ts";
import type { Elsewhere } from "./elsewhere.ts";
import type { TextPrints } from "./text/text-prints.ts";
import { clusterTexts } from "./text/text-clusters.ts";

/** What is known beside the columns. Whatever is missing, the signals that need it have nothing to say. */
export interface Beside {
  /** What stands for each row's text. */
  readonly prints?: TextPrints | undefined;
  /** Rows joined by what their texts share, where kept from before; else worked out from `prints`. */
  readonly clusters?: Int32Array | undefined;
  readonly elsewhere?: Elsewhere | undefined;
  /** Rows signed by a key that the reviewed brand has proven to be its own. */
  readonly ownKeys?: readonly number[] | undefined;
}

/** A subject's reviews as signals read them. Rows have the columns' numbers. */
export interface TrustInput extends Beside {
  readonly length: number;
  /** Seconds, clamped. */
  readonly issuedAt: Uint32Array;
  /** Whole days since 1970. */
  readonly day: Uint16Array;
  /** 1–5. 0: no voice in the score, because without a rating, or said to be written by software. */
  readonly stars: Uint8Array;
  readonly traits: Uint8Array;
  /** 16 bytes each. */
  readonly authors: Uint8Array;
  /** All rows in an order that depends on what they are, not on when they came. */
  readonly order: Uint32Array;
}

const daySeconds = 86_400;

/** `asOf`: seconds; times are clamped against it. */
export function trustInput(columns: Columns, beside: Beside, asOf: number): TrustInput {
  const { length, rating, traits, authors, ids } = columns;
  const issuedAt = new Uint32Array(length);
  const day = new Uint16Array(length);
  const stars = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    const at = clampIssuedAt(columns.issuedAt[row] ?? 0, asOf);
    issuedAt[row] = at;
    day[row] = Math.floor(at / daySeconds);
    const rated = rating[row] ?? noRating;
    const voice = rated !== noRating && !hasTrait(traits[row] ?? 0, trait.generated);
    stars[row] = voice ? nearestStar(rated) : 0;
  }
  return {
    ...beside,
    length,
    issuedAt,
    day,
    stars,
    traits,
    authors,
    order: canonicalOrder(day, ids),
    clusters: beside.clusters ?? (beside.prints && clusterTexts(beside.prints)),
  };
}
