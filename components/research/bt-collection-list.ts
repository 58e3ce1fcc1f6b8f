import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { formatNumber, t } from "../../lib/i18n.ts";
import type { Collection, CollectionId } from "../../lib/model/research/collection.ts";
import { itemCount } from "../../lib/db/research-counts.ts";
import { databases } from "../databases.ts";
import { facetStyle } from "../styles/facet.ts";
import { shared } from "../styles/shared.ts";
import { tell } from "./workspace-events.ts";

/** Every collection with how much is in it; one of them is open. Fires `bt-collection`. */
@customElement("bt-collection-list")
export class CollectionList extends LitElement {
  static override readonly styles = [
    shared,
    facetStyle,
    css`
      ::slotted(*) {
        justify-self: start;
      }
    `,
  ];

  @property({ attribute: false }) collections: readonly Collection[] = [];
  @property() open: CollectionId = "";
  /** Items in the open one, where that is known better than by counting. */
  @property({ type: Number }) total: number | undefined;
  /** Of the others, counted once: counting a million rows takes its time. */
  readonly #counts = new Map<CollectionId, number>();

  override updated(): void {
    for (const { id } of this.collections) {
      if (id === this.open || this.#counts.has(id)) continue;
      this.#counts.set(id, Number.NaN);
      void this.#count(id);
    }
    if (this.total !== undefined) this.#counts.set(this.open, this.total);
  }

  async #count(id: CollectionId): Promise<void> {
    // Without it the name stands alone; what is wrong with the disk, the list of items tells.
    const count = await itemCount(databases().research, id).catch((error: unknown) => {
      console.error("[research] not counted", error);
      return Number.NaN;
    });
    this.#counts.set(id, count);
    this.requestUpdate();
  }

  override render(): TemplateResult {
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${t("research_collections")}</h2>
      <ul>
        ${this.collections.map((collection) => this.#one(collection))}
      </ul>
      <slot></slot>
    </section>`;
  }

  #one({ id, name }: Collection): TemplateResult {
    const count = id === this.open ? this.total : this.#counts.get(id);
    const isKnown = count !== undefined && !Number.isNaN(count);
    return html`<li>
      <button
        type="button"
        class="value"
        aria-current=${id === this.open ? "true" : nothing}
        @click=${() => tell(this, "bt-collection", { id })}
      >
        <bdi>${name}</bdi>${isKnown ? html` <span class="count">${formatNumber(count)}</span>` : nothing}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-collection-list": CollectionList;
  }
}
