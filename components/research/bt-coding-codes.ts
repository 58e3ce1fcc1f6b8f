import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { Check } from "lucide";
import { formatNumber, t } from "../../lib/i18n.ts";
import type { Codebook } from "../../lib/model/research/coding.ts";
import { listed } from "../../lib/research/codebook/code-tree.ts";
import { icon } from "../parts/icon.ts";
import { codeHueStyle } from "../styles/code-hues.ts";
import { shared } from "../styles/shared.ts";
import { codeNamed, swatch } from "./code-tag.ts";

/** Deeper codes stand no further in: there is little room. */
const deepest = 3;
/** So many have a key of their own. */
const keys = 9;

/**
 * The codes of a codebook, each to be switched on and off. Fires `bt-codes` with all that are on. The keys 1 to 9 switch
 * the first ones, wherever the focus is inside.
 */
@customElement("bt-coding-codes")
export class CodingCodes extends LitElement {
  static override readonly styles = [
    shared,
    codeHueStyle,
    css`
      ul {
        display: grid;
        gap: 0.25rem;
        grid-template-columns: minmax(0, 1fr);
      }

      button {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto auto;
        align-items: center;
        gap: 0.125rem 0.5rem;
        inline-size: 100%;
        min-block-size: 2rem;
        padding: 0.25rem 0.5rem;
        border: 1px solid var(--bt-edge);
        border-radius: 0.5rem;
        background: var(--bt-surface);
      }

      button:hover {
        background: var(--bt-sunken);
      }

      [aria-pressed="true"] {
        border-color: var(--bt-accent);
        background: var(--bt-accent-soft);
        font-weight: 600;
      }

      .name {
        overflow-wrap: anywhere;
      }

      .description {
        grid-column: 2 / -1;
        font-weight: 400;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }

      .tick {
        inline-size: 1rem;
        color: var(--bt-accent);
      }

      kbd {
        font: var(--bt-meta);
        color: var(--bt-muted);
        border: 1px solid var(--bt-line);
        border-radius: 0.25rem;
        padding-inline: 0.25rem;
        background: var(--bt-surface);
      }

      .deep-1 {
        padding-inline-start: 1rem;
      }

      .deep-2 {
        padding-inline-start: 2rem;
      }

      .deep-3 {
        padding-inline-start: 3rem;
      }

      @media (forced-colors: active) {
        [aria-pressed="true"] {
          border: 2px solid Highlight;
        }
      }
    `,
  ];

  @property({ attribute: false }) codebook: Codebook | undefined;
  @property({ attribute: false }) chosen: readonly string[] = [];
  @property({ type: Boolean }) descriptions = false;
  /** Whether it is known yet what is on. Until then nothing can be switched, but the focus may come. */
  @property({ type: Boolean }) ready = true;

  override focus(): void {
    this.renderRoot.querySelector("button")?.focus();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (this.toggleByKey(event)) event.preventDefault();
  };

  /** Whether the key was one of ours. */
  toggleByKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey || !/^[1-9]$/u.test(key)) return false;
    const code = listed(this.codebook?.codes ?? [])[Number(key) - 1]?.code;
    if (code) this.#toggle(code.id);
    return code !== undefined;
  }

  #toggle(id: string): void {
    if (!this.ready) return;
    const codes = this.chosen.includes(id) ? this.chosen.filter((each) => each !== id) : [...this.chosen, id];
    this.dispatchEvent(new CustomEvent("bt-codes", { detail: codes }));
  }

  override render(): TemplateResult {
    const { codebook } = this;
    if (!codebook) return html`${nothing}`;
    const inBook = listed(codebook.codes);
    const gone = this.chosen.filter((id) => !codebook.codes.some((code) => code.id === id));
    if (inBook.length + gone.length === 0) return html`<p class="meta">${t("research_coding_no_codes")}</p>`;
    const rows = [...inBook, ...gone.map((id) => ({ code: codeNamed(codebook, id), depth: 0 }))];
    return html`<ul aria-label=${t("research_codes")} @keydown=${this.#onKey}>
      ${repeat(
        rows,
        ({ code }) => code.id,
        ({ code, depth }, place) =>
          html`<li class="deep-${Math.min(depth, deepest)}">
            <button
              type="button"
              data-id=${code.id}
              aria-disabled=${!this.ready}
              aria-pressed=${this.chosen.includes(code.id)}
              aria-keyshortcuts=${place < keys ? String(place + 1) : nothing}
              @click=${() => this.#toggle(code.id)}
            >
              ${swatch(code.colour)}<bdi class="name">${code.name}</bdi>
              <span class="tick">${this.chosen.includes(code.id) ? icon(Check) : nothing}</span>
              ${place < keys ? html`<kbd aria-hidden="true">${formatNumber(place + 1)}</kbd>` : html`<span></span>`}
              ${
                this.descriptions && code.description
                  ? html`<span class="description meta" dir="auto">${code.description}</span>`
                  : nothing
              }
            </button>
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-coding-codes": CodingCodes;
  }
}
