import type { Resolution } from "../model/subject.ts";
import type { TabState } from "../model/tab-state.ts";
import { figureOfPage, type FiguresOf } from "./figure.ts";
import { recallOfPage, type RecallDependencies } from "./recall.ts";

export interface SayingDependencies extends RecallDependencies {
  readonly figuresOf: FiguresOf;
}

/** What badge and toolbar say of a page: its figure, and whether it has to speak of a recall. */
export type PageSays = Pick<TabState, "figure" | "figureLens" | "recall">;

export async function pageSays(
  resolution: Resolution,
  isPrivate: boolean,
  needs: SayingDependencies,
): Promise<PageSays> {
  // Side by side: a person waits for the badge.
  const [{ figure, lens }, recall] = await Promise.all([
    figureOfPage(resolution, isPrivate, needs.figuresOf),
    recallOfPage(resolution, needs),
  ]);
  return { figure, ...(lens && { figureLens: lens }), ...(recall && { recall }) };
}

/** A tab's state without what it said, and what it said. */
export function withoutSaying({ figure, figureLens, recall, ...rest }: TabState): {
  readonly rest: Omit<TabState, keyof PageSays>;
  readonly said: PageSays;
} {
  return { rest, said: { figure, ...(figureLens && { figureLens }), ...(recall && { recall }) } };
}
