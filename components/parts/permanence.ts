import { html, type TemplateResult } from "lit";
import { t } from "../../lib/i18n.ts";

/** What signing something in public means. Shown before the first time and one press away afterwards. */
export function permanence(): TemplateResult {
  return html`<ul class="permanence">
    <li>${t("permanence_public")}</li>
    <li>${t("permanence_delete")}</li>
    <li>${t("permanence_address")}</li>
    <li>${t("permanence_key")}</li>
  </ul>`;
}
