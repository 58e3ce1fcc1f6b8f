/**
 * Whether `count` or more would come with a probability below `chance` where `mean` (above 0) are usual. `spread`: variance
 * over mean; above 1 the counts are taken as negative binomial, because reviews come in company.
 * @see https://en.wikipedia.org/wiki/Negative_binomial_distribution#Poisson_distribution
 */
export function isUnusual(count: number, mean: number, spread: number, chance: number): boolean {
  if (count <= mean) return false;
  // Far out the tail is smaller than any chance asked for; near the mean it is larger. Only between is it summed.
  const deviations = (count - mean) / Math.sqrt(mean * Math.max(1, spread));
  if (deviations < 3) return false;
  return upperTail(count, mean, spread) < chance;
}

const smallest = 1e-17;

/** P(X ≥ count): terms from `count` up, each from the one before. They shrink from the first on, as count > mean. */
function upperTail(count: number, mean: number, spread: number): number {
  const size = spread > 1 ? mean / (spread - 1) : Number.POSITIVE_INFINITY;
  const success = spread > 1 ? 1 - 1 / spread : 0;
  let term = Math.exp(spread > 1 ? logNegative(count, size, success) : logPoisson(count, mean));
  let sum = 0;
  for (let at = count; term > smallest * (sum + smallest); at++) {
    sum += term;
    term *= spread > 1 ? (success * (at + size)) / (at + 1) : mean / (at + 1);
  }
  return sum;
}

function logPoisson(count: number, mean: number): number {
  return count * Math.log(mean) - mean - logGamma(count + 1);
}

function logNegative(count: number, size: number, success: number): number {
  return (
    logGamma(count + size) -
    logGamma(count + 1) -
    logGamma(size) +
    size * Math.log(1 - success) +
    count * Math.log(success)
  );
}

/** Stirling's series, shifted up where it would be coarse. */
function logGamma(value: number): number {
  let shift = 0;
  let x = value;
  while (x < 8) {
    shift -= Math.log(x);
    x++;
  }
  const square = x * x;
  const series = 1 / (12 * x) - 1 / (360 * x * square) + 1 / (1260 * x * square * square);
  return shift + (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series;
}
