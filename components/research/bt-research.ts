import { html, LitElement, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { t } from "../../lib/i18n.ts";

/** The research workspace: a page of its own. */
@customElement("bt-research")
export class BtResearch extends LitElement {
  override render(): TemplateResult {
    return html`<h1>${t("research_title")}</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-research": BtResearch;
  }
}
