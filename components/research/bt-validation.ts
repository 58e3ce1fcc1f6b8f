import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ChevronDown } from "lucide";
import { formatNumber, formatShare, t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import {
  enoughToValidate,
  sentimentClasses,
  type SentimentValidation,
  sentimentValidation,
} from "../../lib/research/coding/sentiment-validation.ts";
import type { Classification } from "../../lib/research/statistics/classification.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { icon } from "../parts/icon.ts";
import { shared } from "../styles/shared.ts";

/**
 * Whether computed sentiment can be trusted on this collection: how it agrees with what the researcher said by hand.
 * Stands wherever computed sentiment is shown. Fires `bt-draw` with a number of items to draw and code.
 */
@customElement("bt-validation")
export class Validation extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        font: var(--bt-meta);
        color: var(--bt-muted);
      }

      table {
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }

      caption {
        text-align: start;
        padding-block: 0.25rem;
      }

      th {
        font-weight: 500;
        text-align: start;
      }

      td,
      th {
        padding: 0.125rem 0.5rem 0.125rem 0;
      }

      td {
        text-align: end;
        color: var(--bt-text);
      }

      .scroll {
        overflow-x: auto;
      }
    `,
  ];

  @property({ attribute: false }) collection: Collection | undefined;
  readonly #found = new LiveQueryController(this, {
    args: () => (this.collection ? ([this.collection.id, this.collection.coder] as const) : undefined),
    query: async ([id, coder]) => sentimentValidation(databases().research, { id, coder }),
  });

  #draw(): void {
    this.dispatchEvent(
      new CustomEvent("bt-draw", { detail: enoughToValidate, bubbles: true, composed: true }),
    );
  }

  override render(): TemplateResult {
    const found = this.#found.value;
    if (!found) return html`${nothing}`;
    const { agreement } = found;
    return agreement ? this.#agreement(found, agreement) : this.#notYet(found);
  }

  #notYet({ n }: SentimentValidation): TemplateResult {
    const count = enoughToValidate;
    return html`<p>${t("research_not_validated", { count, coded: n })} ${t("research_sentiment_known")}</p>
      <button type="button" class="link" @click=${() => this.#draw()}>
        ${t("research_draw_to_code", { count })}
      </button>`;
  }

  #agreement(found: SentimentValidation, { accuracy, macroF1, confusion }: Classification): TemplateResult {
    const { value, low = value, high = value } = accuracy;
    return html`<p>
        ${t("research_validated", { share: formatShare(value), low: whole(low), high: whole(high), count: found.n })}
      </p>
      ${
        found.isDrawn
          ? nothing
          : html`<p>${t("research_validated_picked")}</p>
              <button type="button" class="link" @click=${() => this.#draw()}>
                ${t("research_draw_to_code", { count: enoughToValidate })}
              </button>`
      }
      <details>
        <summary>
          ${t("research_validation_more")} <span class="chevron">${icon(ChevronDown, 12)}</span>
        </summary>
        <p>${t("research_sentiment_known")}</p>
        <p>${t("research_macro_f1", { score: formatNumber(macroF1, { maximumFractionDigits: 2 }) })}</p>
        ${found.unscored > 0 ? html`<p>${t("research_validation_unscored", { count: found.unscored })}</p>` : nothing}
        <div class="scroll" tabindex="0" role="group" aria-label=${t("research_confusion")}>
          ${confusionTable(confusion.counts)}
        </div>
      </details>`;
  }
}

/** A bound of an interval in per cent; the sign stands behind the share. */
function whole(share: number): string {
  return formatNumber(Math.round(share * 100));
}

function confusionTable(counts: readonly (readonly number[])[]): TemplateResult {
  return html`<table>
    <caption>
      ${t("research_confusion")}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t("research_confusion_by_hand")}</th>
        ${sentimentClasses.map((name) => html`<th scope="col">${t(`research_sentiment_${name}`)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${sentimentClasses.map(
        (name, row) =>
          html`<tr>
            <th scope="row">${t(`research_sentiment_${name}`)}</th>
            ${sentimentClasses.map((_, column) => html`<td>${formatNumber(counts[row]?.[column] ?? 0)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-validation": Validation;
  }
  interface HTMLElementEventMap {
    "bt-draw": CustomEvent<number>;
  }
}
