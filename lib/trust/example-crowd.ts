import { packReviews } from "../columns/columns.ts";
import { trait } from "../columns/traits.ts";
import { elsewhereOf, type Statement } from "./elsewhere.ts";
import { type Beside, type TrustInput, trustInput } from "./input.ts";
import { emptyPrints, writePrint } from "./text/text-prints.ts";

/** For tests: 2026-01-01. */
export const exampleAsOf = 1_767_225_600;

/** A review for tests. `daysAgo` before `exampleAsOf`. */
export interface Example {
  readonly author: number;
  readonly stars: number;
  readonly daysAgo: number;
  readonly text?: string;
  readonly traits?: number;
}

export function hexOf(number: number): string {
  // Spread over the whole id, as hashes are.
  return Array.from({ length: 4 }, (_, part) =>
    (Math.imul(number + 1, 0x9e_37_79_b1 + 2 * part) >>> 0).toString(16).padStart(8, "0"),
  ).join("");
}

export function exampleInput(
  reviews: readonly Example[],
  statements: readonly Statement[] = [],
  beside: Beside = {},
): TrustInput {
  const prints = emptyPrints(reviews.length);
  for (const [row, { text }] of reviews.entries()) if (text) writePrint(prints, row, text);
  const columns = packReviews(
    reviews.map(({ author, stars, daysAgo, text = "", traits = 0 }) => ({
      author: hexOf(author),
      id: hexOf(author * 1000 + stars * 7 + Math.round(daysAgo)),
      issuedAt: Math.round(exampleAsOf - daysAgo * 86_400),
      ...(stars > 0 && { rating: (stars - 1) * 25 }),
      traits: traits | (text ? trait.text : 0),
      textLength: text.length,
      helpful: 0,
    })),
  );
  const elsewhere = elsewhereOf(
    reviews.map(({ author }) => hexOf(author)),
    statements,
  );
  return trustInput(columns, { prints, elsewhere, ...beside }, exampleAsOf);
}

/** So many reviews, evenly over two years, in the usual spread of stars. */
export function usualReviews(count: number): Example[] {
  const cycle = [5, 5, 1, 5, 4, 5, 3, 5, 5, 4, 5, 2, 5, 5];
  return Array.from({ length: count }, (_, author) => ({
    author,
    stars: cycle[author % cycle.length] ?? 5,
    daysAgo: 1 + (((author * 719) / count) % 719),
  }));
}
