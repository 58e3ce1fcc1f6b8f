import { type Contingency, sharesOf } from "./contingency.ts";
import { around, type Estimate } from "./estimate.ts";

/** How much two categories agree, 0–1, by their places and how many there are. */
export type AgreementWeight = (row: number, column: number, categories: number) => number;

/** All or nothing; by the distance; by its square. The latter two for categories in order. */
export const kappaWeights: Readonly<Record<"nominal" | "linear" | "quadratic", AgreementWeight>> = {
  nominal: (row, column) => (row === column ? 1 : 0),
  linear: (row, column, categories) => 1 - Math.abs(row - column) / (categories - 1),
  quadratic: (row, column, categories) => 1 - ((row - column) / (categories - 1)) ** 2,
};

/** A difference so small that it is rounding. */
const nothing = 1e-12;

/**
 * Agreement of two coders beyond chance, −1…1, with its large-sample interval. Not defined, so `undefined`, where there
 * is nothing to compare or chance alone would agree wholly (both said one and the same category of everything).
 *
 * @see Cohen 1960, Educational and Psychological Measurement 20:37; weighted: Cohen 1968, Psychological Bulletin 70:213;
 *   standard error: Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72:323
 */
export function cohensKappa(
  table: Contingency,
  weight: AgreementWeight = kappaWeights.nominal,
): Estimate | undefined {
  if (table.n === 0) return undefined;
  const { cells, rows, columns } = sharesOf(table);
  const categories = rows.length;
  const weightOf = (row: number, column: number): number =>
    categories < 2 ? 1 : weight(row, column, categories);
  const over = (value: (row: number, column: number) => number): number =>
    rows.reduce((sum, _, row) => sum + columns.reduce((part, __, column) => part + value(row, column), 0), 0);
  const cell = (row: number, column: number): number => cells[row]?.[column] ?? 0;
  const chanceOf = (row: number, column: number): number => (rows[row] ?? 0) * (columns[column] ?? 0);

  const seen = over((row, column) => weightOf(row, column) * cell(row, column));
  const chance = over((row, column) => weightOf(row, column) * chanceOf(row, column));
  if (1 - chance < nothing) return undefined;
  const kappa = (seen - chance) / (1 - chance);

  const rowWeight = rows.map((_, row) =>
    columns.reduce((sum, share, column) => sum + share * weightOf(row, column), 0),
  );
  const columnWeight = columns.map((_, column) =>
    rows.reduce((sum, share, row) => sum + share * weightOf(row, column), 0),
  );
  const spread = over((row, column) => {
    const expected = (rowWeight[row] ?? 0) + (columnWeight[column] ?? 0);
    return cell(row, column) * (weightOf(row, column) - expected * (1 - kappa)) ** 2;
  });
  const variance = (spread - (kappa - chance * (1 - kappa)) ** 2) / (table.n * (1 - chance) ** 2);
  return around(kappa, Math.sqrt(Math.max(0, variance)), -1, 1);
}
