/** Five numbers, for 1 to 5 stars. */
export type PerStar = readonly [number, number, number, number, number];

/** What weighted reviews come to: all that a score depends on. */
export interface WeightedVotes {
  /** Sum of the weights that gave each star. */
  readonly stars: PerStar;
  /** Sum of the squares of all voices' weights; reviews that share one voice are one. */
  readonly squares: number;
}

export type TrustScore =
  /** Below `fewestVoices`: too few to say. */
  | { readonly kind: "few"; readonly voices: number }
  | {
      readonly kind: "score";
      /** Stars, 1–5, as are the ends of the interval. */
      readonly score: number;
      readonly low: number;
      readonly high: number;
      /** How many equally heavy voices would be as sure: (Σw)² / Σw². */
      readonly voices: number;
    };

/**
 * What is expected before anyone spoke: `strength` voices spread as stars are spread over reviews at large. A
 * constant, so that every device says the same; another one is another version.
 * The shares are about those of 568 454 reviews of fine foods (McAuley and Leskovec, 2013), a J as on most platforms
 * (Schoenmueller, Netzer and Stahl, 2020).
 * @see https://snap.stanford.edu/data/web-FineFoods.html
 */
export const prior = {
  version: 1,
  strength: 5,
  shares: [0.09, 0.05, 0.08, 0.14, 0.64] as PerStar,
} as const;

/** Below so many voices there is no score. */
export const fewestVoices = 5;
/** Two-sided 90 %. */
const z = 1.645;
/** Five equal weights come to five voices whatever their sums are rounded to. */
const rounding = 1e-9;

/**
 * The mean of a Dirichlet posterior over the five stars, and the 90 % interval around it.
 * @see https://en.wikipedia.org/wiki/Dirichlet_distribution#Moments
 */
export function trustScore({ stars, squares }: WeightedVotes): TrustScore {
  const weight = stars.reduce((sum, one) => sum + one, 0);
  const voices = squares > 0 ? weight ** 2 / squares : 0;
  if (voices < fewestVoices - rounding) return { kind: "few", voices };
  const { mean, deviation } = posterior(stars, weight);
  return {
    kind: "score",
    score: mean,
    low: Math.max(1, mean - z * deviation),
    high: Math.min(5, mean + z * deviation),
    voices,
  };
}

/** What subjects are sorted by, best first: the lower end. Nobody rises by few voices; those with too few come last. */
export function sortKeyOf(score: TrustScore): number {
  return score.kind === "score" ? score.low : 0;
}

/** The posterior mean alone, however few have spoken. For comparing, not for showing. */
export function posteriorMean(stars: PerStar): number {
  return posterior(
    stars,
    stars.reduce((sum, one) => sum + one, 0),
  ).mean;
}

function posterior(stars: PerStar, weight: number): { mean: number; deviation: number } {
  const total = weight + prior.strength;
  let mean = 0;
  let square = 0;
  for (const [index, share] of prior.shares.entries()) {
    const probability = ((stars[index] ?? 0) + share * prior.strength) / total;
    mean += (index + 1) * probability;
    square += (index + 1) ** 2 * probability;
  }
  return { mean, deviation: Math.sqrt(Math.max(0, square - mean ** 2) / (total + 1)) };
}
