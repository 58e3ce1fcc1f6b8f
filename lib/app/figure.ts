import type { Figure } from "../model/summary.ts";
import type { Lens, PageSubject, Resolution } from "../model/subject.ts";
import type { WeighGroup } from "../model/weighing.ts";

export interface TabFigure {
  readonly figure: Figure;
  /** Whose figure it is. */
  readonly lens?: Lens;
}

/** The figure of each group, from public data alone. */
export type FiguresOf = (groups: readonly WeighGroup[], isPrivate: boolean) => Promise<readonly Figure[]>;

/** The subjects of a page in the order in which they are shown. */
export function lensesOf({ brand, product, shop }: Resolution): readonly PageSubject[] {
  return [brand, product, shop].filter((subject) => subject !== undefined);
}

/**
 * The one figure that stands for a page: the brand's, else the product's, else the shop's. Reviews of a
 * product never count for its brand. One read of the database, whatever the page is about.
 */
export async function figureOfPage(
  resolution: Resolution,
  isPrivate: boolean,
  figuresOf: FiguresOf,
): Promise<TabFigure> {
  const subjects = lensesOf(resolution);
  if (subjects.every(({ keys }) => keys.length === 0)) return { figure: { kind: "none" } };
  const figures = await figuresOf(subjects, isPrivate);
  for (const [index, { lens }] of subjects.entries()) {
    const figure = figures[index];
    if (figure && figure.kind !== "none") return { figure, lens };
  }
  return { figure: { kind: "none" } };
}
