import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { formatNumber, formatShare, t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { RecallEstimate } from "../../lib/research/report/recall.ts";
import { sampleRecall } from "../../lib/research/report/sample-recall.ts";
import type { Estimate } from "../../lib/research/statistics/estimate.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { shared } from "../styles/shared.ts";
import { tell } from "./workspace-events.ts";

/** How many relevant posts recordings have missed, as the coded part of their samples tells; and the way there. Fires `bt-filter`. */
@customElement("bt-recall")
export class Recall extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        font: var(--bt-meta);
        color: var(--bt-muted);
      }
    `,
  ];

  @property({ attribute: false }) collection: Collection | undefined;
  /** Recordings that the person looks at; none: all. */
  @property({ attribute: false }) sessions: readonly string[] = [];
  readonly #found = new LiveQueryController(this, {
    // One string: arguments are told apart by what they are, not by what is in them.
    args: () =>
      this.collection
        ? ([this.collection.id, this.collection.coder, this.sessions.join(" ")] as const)
        : undefined,
    query: async ([id, coder, sessions]) =>
      sampleRecall(databases().research, { id, coder }, sessions === "" ? [] : sessions.split(" ")),
  });

  override render(): TemplateResult {
    const found = this.#found.value;
    if (!found || found.sampled === 0) return html`${nothing}`;
    const { coded, estimate, sampled } = found;
    return html`${
        estimate
          ? estimateWords(estimate, coded)
          : html`<p>${t("research_recall_uncoded", { count: sampled })}</p>`
      }
      <button
        type="button"
        class="link"
        @click=${() => tell(this, "bt-filter", { change: { why: ["sample"] } })}
      >
        ${t("research_recall_show", { coded: formatNumber(coded), sampled: formatNumber(sampled) })}
      </button>`;
  }
}

function estimateWords({ missed, recall }: RecallEstimate, coded: number): TemplateResult {
  return html`${recall ? html`<p>${t("research_recall_share", between(recall, formatShare, percent))}</p>` : nothing}
    <p>${t("research_recall_missed", { count: coded, ...between(missed, whole, whole) })}</p>`;
}

type Words = (value: number) => string;

function between({ value, low = value, high = value }: Estimate, words: Words, bound: Words) {
  return { figure: words(value), low: bound(low), high: bound(high) };
}

const whole: Words = (value) => formatNumber(Math.round(value));
/** A bound of an interval; the sign stands behind the share. */
const percent: Words = (share) => whole(share * 100);

declare global {
  interface HTMLElementTagNameMap {
    "bt-recall": Recall;
  }
}
