import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ChevronDown } from "lucide";
import { formatNumber, t } from "../../lib/i18n.ts";
import type { FacetCounts } from "../../lib/model/research/query.ts";
import { icon } from "../parts/icon.ts";
import { facetStyle } from "../styles/facet.ts";
import { shared } from "../styles/shared.ts";

/** So many stand there without being asked for, and so many at all: beyond that one types. */
const few = 8;
const most = 100;

/** Values of one kind with their counts; each is pressed in and out. Fires `toggle` with the value. */
@customElement("bt-facet")
export class Facet extends LitElement {
  static override readonly styles = [shared, facetStyle];

  @property() heading = "";
  @property({ attribute: false }) counts: FacetCounts = [];
  @property({ attribute: false }) chosen: readonly string[] = [];
  /** What a value is called. */
  @property({ attribute: false }) words: (value: string) => string = String;
  @state() private open = false;
  @state() private typed = "";

  #toggle(value: string): void {
    this.dispatchEvent(new CustomEvent("toggle", { detail: value }));
  }

  /** What was chosen stays in sight, whatever else leaves nothing of it. */
  #all(): FacetCounts {
    const missing = this.chosen.filter((value) => !this.counts.some((count) => count.value === value));
    return [...this.counts, ...missing.map((value) => ({ value, count: 0 }))];
  }

  override render(): TemplateResult {
    const all = this.#all();
    // What is empty takes no gap of the column either.
    this.hidden = all.length === 0;
    if (all.length === 0) return html`${nothing}`;
    const wanted = this.typed.trim().toLocaleLowerCase();
    const fitting = all.filter(({ value }) => this.words(value).toLocaleLowerCase().includes(wanted));
    const shown = this.open
      ? fitting.slice(0, most)
      : all.filter(({ value }, index) => index < few || this.chosen.includes(value));
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${this.heading}</h2>
      ${this.open && all.length > few ? this.#find() : nothing}
      <ul>
        ${shown.map(({ value, count }) => this.#value(value, count))}
      </ul>
      ${this.open && fitting.length === 0 ? html`<p class="meta">${t("research_facet_none")}</p>` : nothing}
      ${
        this.open && fitting.length > most
          ? html`<p class="meta">${t("research_facet_rest", { count: fitting.length - most })}</p>`
          : nothing
      }
      ${all.length > few ? this.#more(all.length - few) : nothing}
    </section>`;
  }

  #value(value: string, count: number): TemplateResult {
    return html`<li>
      <button
        type="button"
        class="value"
        aria-pressed=${this.chosen.includes(value)}
        @click=${() => this.#toggle(value)}
      >
        <bdi>${this.words(value)}</bdi>
        <span class="count">${formatNumber(count)}</span>
      </button>
    </li>`;
  }

  #find(): TemplateResult {
    const label = t("research_facet_find", { what: this.heading });
    return html`<input
      type="search"
      autocomplete="off"
      maxlength="80"
      dir="auto"
      aria-label=${label}
      placeholder=${label}
      .value=${this.typed}
      @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
    />`;
  }

  #more(count: number): TemplateResult {
    return html`<button
      type="button"
      class="text-button more"
      aria-expanded=${this.open}
      aria-label=${this.open ? t("research_facet_less_label", { what: this.heading }) : t("research_facet_more_label", { count, what: this.heading })}
      @click=${() => {
        this.open = !this.open;
        this.typed = "";
      }}
    >
      ${icon(ChevronDown, 14)} ${this.open ? t("research_facet_less") : t("research_facet_more", { count })}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-facet": Facet;
  }
}
