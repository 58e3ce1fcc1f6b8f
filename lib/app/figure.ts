import { figureOf, joinSummaries, type Figure, type Summary } from "../model/summary.ts";
import type { Lens, PageSubject, Resolution } from "../model/subject.ts";

export interface TabFigure {
  readonly figure: Figure;
  /** Whose figure it is. */
  readonly lens?: Lens;
}

type SummariesOf = (keys: readonly string[]) => Promise<readonly Summary[]>;

/** The subjects of a page in the order in which they are shown. */
export function lensesOf({ brand, product, shop }: Resolution): readonly PageSubject[] {
  return [brand, product, shop].filter((subject) => subject !== undefined);
}

/**
 * The one figure that stands for a page: the brand's, else the product's, else the shop's. Reviews of a
 * product never count for its brand. One read of the database, whatever the page is about.
 */
export async function figureOfPage(resolution: Resolution, summariesOf: SummariesOf): Promise<TabFigure> {
  const subjects = lensesOf(resolution);
  const keys = [...new Set(subjects.flatMap((subject) => subject.keys))];
  if (keys.length === 0) return { figure: { kind: "none" } };
  const summaries = new Map((await summariesOf(keys)).map((summary) => [summary.subjectKey, summary]));
  for (const { lens, keys } of subjects) {
    const own = keys.flatMap((key) => summaries.get(key) ?? []);
    const figure = figureOf(joinSummaries(keys[0] ?? "", own));
    if (figure.kind !== "none") return { figure, lens };
  }
  return { figure: { kind: "none" } };
}
