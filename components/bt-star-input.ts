import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { t } from "../lib/i18n.ts";
import { shared } from "./styles/shared.ts";

const values = [1, 2, 3, 4, 5] as const;
type Value = (typeof values)[number];

/** Five stars to choose from: a native radio group, so arrow keys work as everywhere. Fires `change`. */
@customElement("bt-star-input")
export class StarInput extends LitElement {
  static override readonly styles = [
    shared,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 0.5rem;
      }

      .five {
        display: flex;
        margin-inline-start: -0.25rem;
      }

      label {
        position: relative;
        display: grid;
        place-items: center;
        inline-size: 2rem;
        block-size: 2rem;
        cursor: pointer;
      }

      input {
        position: absolute;
        opacity: 0;
        inset: 0;
        inline-size: 100% !important;
        block-size: 100% !important;
        cursor: pointer;
      }

      svg {
        inline-size: 1.5rem;
        block-size: 1.5rem;
        fill: transparent;
        stroke: var(--bt-edge);
        stroke-width: 1.5;
        stroke-linejoin: round;
        transition:
          fill var(--bt-quick),
          stroke var(--bt-quick);
      }

      .lit svg {
        fill: var(--bt-star);
        stroke: var(--bt-star);
      }

      input:focus-visible + svg {
        outline: 2px solid var(--bt-accent);
        outline-offset: 2px;
        border-radius: var(--bt-radius-small);
      }

      .word {
        min-inline-size: 3.5rem;
      }

      @media (forced-colors: active) {
        svg {
          stroke: CanvasText;
        }

        .lit svg {
          fill: CanvasText;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) value: number | undefined;
  @state() private hovered: Value | undefined;
  @query("input") private readonly first!: HTMLInputElement;

  override focus(): void {
    const chosen = this.shadowRoot?.querySelector<HTMLInputElement>("input:checked");
    (chosen ?? this.first).focus();
  }

  #set(value: Value | undefined): void {
    this.value = value;
    this.hovered = undefined;
    this.dispatchEvent(new CustomEvent("change", { detail: value }));
  }

  override render(): TemplateResult {
    const shown = this.hovered ?? this.value ?? 0;
    const word = values.find((value) => value === shown);
    return html`<fieldset>
      <legend class="sr-only">${t("your_stars")}</legend>
      <div class="five" @pointerleave=${() => (this.hovered = undefined)}>
        ${values.map(
          (value) =>
            html`<label
              class=${value <= shown ? "lit" : ""}
              @pointerenter=${(event: PointerEvent) => {
                if (event.pointerType === "mouse") this.hovered = value;
              }}
            >
              <input
                type="radio"
                name="stars"
                value=${value}
                aria-label="${t("star_value", { count: value })}: ${t(`star_word_${value}`)}"
                .checked=${this.value === value}
                @change=${() => this.#set(value)}
              />
              ${starOutline}
            </label>`,
        )}
      </div>
      <span class="word meta" aria-hidden="true">${word ? t(`star_word_${word}`) : t("stars_optional")}</span>
      ${
        this.value === undefined
          ? nothing
          : html`<button type="button" class="text-button" @click=${() => this.#set(undefined)}>
              ${t("stars_clear")}
            </button>`
      }
    </fieldset>`;
  }
}

const starOutline = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  ${svg`<path d="m12 2.6 2.9 5.9 6.5.9-4.7 4.6 1.1 6.5-5.8-3.1-5.8 3.1 1.1-6.5-4.7-4.6 6.5-.9z" />`}
</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    "bt-star-input": StarInput;
  }
}
