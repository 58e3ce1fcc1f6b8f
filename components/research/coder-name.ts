import { t } from "../../lib/i18n.ts";

/** A coder's name as it stands in files and tables of agreement, which need one: whoever gives none gets one. */
export function coderNamed(typed: string): string {
  return typed.trim() || t("research_coder_unnamed");
}
