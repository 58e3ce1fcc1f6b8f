import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Ellipsis, type IconNode } from "lucide";
import { icon } from "./parts/icon.ts";
import { shared } from "./styles/shared.ts";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconNode;
  /** A link instead of a command; opens in a tab of its own. */
  readonly href?: string;
  /** Words above it, about it and those that follow. */
  readonly heading?: string;
}

/** Between a menu and the window's edge; and the least height that a menu has. */
const edgePx = 12;
const leastPx = 120;

/** The "⋯" button with its menu. Arrow keys inside, Esc closes, focus goes back to the button. Fires `choose`. */
@customElement("bt-menu")
export class Menu extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        position: relative;
        display: inline-block;
      }

      :host([small]) .icon-button {
        inline-size: 1.5rem;
        block-size: 1.5rem;
        border-radius: var(--bt-radius-small);
      }

      [role="menu"] {
        position: absolute;
        inset-block-start: calc(100% + 0.25rem);
        inset-inline-end: 0;
        z-index: 20;
        inline-size: max-content;
        min-inline-size: 11rem;
        max-inline-size: min(17rem, 80vw);
        padding: 0.25rem;
        border: 1px solid var(--bt-line);
        border-radius: var(--bt-radius);
        background: var(--bt-surface);
        box-shadow: var(--bt-shadow);
        overflow-y: auto;
      }

      [role="menu"].up {
        inset-block: auto calc(100% + 0.25rem);
      }

      [role="menuitem"] {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        inline-size: 100%;
        min-block-size: 2rem;
        padding: 0.375rem 0.625rem;
        border-radius: var(--bt-radius-small);
        color: var(--bt-text);
        font: var(--bt-label);
        font-weight: 400;
        text-decoration: none;
      }

      .heading {
        display: block;
        max-inline-size: 15rem;
        margin-block-start: 0.25rem;
        padding: 0.375rem 0.625rem 0.125rem;
        border-block-start: 1px solid var(--bt-line);
        font: var(--bt-meta);
        color: var(--bt-muted);
      }

      [role="menuitem"] svg {
        color: var(--bt-muted);
      }

      [role="menuitem"]:hover,
      [role="menuitem"]:focus-visible {
        background: var(--bt-sunken);
      }

      [role="menuitem"]:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];

  @property() label = "";
  @property({ attribute: false }) items: readonly MenuItem[] = [];
  @state() private open = false;
  @state() private up = false;
  @query("button") private readonly button!: HTMLButtonElement;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("pointerdown", this.#onOutside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("pointerdown", this.#onOutside);
  }

  override focus(): void {
    this.button.focus();
  }

  readonly #onOutside = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this)) this.open = false;
  };

  async #show(last = false): Promise<void> {
    this.up = false;
    this.open = true;
    await this.updateComplete;
    this.#fit();
    await this.updateComplete;
    this.#entries()
      .at(last ? -1 : 0)
      ?.focus();
  }

  /** Where there is more room it opens upwards, and it scrolls where there is too little on either side. */
  #fit(): void {
    const menu = this.shadowRoot?.querySelector<HTMLElement>("[role=menu]");
    if (!menu) return;
    const { bottom, top } = this.getBoundingClientRect();
    const below = innerHeight - bottom - edgePx;
    this.up = menu.offsetHeight > below && top - edgePx > below;
    menu.style.maxBlockSize = `${Math.max(this.up ? top - edgePx : below, leastPx)}px`;
  }

  #entries(): HTMLElement[] {
    return [...(this.shadowRoot?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
  }

  #close(): void {
    this.open = false;
    this.focus();
  }

  #choose(id: string): void {
    this.#close();
    this.dispatchEvent(new CustomEvent("choose", { detail: id }));
  }

  readonly #onButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    void this.#show(event.key === "ArrowUp");
  };

  readonly #onMenuKey = (event: KeyboardEvent): void => {
    if (event.key === "Tab") {
      this.open = false;
      return;
    }
    const entries = this.#entries();
    const index = entries.findIndex((entry) => entry.matches(":focus"));
    const goal = new Map<string, number>([
      ["ArrowDown", (index + 1) % entries.length],
      ["ArrowUp", (index - 1 + entries.length) % entries.length],
      ["Home", 0],
      ["End", entries.length - 1],
    ]).get(event.key);
    if (event.key === "Escape") this.#close();
    else if (goal === undefined) return;
    else entries[goal]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };

  override render(): TemplateResult {
    return html`<button
        type="button"
        class="icon-button"
        aria-label=${this.label}
        aria-haspopup="menu"
        aria-expanded=${this.open}
        @click=${() => (this.open ? this.#close() : void this.#show())}
        @keydown=${this.#onButtonKey}
      >
        ${icon(Ellipsis, 18)}
      </button>
      ${
        this.open
          ? html`<div
              role="menu"
              class=${this.up ? "up" : ""}
              aria-label=${this.label}
              @keydown=${this.#onMenuKey}
            >
              ${this.items.map((item) => this.#entry(item))}
            </div>`
          : nothing
      }`;
  }

  #entry(item: MenuItem): TemplateResult {
    const inside = html`${item.icon ? icon(item.icon) : nothing}<span>${item.label}</span>`;
    if (item.href !== undefined) {
      return html`<a
        role="menuitem"
        tabindex="-1"
        href=${item.href}
        target="_blank"
        rel="noopener noreferrer"
        @click=${() => this.#close()}
        >${inside}</a
      >`;
    }
    const { heading } = item;
    return html`${heading ? html`<span class="heading" aria-hidden="true">${heading}</span>` : nothing}<button
        type="button"
        role="menuitem"
        tabindex="-1"
        aria-description=${heading ?? nothing}
        @click=${() => this.#choose(item.id)}
      >
        ${inside}
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-menu": Menu;
  }
}
