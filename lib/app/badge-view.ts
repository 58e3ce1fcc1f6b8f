import { formatNumber, formatScore, t, uiDirection } from "../i18n.ts";
import type { BadgeView } from "../messages/page.ts";
import type { TabState } from "../model/tab-state.ts";
import { lensesOf } from "./figure.ts";

/** Where the badge stands until it is moved, as a share of the window's height: below most page headers. */
const defaultPosition = 0.3;

/** Name of what the figure is about. Untrusted text. */
function nameOf({ resolution, figureLens }: TabState): string {
  const subjects = lensesOf(resolution);
  return (subjects.find(({ lens }) => lens === figureLens) ?? subjects[0])?.name ?? "";
}

/** What a tab has to say in a sentence or two: for the toolbar's tooltip and the badge's name. A recall comes first. */
export function figureSentence(state: TabState): string {
  const what = plainSentence(state);
  const { recall, resolution } = state;
  if (!recall) return what;
  const name = (recall.concerns === "product" ? resolution.product : resolution.brand)?.name ?? "";
  return t(recall.concerns === "product" ? "recall_of_product" : "recall_by_brand", { name, what });
}

function plainSentence(state: TabState): string {
  const { figure } = state;
  const name = nameOf(state);
  if (figure.kind === "none") return name ? t("toolbar_none", { name }) : t("action_title");
  if (figure.kind === "count") return t("badge_label_count", { name, count: figure.count });
  return t("badge_label_score", { name, score: formatScore(figure.score), count: figure.count });
}

/** A count in at most four characters: `128`, `1.2K`, `12K`. */
export function shortCount(count: number): string {
  return formatNumber(count, { notation: "compact", maximumFractionDigits: count < 10_000 ? 1 : 0 });
}

/** Whether a badge stands on this page. */
export function hasBadge({ figure, quiet, recall }: TabState): boolean {
  return !quiet && (figure.kind !== "none" || recall !== undefined);
}

/** A recall takes the place of the figure: what may hurt comes before what people think. */
function badgeText({ figure, recall }: TabState): string {
  if (recall) return t("badge_recall");
  if (figure.kind === "none") return "";
  if (figure.kind === "count") return t("badge_count", { count: figure.count });
  return `${formatScore(figure.score)} · ${shortCount(figure.count)}`;
}

/**
 * What the badge draws for a tab, or `undefined` where it stays away. From public data alone, because the page
 * can measure it; only `position` is the person's own, and that they chose on this very site.
 *
 * @param frameUrl - Where the sidebar can only be framed (Firefox): its address.
 */
export function badgeViewOf(
  state: TabState,
  position: number | undefined,
  frameUrl: string | undefined,
): BadgeView | undefined {
  if (!hasBadge(state)) return undefined;
  return {
    figure: state.figure,
    recall: state.recall !== undefined,
    text: badgeText(state),
    label: t("badge_opens", { what: figureSentence(state) }),
    hideLabel: t("badge_hide"),
    write: t("badge_write"),
    hideOnce: t("badge_hide_once"),
    hideSite: t("badge_hide_site"),
    hideEverywhere: t("badge_hide_everywhere"),
    moveUp: t("badge_move_up"),
    moveDown: t("badge_move_down"),
    position: position ?? defaultPosition,
    dir: uiDirection(),
    ...(frameUrl && { frameUrl, frameClose: t("badge_frame_close") }),
  };
}
