import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { X } from "lucide";
import { t } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { FoundItems, ItemFilter } from "../../lib/model/research/query.ts";
import { icon } from "../parts/icon.ts";
import { shared } from "../styles/shared.ts";
import "./bt-coding-tasks.ts";
import "./bt-collection-list.ts";
import "./bt-item-filters.ts";
import "./bt-room-line.ts";

/** The left column: collections, and the filters of the one that is open. Fires `bt-collection`, `bt-filter`, `new`, `close`. */
@customElement("bt-workspace-side")
export class WorkspaceSide extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: grid;
        align-content: start;
        gap: 1rem;
        grid-template-columns: minmax(0, 1fr);
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }
    `,
  ];

  @property({ attribute: false }) collection!: Collection;
  @property({ attribute: false }) collections: readonly Collection[] = [];
  @property({ attribute: false }) filter!: ItemFilter;
  @property({ attribute: false }) found: FoundItems | undefined;
  /** Over the table, to be closed again. */
  @property({ type: Boolean }) drawer = false;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(".head button")?.focus();
  }

  override render(): TemplateResult {
    return html`${this.drawer ? this.#head() : nothing}
      <bt-collection-list
        .collections=${this.collections}
        .open=${this.collection.id}
        .total=${this.found?.total}
      >
        <button type="button" class="text-button" @click=${() => this.dispatchEvent(new CustomEvent("new"))}>
          ${t("research_new_collection")}
        </button>
      </bt-collection-list>
      ${
        this.found?.total === 0
          ? nothing
          : html`<bt-item-filters
              .collection=${this.collection}
              .filter=${this.filter}
              .facets=${this.found?.facets}
            ></bt-item-filters>`
      }
      <bt-coding-tasks></bt-coding-tasks>
      <bt-room-line></bt-room-line>`;
  }

  #head(): TemplateResult {
    return html`<div class="head">
      <h2>${t("research_filters")}</h2>
      <button
        type="button"
        class="icon-button"
        aria-label=${t("close")}
        @click=${() => this.dispatchEvent(new CustomEvent("close"))}
      >
        ${icon(X)}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-workspace-side": WorkspaceSide;
  }
}
