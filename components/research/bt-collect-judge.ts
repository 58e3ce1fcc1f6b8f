import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { t } from "../../lib/i18n.ts";
import { collectedStyle } from "../styles/collected.ts";
import { shared } from "../styles/shared.ts";

/** Asks why a page is held to be public. Fires `bt-keep` with collection and note, or `bt-drop`. */
@customElement("bt-collect-judge")
export class CollectJudge extends LitElement {
  static override readonly styles = [shared, collectedStyle];

  @property() collection = "";
  @property({ attribute: false }) collectionName = "";
  @query("input") private readonly input!: HTMLInputElement;
  @state() private isTried = false;

  #keep(event: Event): void {
    event.preventDefault();
    const note = this.input.value.trim();
    this.isTried = note === "";
    if (note === "") return this.input.focus();
    const detail = { collection: this.collection, note };
    this.dispatchEvent(new CustomEvent("bt-keep", { detail, bubbles: true, composed: true }));
  }

  override render(): TemplateResult {
    return html`<form novalidate @submit=${(event: Event) => this.#keep(event)}>
      <p>${t("research_judge_text", { name: this.collectionName })}</p>
      <label>
        <span>${t("research_judge_reason")}</span>
        <input type="text" dir="auto" maxlength="500" aria-describedby="fault" aria-invalid=${this.isTried} />
      </label>
      <p class="fault" id="fault" role="alert">${this.isTried ? t("research_judge_missing") : nothing}</p>
      <div class="row">
        <button type="submit" class="button primary">${t("research_judge_keep")}</button>
        <button
          type="button"
          class="button"
          @click=${() => this.dispatchEvent(new CustomEvent("bt-drop", { bubbles: true, composed: true }))}
        >
          ${t("research_judge_drop")}
        </button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-collect-judge": CollectJudge;
  }
}
