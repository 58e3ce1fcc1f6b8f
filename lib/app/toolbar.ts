import type { TabState } from "../model/tab-state.ts";
import { figureSentence, shortCount } from "./badge-view.ts";
import { lensesOf } from "./figure.ts";

/** What the toolbar icon shows for one tab. No page can imitate it: it is the figure we vouch for. */
export interface ToolbarLook {
  /** Grey where the page is about nothing we know of. */
  readonly coloured: boolean;
  /** At most four characters; empty where there is nothing to say. */
  readonly text: string;
  readonly title: string;
}

export function toolbarLook(state: TabState): ToolbarLook {
  return {
    coloured: lensesOf(state.resolution).length > 0,
    text: state.figure.kind === "none" ? "" : shortCount(state.figure.count),
    title: figureSentence(state),
  };
}
