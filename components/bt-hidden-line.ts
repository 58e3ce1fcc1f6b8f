import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { EyeOff, Undo2 } from "lucide";
import { t } from "../lib/i18n.ts";
import { icon } from "./parts/icon.ts";
import { shared } from "./styles/shared.ts";

/** Stands where something was that has just been hidden, muted or reported. Fires `undo`. */
@customElement("bt-hidden-line")
export class HiddenLine extends LitElement {
  static override readonly styles = [
    shared,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 0.5rem;
        padding: 0.375rem 1rem;
        border-block-end: 1px solid var(--bt-line);
        background: var(--bt-sunken);
        font: var(--bt-meta);
        overflow-wrap: anywhere;
      }

      span {
        flex: 1 1 10rem;
        min-inline-size: 0;
      }
    `,
  ];

  @property() text = "";
  /** What was not done, rather than what was: there is nothing to take back. */
  @property({ type: Boolean }) failed = false;
  @query("button") private readonly button!: HTMLButtonElement | null;

  override focus(): void {
    this.button?.focus();
  }

  override render(): TemplateResult {
    if (this.failed) return html`<div role="alert"><span>${this.text}</span></div>`;
    return html`<div>
      ${icon(EyeOff, 14)} <span>${this.text}</span>
      <button
        type="button"
        class="text-button"
        aria-label=${t("hidden_undo_label", { what: this.text })}
        @click=${() => this.dispatchEvent(new CustomEvent("undo"))}
      >
        ${icon(Undo2, 14)} ${t("undo")}
      </button>
    </div>`;
  }
}

/** How many of a list are not shown and by whose doing, with a way to see them all the same. Fires `toggle`. */
@customElement("bt-hidden-count")
export class HiddenCount extends LitElement {
  static override readonly styles = [
    shared,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 0.5rem;
        padding: 0.375rem 1rem;
      }
    `,
  ];

  @property({ type: Number }) you = 0;
  @property({ type: Number }) lists = 0;
  @property({ type: Boolean }) shown = false;

  override render(): TemplateResult {
    const { lists, you } = this;
    if (you + lists === 0) return html`${nothing}`;
    return html`<p class="meta">
      ${icon(EyeOff, 14)} ${you > 0 ? html`<span>${t("hidden_by_you", { count: you })}</span>` : nothing}
      ${lists > 0 ? html`<span>${t("hidden_by_lists", { count: lists })}</span>` : nothing}
      <button
        type="button"
        class="text-button"
        aria-expanded=${this.shown}
        @click=${() => this.dispatchEvent(new CustomEvent("toggle"))}
      >
        ${t(this.shown ? "hidden_hide" : "hidden_show", { count: you + lists })}
      </button>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-hidden-count": HiddenCount;
    "bt-hidden-line": HiddenLine;
  }
}
