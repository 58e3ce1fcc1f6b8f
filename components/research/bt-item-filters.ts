import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { formatShare, t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { FoundItems, ItemFilter } from "../../lib/model/research/query.ts";
import { facetStyle } from "../styles/facet.ts";
import { shared } from "../styles/shared.ts";
import "./bt-facet.ts";
import "./bt-recall.ts";
import "./bt-session-list.ts";
import "./bt-validation.ts";
import { facetHeadings, facetWords } from "./facet-words.ts";
import { type FilterList, toggled } from "./item-filter.ts";
import { tell } from "./workspace-events.ts";

const facets = ["brands", "sites", "sentiments", "codes", "langs", "why"] as const;
const dayMs = 86_400_000;
const thresholds = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/** Everything by which the items of a collection can be narrowed, but for words. Fires `bt-filter`. */
@customElement("bt-item-filters")
export class ItemFilters extends LitElement {
  static override readonly styles = [
    shared,
    facetStyle,
    css`
      :host {
        display: grid;
        gap: 1rem;
        grid-template-columns: minmax(0, 1fr);
      }

      .dates {
        display: grid;
        gap: 0.375rem;
        grid-template-columns: minmax(0, 1fr);
        padding-inline: 0.5rem;
      }

      label {
        display: grid;
        gap: 0.125rem;
        grid-template-columns: minmax(0, 1fr);
        font: var(--bt-meta);
        color: var(--bt-muted);
      }

      input[type="date"],
      select {
        inline-size: 100%;
        min-block-size: 2rem;
        padding: 0.25rem 0.5rem;
        border: 1px solid var(--bt-edge);
        border-radius: 0.5rem;
        background: var(--bt-surface);
        font: var(--bt-label);
        color: var(--bt-text);
      }
    `,
  ];

  @property({ attribute: false }) collection!: Collection;
  @property({ attribute: false }) filter!: ItemFilter;
  @property({ attribute: false }) facets: FoundItems["facets"] | undefined;

  #toggle(list: FilterList, value: string): void {
    tell(this, "bt-filter", { change: { [list]: toggled(this.filter, list, value)[list] } });
  }

  override render(): TemplateResult {
    return html`<bt-session-list
        .collection=${this.collection.id}
        .counts=${this.facets?.sessions ?? []}
        .chosen=${this.filter.sessions}
        @toggle=${(event: CustomEvent<string>) => this.#toggle("sessions", event.detail)}
      ></bt-session-list>
      <bt-recall .collection=${this.collection} .sessions=${this.filter.sessions}></bt-recall>
      ${facets.map((list) => html`${this.#facet(list)}${list === "sentiments" ? this.#validation() : nothing}`)}
      ${this.#more()}`;
  }

  #facet(list: (typeof facets)[number]): TemplateResult {
    const counts = this.facets?.[list] ?? [];
    const { collection, filter } = this;
    const isOffered = counts.length > 1 || filter[list].length > 0;
    // A list of one value narrows nothing.
    if (!isOffered && list !== "brands" && list !== "sites") return html`${nothing}`;
    return html`<bt-facet
      .heading=${t(facetHeadings[list])}
      .counts=${counts}
      .chosen=${filter[list]}
      .words=${(value: string) => facetWords(list, value, { collection, counts })}
      @toggle=${(event: CustomEvent<string>) => this.#toggle(list, event.detail)}
    ></bt-facet>`;
  }

  /** Computed sentiment never stands without how far it can be trusted here. */
  #validation(): unknown {
    if ((this.facets?.sentiments ?? []).every(({ value }) => value === "unscored")) return nothing;
    return html`<bt-validation .collection=${this.collection}></bt-validation>`;
  }

  #more(): TemplateResult {
    const { confidence, from, to } = this.filter;
    return html`<section aria-labelledby="dates">
      <h2 id="dates">${t("research_dates")}</h2>
      <div class="dates">
        ${this.#date("research_date_from", from, (at) => ({ from: at }))}
        ${this.#date("research_date_to", to === undefined ? undefined : to - dayMs, (at) => ({
          to: at === undefined ? undefined : at + dayMs,
        }))}
        <label
          >${t("research_confidence_least")}
          <select
            @change=${(event: Event) => {
              const { value } = event.target as HTMLSelectElement;
              this.#change({ confidence: value ? Number(value) : undefined });
            }}
          >
            <option value="" ?selected=${confidence === undefined}>${t("research_confidence_any")}</option>
            ${thresholds.map(
              (least) =>
                html`<option value=${least} ?selected=${least === confidence}>${formatShare(least)}</option>`,
            )}
          </select>
        </label>
      </div>
    </section>`;
  }

  /** Days are UTC, as in charts. */
  #date(
    label: "research_date_from" | "research_date_to",
    at: number | undefined,
    change: (at: number | undefined) => Partial<ItemFilter>,
  ): TemplateResult {
    return html`<label
      >${t(label)}
      <input
        type="date"
        .value=${at === undefined ? "" : new Date(at).toISOString().slice(0, 10)}
        @change=${(event: Event) => {
          const day = Date.parse((event.target as HTMLInputElement).value);
          this.#change(change(Number.isNaN(day) ? undefined : day));
        }}
      />
    </label>`;
  }

  #change(change: Partial<ItemFilter>): void {
    tell(this, "bt-filter", { change });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-item-filters": ItemFilters;
  }
}
