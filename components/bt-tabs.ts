import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { formatNumber, t } from "../lib/i18n.ts";
import { shared } from "./styles/shared.ts";

export interface TabItem {
  readonly id: string;
  readonly label: string;
  readonly count?: number;
  /** Of these, how many have not been seen. */
  readonly unseen?: number;
}

/** A tab list: one stop in the tab order, arrow keys, Home and End inside. Fires `change` with the chosen id. */
@customElement("bt-tabs")
export class Tabs extends LitElement {
  static override readonly styles = [
    shared,
    css`
      [role="tablist"] {
        display: flex;
      }

      [role="tab"] {
        min-block-size: 2rem;
        font: var(--bt-label);
        color: var(--bt-muted);
        min-inline-size: 0;
      }

      [aria-selected="true"] {
        color: var(--bt-text);
      }

      .line [role="tablist"] {
        gap: var(--bt-tab-gap, clamp(0.75rem, 4.5vw, 1.25rem));
        padding-inline: var(--bt-tab-edge, 1rem);
        border-block-end: 1px solid var(--bt-line);
        overflow-x: auto;
        scrollbar-width: none;
      }

      /* Where there is no room for all, the line scrolls: none may lie over another. */
      .line [role="tab"] {
        flex: none;
        padding-block: 0.5rem 0.4375rem;
        border-block-end: 2px solid transparent;
        white-space: nowrap;
      }

      .line [role="tab"]:focus-visible {
        outline-offset: -2px;
      }

      .line [role="tab"]:hover {
        color: var(--bt-text);
      }

      .line [aria-selected="true"] {
        border-color: var(--bt-accent);
      }

      .count {
        color: var(--bt-muted);
        font: var(--bt-meta);
        margin-inline-start: 0.25rem;
        font-variant-numeric: tabular-nums;
      }

      .unseen {
        padding-inline: 0.3125rem;
        border-radius: 0.5rem;
        background: var(--bt-accent);
        color: var(--bt-on-accent);
        font: 600 0.6875rem/1rem var(--bt-font);
      }

      .segments [role="tablist"] {
        gap: 0.25rem;
        padding: 0.1875rem;
        background: var(--bt-sunken);
        border-radius: 0.5625rem;
      }

      .segments [role="tab"] {
        flex: 1;
        min-block-size: 1.75rem;
        padding: 0.25rem 0.5rem;
        border: 1px solid transparent;
        border-radius: 0.4375rem;
        font: 500 0.75rem/1rem var(--bt-font);
        text-align: center;
        overflow-wrap: anywhere;
      }

      .segments [aria-selected="true"] {
        border-color: var(--bt-edge);
        background: var(--bt-surface);
        box-shadow: 0 1px 2px rgb(0 0 0 / 0.08);
      }

      @media (forced-colors: active) {
        [aria-selected="true"] {
          border-color: Highlight !important;
        }

        .line [role="tab"] {
          border-block-end-color: Canvas;
        }
      }
    `,
  ];

  @property({ attribute: false }) items: readonly TabItem[] = [];
  @property() selected = "";
  @property() label = "";
  @property() variant: "line" | "segments" = "line";
  @query("[aria-selected=true]") private readonly chosen!: HTMLElement | null;

  override focus(): void {
    this.chosen?.focus();
  }

  #choose(id: string): void {
    if (id === this.selected) return;
    this.selected = id;
    this.dispatchEvent(new CustomEvent("change", { detail: id }));
  }

  readonly #onKey = async (event: KeyboardEvent): Promise<void> => {
    const index = this.items.findIndex(({ id }) => id === this.selected);
    const forward = getComputedStyle(this).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const last = this.items.length - 1;
    const goal = new Map([
      [forward, index === last ? 0 : index + 1],
      [backward, index === 0 ? last : index - 1],
      ["Home", 0],
      ["End", last],
    ]).get(event.key);
    const item = goal === undefined ? undefined : this.items[goal];
    if (!item) return;
    event.preventDefault();
    this.#choose(item.id);
    await this.updateComplete;
    this.focus();
  };

  override render(): TemplateResult {
    return html`<div class=${this.variant}>
      <div role="tablist" aria-label=${this.label} @keydown=${this.#onKey}>
        ${repeat(
          this.items,
          ({ id }) => id,
          ({ id, label, count, unseen }) =>
            html`<button
              type="button"
              role="tab"
              aria-selected=${id === this.selected}
              tabindex=${id === this.selected ? 0 : -1}
              data-id=${id}
              @click=${() => this.#choose(id)}
            >
              ${label}${count ? html`<span class="count">${formatNumber(count)}</span>` : nothing}${
                unseen ? html` <span class="unseen">${t("tab_new", { count: unseen })}</span>` : nothing
              }
            </button>`,
        )}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-tabs": Tabs;
  }
}
