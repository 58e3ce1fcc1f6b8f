import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { t } from "../lib/i18n.ts";
import type { BrandChoice } from "../lib/model/correction.ts";
import { command } from "./commands.ts";
import { TypingPause } from "./controllers/typing-pause.ts";
import { shared } from "./styles/shared.ts";

/** A field that finds brands on this device while one types. Fires `choose` with a brand, or `text` as it was typed. */
@customElement("bt-brand-search")
export class BrandSearch extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }

      label {
        display: grid;
        gap: 0.25rem;
      }

      ul {
        display: grid;
        gap: 0.25rem;
        max-block-size: 15rem;
        overflow-y: auto;
        /* Room for the outline of what has the focus. */
        margin: -2px;
        padding: 2px;
      }

      li button {
        display: grid;
        inline-size: 100%;
        min-block-size: 2.25rem;
        padding: 0.375rem 0.625rem;
        border: 1px solid var(--bt-line);
        border-radius: var(--bt-radius-small);
        background: var(--bt-surface);
        color: var(--bt-text);
        text-align: start;
        overflow-wrap: anywhere;
      }

      li button:hover {
        border-color: var(--bt-text);
      }
    `,
  ];

  /** Only brands that are known here: what was typed itself is no choice. */
  @property({ type: Boolean }) known = false;
  @query("input") private readonly input!: HTMLInputElement;
  @state() private text = "";
  @state() private found: readonly BrandChoice[] | undefined;
  /** The first look reads the whole directory, which takes a moment. */
  @state() private isLooking = false;
  readonly #pause = new TypingPause(this, () => void this.#look());
  /** Number of the newest look-up: an older answer must not overwrite a newer one. */
  #turn = 0;

  /** Empty, with the focus in the field. */
  reset(): void {
    this.text = "";
    this.found = undefined;
    void this.updateComplete.then(() => this.input.focus());
  }

  readonly #onInput = (): void => {
    this.text = this.input.value;
    this.#pause.typed();
  };

  async #look(): Promise<void> {
    const turn = ++this.#turn;
    const text = this.text.trim();
    this.isLooking = text !== "";
    const result = text === "" ? undefined : await command("searchBrands", text);
    if (turn !== this.#turn) return;
    this.found = result?.ok ? result.value : undefined;
    this.isLooking = false;
  }

  /** Down from the field into the list, up and down in it, as in every list of suggestions. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const stops = [this.input, ...this.renderRoot.querySelectorAll<HTMLButtonElement>("li button")];
    const at = stops.findIndex((stop) => stop.matches(":focus"));
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
    event.preventDefault();
  };

  override render(): TemplateResult {
    const text = this.text.trim();
    const found = this.found ?? [];
    return html`<label>
        <span>${t("brand_search")}</span>
        <input
          type="search"
          dir="auto"
          autocomplete="off"
          maxlength="200"
          placeholder=${t("brand_search_hint")}
          .value=${this.text}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
        />
      </label>
      <p class="sr-only" role="status">
        ${this.found ? t("brand_search_found", { count: found.length }) : ""}
      </p>
      ${
        text === ""
          ? nothing
          : html`<ul @keydown=${this.#onKey}>
              ${found.map((brand) => this.#choice(brand))}
              ${
                this.isLooking && found.length === 0
                  ? html`<li class="meta">${t("brand_search_looking")}</li>`
                  : nothing
              }
              ${this.known ? nothing : this.#own(text)}
            </ul>`
      }`;
  }

  #own(text: string): TemplateResult {
    return html`<li>
      <button type="button" @click=${() => this.dispatchEvent(new CustomEvent("text", { detail: text }))}>
        <span>${t("brand_search_own", { text })}</span>
      </button>
    </li>`;
  }

  #choice(brand: BrandChoice): TemplateResult {
    const beside = [brand.domain, brand.owner].filter((words) => words !== undefined);
    return html`<li>
      <button type="button" @click=${() => this.dispatchEvent(new CustomEvent("choose", { detail: brand }))}>
        <bdi>${brand.name}</bdi>
        ${beside.length > 0 ? html`<bdi class="meta">${beside.join(" · ")}</bdi>` : nothing}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-brand-search": BrandSearch;
  }
}
