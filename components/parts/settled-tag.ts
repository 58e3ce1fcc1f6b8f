import { html, type TemplateResult } from "lit";
import { Handshake } from "lucide";
import { t } from "../../lib/i18n.ts";
import { icon } from "./icon.ts";

/** Stands on a review that an answer of its brand settled, and on that answer: in the word of who wrote the review. */
export function settledTag(): TemplateResult {
  const why = t("settled_why");
  return html`<span class="tag" title=${why}
    >${icon(Handshake, 12)}${t("tag_settled")}<span class="sr-only">: ${why}</span></span
  >`;
}
