import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { formatList, t } from "../../lib/i18n.ts";
import type { Codebook } from "../../lib/model/research/coding.ts";
import type { ResearchItem } from "../../lib/model/research/item.ts";
import type { CodedItem } from "../../lib/research/reliability/agreement.ts";
import { type Disagreement, disagreementsIn } from "../../lib/research/reliability/disagreements.ts";
import { langOf } from "../parts/language.ts";
import { agreementStyle } from "../styles/agreement.ts";
import { codeHueStyle } from "../styles/code-hues.ts";
import { shared } from "../styles/shared.ts";
import { codeNamed } from "./code-tag.ts";
import { handWord } from "./sentiment-words.ts";

const firstShown = 50;

/** Items of which coders do not say the same. Fires `bt-open` with the number of the one to be looked at. */
@customElement("bt-agreement-differences")
export class AgreementDifferences extends LitElement {
  static override readonly styles = [shared, codeHueStyle, agreementStyle];

  @property({ attribute: false }) coded: readonly CodedItem[] = [];
  @property({ attribute: false }) items: readonly ResearchItem[] = [];
  @property({ attribute: false }) codebook: Codebook | undefined;
  @state() private isWhole = false;

  #open(seq: number): void {
    this.dispatchEvent(
      new CustomEvent("bt-open", { detail: { seq, byMoving: false }, bubbles: true, composed: true }),
    );
  }

  override render(): TemplateResult {
    const all = disagreementsIn(this.coded);
    if (all.length === 0) return html`<p class="meta">${t("research_differences_none")}</p>`;
    const bySeq = new Map(this.items.map((item) => [item.seq, item]));
    return html`<ul class="differences">
        ${repeat(
          this.isWhole ? all : all.slice(0, firstShown),
          ({ seq }) => seq,
          (difference) => this.#row(difference, bySeq.get(difference.seq)),
        )}
      </ul>
      ${
        this.isWhole || all.length <= firstShown
          ? ""
          : html`<button type="button" class="link" @click=${() => (this.isWhole = true)}>
              ${t("research_differences_all", { count: all.length })}
            </button>`
      }`;
  }

  #row({ seq, codes, sentiments }: Disagreement, item: ResearchItem | undefined): TemplateResult {
    const lines = [
      ...codes.map(({ code, givenBy }) =>
        t("research_difference_code", {
          name: this.codebook ? codeNamed(this.codebook, code).name : code,
          coders: formatList(givenBy),
        }),
      ),
      ...sentiments.map(({ coder, sentiment }) =>
        t("research_difference_sentiment", { coder, sentiment: handWord(sentiment) }),
      ),
    ];
    return html`<li>
      <p class="text" lang=${langOf(item?.lang)} dir="auto">${item?.text}</p>
      <ul class="said meta">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
      <button
        type="button"
        class="link"
        aria-label=${t("research_difference_open_label", { text: item?.text.slice(0, 60) ?? "" })}
        @click=${() => this.#open(seq)}
      >
        ${t("research_difference_open")}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-agreement-differences": AgreementDifferences;
  }
}
