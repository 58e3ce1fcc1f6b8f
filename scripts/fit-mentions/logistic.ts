/** A logistic model over signs that hold or not. */
export interface Model {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

export interface Sample {
  readonly signs: readonly string[];
  readonly right: boolean;
  /** How many samples it counts for; one where it does not say. */
  readonly weight?: number;
}

export function predict({ bias, weights }: Model, signs: readonly string[]): number {
  return sigmoid(signs.reduce((sum, sign) => sum + (weights[sign] ?? 0), bias));
}

/**
 * Newton's method with an L2 penalty (`penalty` is the inverse variance of a weight). Signs that hold fewer than
 * `fewest` times get no weight. Deterministic.
 */
export function fit(samples: readonly Sample[], penalty: number, fewest: number): Model {
  const names = frequentSigns(samples, fewest);
  const columns = new Map(names.map((name, i) => [name, i + 1]));
  const rows = samples.map(({ signs }) => [0, ...new Set(signs.flatMap((sign) => columns.get(sign) ?? []))]);
  const beta = new Float64Array(names.length + 1);
  for (let round = 0; round < 12; round++) step(beta, rows, samples, penalty);
  return {
    bias: beta[0] ?? 0,
    weights: Object.fromEntries(names.map((name, i) => [name, beta[i + 1] ?? 0])),
  };
}

function frequentSigns(samples: readonly Sample[], fewest: number): string[] {
  const counts = new Map<string, number>();
  for (const { signs } of samples)
    for (const sign of new Set(signs)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts].flatMap(([sign, count]) => (count >= fewest ? [sign] : [])).toSorted();
}

// oxlint-disable-next-line complexity -- nested loops of one formula
function step(
  beta: Float64Array,
  rows: readonly number[][],
  samples: readonly Sample[],
  penalty: number,
): void {
  const size = beta.length;
  const gradient = new Float64Array(size);
  const hessian = Array.from({ length: size }, () => new Float64Array(size));
  for (const [r, row] of rows.entries()) {
    const p = sigmoid(row.reduce((sum, column) => sum + (beta[column] ?? 0), 0));
    const weight = samples[r]?.weight ?? 1;
    const error = weight * (Number(samples[r]?.right) - p);
    for (const i of row) {
      gradient[i] = (gradient[i] ?? 0) + error;
      const line = hessian[i];
      if (line) for (const j of row) line[j] = (line[j] ?? 0) + weight * p * (1 - p);
    }
  }
  for (let i = 0; i < size; i++) {
    // The bias is hardly held back.
    const pull = i === 0 ? 1e-3 : penalty;
    gradient[i] = (gradient[i] ?? 0) - pull * (beta[i] ?? 0);
    const line = hessian[i];
    if (line) line[i] = (line[i] ?? 0) + pull;
  }
  const change = solve(hessian, gradient);
  for (let i = 0; i < size; i++) beta[i] = (beta[i] ?? 0) + (change[i] ?? 0);
}

/** Gaussian elimination; the matrix is positive definite, so that no pivoting is needed. */
// oxlint-disable-next-line complexity -- textbook elimination
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let k = 0; k < size; k++) {
    const pivot = matrix[k] ?? new Float64Array(size);
    for (let i = k + 1; i < size; i++) {
      const line = matrix[i] ?? new Float64Array(size);
      const factor = (line[k] ?? 0) / (pivot[k] ?? 1);
      if (factor === 0) continue;
      for (let j = k; j < size; j++) line[j] = (line[j] ?? 0) - factor * (pivot[j] ?? 0);
      right[i] = (right[i] ?? 0) - factor * (right[k] ?? 0);
    }
  }
  for (let k = size - 1; k >= 0; k--) {
    const line = matrix[k] ?? new Float64Array(size);
    let sum = right[k] ?? 0;
    for (let j = k + 1; j < size; j++) sum -= (line[j] ?? 0) * (right[j] ?? 0);
    right[k] = sum / (line[k] ?? 1);
  }
  return right;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
