import { packReviews, type Columns, type PackedReview } from "../../lib/columns/columns.ts";
import { trait } from "../../lib/columns/traits.ts";
import { elsewhereOf, type Elsewhere, type Statement } from "../../lib/trust/elsewhere.ts";
import { emptyPrints, type TextPrints, writePrint } from "../../lib/trust/text/text-prints.ts";
import { hexId, randomFrom, starFrom } from "../../scripts/eval-trust/random.ts";
import { longText } from "../../scripts/eval-trust/texts.ts";

/** Seconds: 2026-01-01. */
export const asOf = 1_767_225_600;
const day = 86_400;

export interface BenchCrowd {
  readonly reviews: readonly PackedReview[];
  readonly texts: readonly string[];
  readonly columns: Columns;
  readonly prints: TextPrints;
  readonly elsewhere: Elsewhere;
  /** How long the prints took, in milliseconds. */
  readonly printed: number;
}

/** A tenth come as a burst, a twentieth are copies, every key has two reviews elsewhere. */
export function benchCrowd(count: number): BenchCrowd {
  const random = randomFrom(7);
  const texts = Array.from({ length: count }, () => longText(random, 5));
  for (let copy = 0; copy < count / 20; copy++) texts[Math.floor(random() * count)] = texts[copy % 50] ?? "";
  const reviews = Array.from({ length: count }, (_, index): PackedReview => {
    const burst = index % 10 === 0;
    return {
      author: hexId(random),
      id: hexId(random),
      issuedAt: Math.floor(asOf - (burst ? 300 + random() * 5 : random() * 2000) * day),
      rating: burst ? 0 : (starFrom(random, [0.09, 0.05, 0.08, 0.14, 0.64]) - 1) * 25,
      traits: trait.text,
      textLength: 150,
      helpful: 0,
    };
  });
  const statements = reviews.flatMap(({ author }) =>
    [0, 1].map((): Statement => {
      const subject = Math.floor(random() * 5000);
      const issuedAt = Math.floor(asOf - random() * 2000 * day);
      return { author, subject, issuedAt, stars: starFrom(random, [1, 1, 1, 2, 4]) };
    }),
  );
  const prints = emptyPrints(count);
  const start = performance.now();
  for (const [row, text] of texts.entries()) writePrint(prints, row, text);
  const printed = performance.now() - start;
  const elsewhere = elsewhereOf(
    reviews.map(({ author }) => author),
    statements,
  );
  return { reviews, texts, columns: packReviews(reviews), prints, elsewhere, printed };
}
