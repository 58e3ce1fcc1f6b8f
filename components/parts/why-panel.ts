import { html, type TemplateResult } from "lit";
import { ChevronDown } from "lucide";
import type { ReviewRow } from "../../lib/db/community-rows.ts";
import { formatDate, t } from "../../lib/i18n.ts";
import type { LighterView } from "../../lib/model/weighing-groups.ts";
import { icon } from "./icon.ts";
import { licenseName } from "./source.ts";
import { whyOf } from "./why.ts";

/** Why a review counts as it does, and what is signed. */
export function whyPanel(review: ReviewRow, lighter: LighterView | undefined): TemplateResult {
  return html`<div class="why">
    <ul>
      ${whyOf(review, lighter).map((reason) => html`<li>${reason}</li>`)}
    </ul>
    <details>
      <summary>${t("why_details")} <span class="chevron">${icon(ChevronDown, 14)}</span></summary>
      <dl>
        <dt>${t("detail_key")}</dt>
        <dd><code>${review.author}</code></dd>
        <dt>${t("detail_subject")}</dt>
        <dd><code dir="ltr">${review.subject}</code></dd>
        <dt>${t("detail_date")}</dt>
        <dd>${formatDate(review.issuedAt * 1000, { dateStyle: "long", timeStyle: "short" })}</dd>
        <dt>${t("detail_license")}</dt>
        <dd>${licenseName(review.license)}</dd>
      </dl>
    </details>
  </div>`;
}
