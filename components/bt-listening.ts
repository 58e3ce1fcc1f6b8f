import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { heardBy } from "../lib/db/heard.ts";
import { formatDuration, formatShare, t } from "../lib/i18n.ts";
import { type Listening, listeningOf } from "../lib/model/listening.ts";
import type { SubjectKey } from "../lib/model/subject.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { databases } from "./databases.ts";
import { shared } from "./styles/shared.ts";

/** Whether a brand that has proven a key answers: how much, how soon, what came of it. Else nothing. */
@customElement("bt-listening")
export class ListeningCard extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        container-type: inline-size;
      }

      section {
        margin: 0.75rem 1rem;
      }

      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.25rem 0.75rem;
        margin-block: 0.375rem;
      }

      /* Large type: each figure below its label. */
      @container (max-width: 15rem) {
        dl {
          grid-template-columns: minmax(0, 1fr);
        }
      }

      dt {
        color: var(--bt-muted);
      }

      dd {
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }

      .meta {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() brandId = "";
  @property({ attribute: false }) keys: readonly SubjectKey[] = [];

  readonly #heard = new LiveQueryController(this, {
    args: () => [this.brandId, this.keys] as const,
    query: async ([brandId, keys]) => ({
      heard: await heardBy(databases().community, brandId, keys, Date.now()),
    }),
  });

  override render(): TemplateResult {
    if (this.#heard.error) return html`<p class="meta" role="alert">${t("error_read")}</p>`;
    const heard = this.#heard.value?.heard;
    if (!heard) return html`${nothing}`;
    const listening = listeningOf(heard);
    return html`<section class="card" aria-label=${t("listening_title")}>
      <h2>${t("listening_title")}</h2>
      ${listening.isTooFew ? tooFew(listening) : figures(listening)}
      <p class="meta">${t("listening_source", { brand: this.brandId })}</p>
    </section>`;
  }
}

function tooFew({ answered, reviews }: Listening): TemplateResult {
  return html`<p>
    ${t("listening_too_few", { reviews: t("listening_reviews", { count: reviews }), answered })}
  </p>`;
}

function figures({ answered, medianSeconds, reviews, settled }: Listening): TemplateResult {
  const share = formatShare(answered / reviews);
  return html`<dl>
    <dt>${t("listening_answered")}</dt>
    <dd>
      ${t("listening_answered_value", { answered, reviews: t("listening_reviews", { count: reviews }), share })}
    </dd>
    ${
      medianSeconds === undefined
        ? nothing
        : html`<dt>${t("listening_median")}</dt>
            <dd>${t("listening_median_value", { time: formatDuration(medianSeconds) })}</dd>
            <dt>${t("listening_settled")}</dt>
            <dd>${t("listening_settled_value", { settled, answered })}</dd>`
    }
  </dl>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-listening": ListeningCard;
  }
}
