import { t } from "../i18n.ts";
import type { Recording } from "../model/research/session.ts";
import type { TabState } from "../model/tab-state.ts";
import { figureSentence, shortCount } from "./badge-view.ts";
import { lensesOf } from "./figure.ts";

/** What the toolbar icon shows for one tab. No page can imitate it: it is the figure we vouch for. */
export interface ToolbarLook {
  /** Grey where the page is about nothing we know of. */
  readonly coloured: boolean;
  /** On which colour the text stands. `warning`: there is a recall to speak of. */
  readonly tone: "plain" | "warning" | "recording";
  /** At most four characters; empty where there is nothing to say. "!" for a recall: the word is too long. */
  readonly text: string;
  readonly title: string;
}

/** Nothing is known of the tab. */
export const blankLook: ToolbarLook = { coloured: false, tone: "plain", text: "", title: "" };

export function toolbarLook(state: TabState): ToolbarLook {
  return {
    coloured: lensesOf(state.resolution).length > 0,
    tone: state.recall === undefined ? "plain" : "warning",
    text: textOf(state),
    title: figureSentence(state),
  };
}

/** The same while something is recorded, which comes before every figure: on every tab, whatever it shows. */
export function recordingLook(recording: Recording, look: ToolbarLook): ToolbarLook {
  const isPaused = recording.state === "paused";
  const name = recording.collectionName;
  const says = isPaused ? t("research_toolbar_paused", { name }) : t("research_toolbar", { name });
  return {
    coloured: true,
    tone: "recording",
    // Two bars: the sign for a pause, in letters that every font has.
    text: isPaused ? "II" : "REC",
    title: look.title === "" ? says : `${says}\n${look.title}`,
  };
}

function textOf({ figure, recall }: TabState): string {
  if (recall) return "!";
  return figure.kind === "none" ? "" : shortCount(figure.count);
}
