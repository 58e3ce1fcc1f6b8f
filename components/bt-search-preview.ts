import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { codeKey, formatList, t } from "../lib/i18n.ts";
import type { SearchedBrand, SearchPlace, SearchPlan } from "../lib/model/search.ts";
import { placeKinds } from "./bt-search-places.ts";
import { command } from "./commands.ts";
import { searchLinks, searchLinksStyle } from "./parts/search-links.ts";
import { shared } from "./styles/shared.ts";

/** Who could be asked about a brand of which nothing is known here. Knowing that asks nobody. */
@customElement("bt-search-preview")
export class SearchPreview extends LitElement {
  static override readonly styles = [
    shared,
    searchLinksStyle,
    css`
      section {
        margin: 0.75rem 1rem;
      }

      dt {
        font: 600 0.75rem/1rem var(--bt-font);
        color: var(--bt-muted);
      }

      dl {
        display: grid;
        gap: 0.25rem;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) brand!: SearchedBrand;
  @state() private plan: SearchPlan | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("brand") || changed.get("brand")?.brandId === this.brand.brandId) return;
    this.plan = undefined;
    void this.#read(this.brand);
  }

  /** Where that fails there is no preview: the list of places itself says what is wrong. */
  async #read(brand: SearchedBrand): Promise<void> {
    const plan = await command("planSearch", brand);
    if (plan.ok && brand.brandId === this.brand.brandId) this.plan = plan.value;
  }

  override render(): TemplateResult {
    if (!this.plan) return html`${nothing}`;
    const { places, links } = this.plan;
    const chosen = places.filter(({ isChosen }) => isChosen);
    if (chosen.length + links.length === 0) return html`${nothing}`;
    return html`<section class="card stack" aria-labelledby="title">
      <h2 id="title">${t("preview_title")}</h2>
      ${chosen.length > 0 ? this.#places(chosen) : nothing} ${searchLinks(links)}
    </section>`;
  }

  #places(places: readonly SearchPlace[]): TemplateResult {
    const words = [...new Set(places.map((place) => place.words))];
    return html`<dl>
        ${placeKinds.map((kind) =>
          this.#kind(
            kind,
            places.filter((place) => place.kind === kind),
          ),
        )}
      </dl>
      <p class="meta anywhere">${t("preview_sends", { words: formatList(words) })}</p>`;
  }

  #kind(kind: SearchPlace["kind"], places: readonly SearchPlace[]): TemplateResult {
    if (places.length === 0) return html`${nothing}`;
    return html`<div>
      <dt>${t(codeKey("plan_kind", kind))}</dt>
      <dd>${formatList(places.map(({ name }) => name))}</dd>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-search-preview": SearchPreview;
  }
}
