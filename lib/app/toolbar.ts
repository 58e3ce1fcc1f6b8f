import type { TabState } from "../model/tab-state.ts";
import { figureSentence, shortCount } from "./badge-view.ts";
import { lensesOf } from "./figure.ts";

/** What the toolbar icon shows for one tab. No page can imitate it: it is the figure we vouch for. */
export interface ToolbarLook {
  /** Grey where the page is about nothing we know of. */
  readonly coloured: boolean;
  /** There is a recall to speak of: the text stands on another colour. */
  readonly isWarning: boolean;
  /** At most four characters; empty where there is nothing to say. "!" for a recall: the word is too long. */
  readonly text: string;
  readonly title: string;
}

export function toolbarLook(state: TabState): ToolbarLook {
  return {
    coloured: lensesOf(state.resolution).length > 0,
    isWarning: state.recall !== undefined,
    text: textOf(state),
    title: figureSentence(state),
  };
}

function textOf({ figure, recall }: TabState): string {
  if (recall) return "!";
  return figure.kind === "none" ? "" : shortCount(figure.count);
}
