import { html, nothing, type TemplateResult } from "lit";
import { ArrowRight } from "lucide";
import { t } from "../../lib/i18n.ts";
import type { TabReading } from "../controllers/active-tab.ts";
import { icon } from "./icon.ts";
import { placeName } from "./place.ts";

/** "Now on Puma: switch", while another place waits; announced politely. Styled by `sidebarStyle`. */
export function switchLine(pending: TabReading | undefined, onSwitch: () => void): TemplateResult {
  const name = pending && placeName(pending);
  return html`<div role="status">
    ${
      pending
        ? html`<div class="switch">
            <span>${name ? t("now_on", { name }) : t("now_elsewhere")}</span>
            <button type="button" class="link" @click=${onSwitch}>
              ${t("switch")} ${icon(ArrowRight, 14)}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}
