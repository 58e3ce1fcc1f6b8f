import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { formatNumber, t } from "../../lib/i18n.ts";
import type { Codebook } from "../../lib/model/research/coding.ts";
import { listed } from "../../lib/research/codebook/code-tree.ts";
import {
  type Agreement,
  type CodeAgreement,
  codeAgreement,
  type CodedItem,
  sentimentAgreement,
  setAgreement,
} from "../../lib/research/reliability/agreement.ts";
import { codeHueStyle } from "../styles/code-hues.ts";
import { shared } from "../styles/shared.ts";
import { estimateWords } from "./agreement-words.ts";
import { swatch } from "./code-tag.ts";

interface Figures {
  readonly all: Agreement;
  readonly sentiment: Agreement;
  readonly codes: readonly CodeAgreement[];
}

/** How far coders agree: all codes together, sentiment, and each code by itself. */
@customElement("bt-agreement-figures")
export class AgreementFigures extends LitElement {
  static override readonly styles = [
    shared,
    codeHueStyle,
    css`
      .scroll {
        overflow-x: auto;
      }

      table {
        border-collapse: collapse;
        inline-size: 100%;
        font: var(--bt-meta);
        font-variant-numeric: tabular-nums;
      }

      caption {
        text-align: start;
        color: var(--bt-muted);
        padding-block-end: 0.375rem;
      }

      th,
      td {
        padding: 0.375rem 0.625rem 0.375rem 0;
        text-align: start;
        vertical-align: top;
        border-block-end: 1px solid var(--bt-line);
      }

      tbody th {
        min-inline-size: 7rem;
        max-inline-size: 14rem;
        overflow-wrap: anywhere;
        font-weight: 600;
      }

      .code {
        display: flex;
        gap: 0.375rem;
        align-items: baseline;
      }
    `,
  ];

  @property({ attribute: false }) items: readonly CodedItem[] = [];
  @property({ attribute: false }) coders: readonly string[] = [];
  @property({ attribute: false }) codebook: Codebook | undefined;
  @state() private figures: Figures | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("items") || changed.has("coders") || changed.has("codebook")) void this.#work();
  }

  /** Resampling takes some 60 ms a code: one after the other, with room between for whoever types. */
  async #work(): Promise<void> {
    const { items, coders, codebook } = this;
    this.figures = undefined;
    if (!codebook || items.length === 0) return;
    const isStale = (): boolean =>
      this.items !== items || this.coders !== coders || this.codebook !== codebook;
    const all = setAgreement(items, coders);
    const sentiment = sentimentAgreement(items, coders);
    const codes: CodeAgreement[] = [];
    for (const { code } of listed(codebook.codes)) {
      codes.push(codeAgreement(items, code, coders));
      await new Promise((resolve) => setTimeout(resolve));
      if (isStale()) return;
    }
    this.figures = { all, sentiment, codes };
  }

  override render(): TemplateResult {
    const { figures } = this;
    if (this.items.length === 0) return html`<p class="meta">${t("research_agreement_none")}</p>`;
    if (!figures) return html`<progress aria-label=${t("research_agreement_working")}></progress>`;
    const [first = "", second = ""] = this.coders;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("research_agreement_table")}>
        <table>
          <caption>
            ${t("research_agreement_caption", { count: this.items.length })}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t("research_agreement_what")}</th>
              <th scope="col">${t("research_agreement_n")}</th>
              <th scope="col">${t("research_agreement_given")}</th>
              <th scope="col">${t("research_agreement_same")}</th>
              ${this.coders.length === 2 ? html`<th scope="col">${t("research_agreement_kappa")}</th>` : nothing}
              <th scope="col">${t("research_agreement_alpha")}</th>
            </tr>
          </thead>
          <tbody>
            ${this.#row(html`${t("research_agreement_all_codes")}`, "", figures.all, "–")}
            ${this.#row(html`${t("research_agreement_sentiment")}`, "", figures.sentiment)}
            ${figures.codes.map((each) =>
              this.#row(
                html`<span class="code">${swatch(each.code.colour)}<bdi>${each.code.name}</bdi></span>`,
                each.given.map((count) => formatNumber(count)).join(" · "),
                each,
              ),
            )}
          </tbody>
        </table>
      </div>
      <p class="meta">
        ${this.coders.length === 2 ? t("research_agreement_order", { first, second }) : nothing}
        ${t("research_agreement_how")}
      </p>`;
  }

  /** @param instead - Of kappa, which is of no use for sets. */
  #row(name: TemplateResult, given: string, agreement: Agreement, instead?: string): TemplateResult {
    const { n, same, kappa, alpha } = agreement;
    return html`<tr>
      <th scope="row">${name}</th>
      <td>${formatNumber(n)}</td>
      <td>${given}</td>
      <td>${estimateWords(same)}</td>
      ${this.coders.length === 2 ? html`<td>${instead ?? estimateWords(kappa)}</td>` : nothing}
      <td>${estimateWords(alpha)}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-agreement-figures": AgreementFigures;
  }
}
