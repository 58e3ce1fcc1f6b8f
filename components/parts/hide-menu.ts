import { Eye, EyeOff, Flag, UserX } from "lucide";
import { t } from "../../lib/i18n.ts";
import type { HiddenBecause } from "../../lib/model/hiding.ts";
import type { MenuItem } from "../bt-menu.ts";
import { ask, type HideWhat, type Statement } from "./statement.ts";

const whats: readonly string[] = ["hidden", "muted", "terms", "quality", "show"] satisfies HideWhat[];

/**
 * What the menu of somebody else's review or reply offers against it. A reason is the second press: the words above it
 * say what is sent, and to whom.
 */
export function hideItems(name: string, because: HiddenBecause | undefined): readonly MenuItem[] {
  const mute: MenuItem = { id: "muted", label: t("mute_author", { name }), icon: UserX };
  const shown = { id: "show", label: t(because === "muted" ? "unmute" : "show_again"), icon: Eye };
  const hiding = because ? (because === "listed" ? [] : [shown]) : [hide(), mute];
  return because === "reported" ? hiding : [...hiding, ...reportItems()];
}

function hide(): MenuItem {
  return { id: "hidden", label: t("hide_this"), icon: EyeOff };
}

function reportItems(): readonly MenuItem[] {
  return [
    { id: "terms", label: t("report_menu_terms"), icon: Flag, heading: t("report_menu_hint") },
    { id: "quality", label: t("report_menu_quality"), icon: Flag },
    { id: "report", label: t("report_menu_words"), icon: Flag },
  ];
}

/** Asks for what was chosen, if it is any of these. */
export function askToHide(from: EventTarget, id: string, about: Statement): void {
  if (id === "report") ask(from, "report", about);
  else if (isHideWhat(id)) ask(from, "hide", { what: id, about });
}

function isHideWhat(id: string): id is HideWhat {
  return whats.includes(id);
}

/** Why something is hidden, as a tag says it where it is shown all the same. */
export function hiddenTag(because: HiddenBecause): string {
  return t(`hidden_tag_${because}`);
}
