import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ArrowLeft, BookmarkPlus, ExternalLink } from "lucide";
import { t } from "../lib/i18n.ts";
import type { Quote } from "../lib/model/sidebar-focus.ts";
import { icon } from "./parts/icon.ts";
import { shared } from "./styles/shared.ts";

/** What closes, clears or leaves itself by Esc. */
const keepsEscape = "input, textarea, select, dialog, [role=menu]";

/** The post from which the person came, and the way back. Fires `back`, as Esc does, and `collect`. */
@customElement("bt-quote")
export class QuoteCard extends LitElement {
  static override readonly styles = [
    shared,
    css`
      section {
        display: grid;
        justify-items: start;
        gap: 0.375rem;
        padding: 0.5rem 1rem 0.625rem;
        background: var(--bt-sunken);
        border-block-end: 1px solid var(--bt-line);
      }

      blockquote {
        inline-size: 100%;
        /* Half a line at its end says that there is more, where scroll bars do not show. */
        max-block-size: 6.875rem;
        overflow-y: auto;
        margin: 0;
        padding-inline-start: 0.75rem;
        border-inline-start: 3px solid var(--bt-edge);
        white-space: pre-line;
        overflow-wrap: anywhere;
      }

      .source {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        max-inline-size: 100%;
        overflow-wrap: anywhere;
      }

      a {
        display: inline-flex;
        align-items: center;
        gap: 0.25rem;
        min-block-size: 1.5rem;
      }
    `,
  ];

  @property({ attribute: false }) quote: Quote | undefined;
  /** Whether the post can be collected for research. */
  @property({ type: Boolean }) collectable = false;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    const belongs = event.composedPath().some((node) => node instanceof Element && node.matches(keepsEscape));
    if (belongs) return;
    event.preventDefault();
    this.#back();
  };

  #back(): void {
    this.dispatchEvent(new CustomEvent("back"));
  }

  override render(): TemplateResult {
    const { quote } = this;
    return html`<section aria-label=${t("quote_label")}>
      <button type="button" class="link" @click=${() => this.#back()}>
        ${icon(ArrowLeft, 14)} ${t("quote_back")}
      </button>
      ${
        quote?.text
          ? html`<blockquote dir="auto" tabindex="0" aria-label=${t("quote_text")}>${quote.text}</blockquote>`
          : nothing
      }
      ${quote ? this.#source(quote) : nothing}
      ${
        quote && this.collectable
          ? html`<button
              type="button"
              class="text-button"
              @click=${() => this.dispatchEvent(new CustomEvent("collect"))}
            >
              ${icon(BookmarkPlus, 14)} ${t("research_collect_this")}
            </button>`
          : nothing
      }
    </section>`;
  }

  #source({ author, url }: Quote): TemplateResult {
    // The address comes from a page: nothing but the web may be opened from here.
    const address = url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
    if (author === undefined && address === undefined) return html`${nothing}`;
    return html`<p class="meta source">
      ${author === undefined ? nothing : html`<span>${t("quote_by")} <bdi>${author}</bdi></span>`}
      ${
        address === undefined
          ? nothing
          : html`<a href=${address} target="_blank" rel="noopener noreferrer"
              >${t("quote_open")} ${icon(ExternalLink, 12)}</a
            >`
      }
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-quote": QuoteCard;
  }
}
