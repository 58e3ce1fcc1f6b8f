import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ChevronDown } from "lucide";
import { codeKey, formatDate, t } from "../lib/i18n.ts";
import { dayOf } from "../lib/model/day.ts";
import type { ListedFact } from "../lib/model/fact-list.ts";
import type { SourceInfo } from "../lib/model/search.ts";
import { icon } from "./parts/icon.ts";
import { recordLink } from "./parts/record-link.ts";
import { severityTag } from "./parts/severity.ts";
import { licenseName } from "./parts/source.ts";
import { sampleTag } from "./parts/sample-tag.ts";
import { factStyle } from "./styles/fact.ts";
import { shared } from "./styles/shared.ts";

/** More product names than this are folded. */
const shownProducts = 3;

/** One record: what it says, when, of which products, and where it is from. All its words are others'. */
@customElement("bt-fact")
export class FactCard extends LitElement {
  static override readonly styles = [shared, factStyle];

  @property({ attribute: false }) fact!: ListedFact;
  /** Where it is from; `undefined` while or where that is not known. */
  @property({ attribute: false }) source: SourceInfo | undefined;

  override render(): TemplateResult {
    const { fact } = this;
    const isRecord = fact.kind === "recall" || fact.kind === "complaint";
    return isRecord ? this.#record(fact) : this.#line(fact);
  }

  #record(fact: ListedFact): TemplateResult {
    const isTagged = fact.match !== undefined || fact.severity !== undefined || fact.isSample === true;
    return html`<article>
      ${isTagged ? html`<div class="top">${this.#tags(fact)} ${dateOf(fact)}</div>` : nothing}
      <h3>${recordLink(fact.title, fact.url)}</h3>
      ${productsOf(fact)} ${countOf(fact)} ${detailsOf(fact)}
      <p class="meta">${isTagged ? nothing : html`${dateOf(fact)} · `}${this.#from()}</p>
    </article>`;
  }

  #tags(fact: ListedFact): TemplateResult {
    return html`${
      fact.match
        ? html`<span class="tag accent"
            >${t(fact.match === "name" ? "fact_names_product" : "fact_is_product")}</span
          >`
        : nothing
    }
    ${severityTag(fact)} ${fact.isSample ? sampleTag() : nothing}`;
  }

  /** One line, for what has neither date nor weight. */
  #line(fact: ListedFact): TemplateResult {
    return html`<div class="line">
      <span class="meta label">${t(codeKey("fact_kind", fact.kind))}</span>
      <div>
        <span class="value"
          >${recordLink(fact.title, fact.url)} ${fact.isSample ? sampleTag() : nothing}</span
        >
        ${fact.details?.map((text) => html`<p class="meta" dir="auto">${text}</p>`)}
        <p class="meta">${this.#from()}</p>
      </div>
    </div>`;
  }

  #from(): string {
    const { attribution, licence } = this.source ?? {};
    return attribution && licence
      ? t("fact_from", { source: attribution, licence: licenseName(licence) })
      : t("fact_from_id", { source: this.fact.source });
  }
}

function dateOf({ at }: ListedFact): TemplateResult {
  // A record may hold a number that is no time at all.
  if (at === undefined || Number.isNaN(new Date(at).getTime()))
    return html`<span class="meta when">${t("fact_undated")}</span>`;
  return html`<time class="meta when" datetime=${dayOf(at)}>${formatDate(at)}</time>`;
}

function productsOf({ products = [], title }: ListedFact): TemplateResult {
  // A record of one product often has its name for a title.
  const names = products.filter((name) => name !== title);
  if (names.length === 0) return html`${nothing}`;
  const rest = names.slice(shownProducts);
  return html`<ul class="products" aria-label=${t("fact_products")}>
      ${names.slice(0, shownProducts).map(productItem)}
    </ul>
    ${
      rest.length > 0
        ? html`<details>
            <summary class="meta">
              ${t("fact_more_products", { count: rest.length })}
              <span class="chevron">${icon(ChevronDown, 14)}</span>
            </summary>
            <ul class="products">
              ${rest.map(productItem)}
            </ul>
          </details>`
        : nothing
    }`;
}

function productItem(name: string): TemplateResult {
  return html`<li><bdi dir="auto">${name}</bdi></li>`;
}

function countOf({ count, kind }: ListedFact): TemplateResult {
  if (count === undefined || count <= 0) return html`${nothing}`;
  return html`<p class="meta">${t(kind === "recall" ? "fact_units" : "fact_complaints", { count })}</p>`;
}

function detailsOf({ details = [] }: ListedFact): TemplateResult {
  if (details.length === 0) return html`${nothing}`;
  return html`<details>
    <summary class="meta">${t("fact_details")} <span class="chevron">${icon(ChevronDown, 14)}</span></summary>
    <div class="details">${details.map((text) => html`<p dir="auto">${text}</p>`)}</div>
  </details>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-fact": FactCard;
  }
}
