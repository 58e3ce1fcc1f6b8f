import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { t } from "../lib/i18n.ts";
import type { ReviewId } from "../lib/model/review.ts";
import { byteLength, limits } from "../lib/reviews/limits.ts";
import { command } from "./commands.ts";
import { authorName } from "./parts/name.ts";
import { problemText } from "./parts/problem-text.ts";
import type { Statement } from "./parts/statement.ts";
import { shared } from "./styles/shared.ts";
import { dialogStyle } from "./styles/dialog.ts";

const reasons = ["terms", "quality"] as const;

/** Reports a review to the servers: why, in words if one likes, signed by a key that is thrown away at once. */
@customElement("bt-report-dialog")
export class ReportDialog extends LitElement {
  static override readonly styles = [
    shared,
    dialogStyle,
    css`
      :host {
        display: contents;
      }

      fieldset {
        display: grid;
        gap: 0.25rem;
        padding: 0 0.25rem;
        border: 0;
      }

      fieldset label {
        display: flex;
        gap: 0.625rem;
        align-items: baseline;
        min-block-size: 1.5rem;
      }

      .words {
        display: grid;
        gap: 0.25rem;
      }
    `,
  ];

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @state() private about: Statement | undefined;
  @state() private reason: (typeof reasons)[number] = "terms";
  @state() private words = "";
  @state() private failure = "";
  @state() private sending = false;
  #onReported: ((row: ReviewId) => void) | undefined;

  /** @param onReported - Told of the report's row in the outbox. */
  async report(about: Statement, onReported: (row: ReviewId) => void): Promise<void> {
    this.about = about;
    this.#onReported = onReported;
    this.reason = "terms";
    this.words = "";
    this.failure = "";
    await this.updateComplete;
    this.dialog.showModal();
  }

  get #over(): number {
    return byteLength(this.words.trim()) - limits.opinion;
  }

  async #send(): Promise<void> {
    if (!this.about || this.sending || this.#over > 0) return;
    const { signature } = this.about;
    this.sending = true;
    const result = await command("flagReview", { signature, reason: this.reason, words: this.words.trim() });
    this.sending = false;
    this.failure = result.ok ? "" : problemText(result.error);
    if (!result.ok) return;
    this.dialog.close();
    this.#onReported?.(result.value);
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => (this.about = undefined)}>
      ${this.about ? this.#form(authorName(this.about)) : nothing}
    </dialog>`;
  }

  #form(name: string): TemplateResult {
    return html`<h2 id="title">${t("report_title", { name })}</h2>
      <fieldset>
        <legend class="sr-only">${t("report_reason")}</legend>
        ${reasons.map(
          (reason) =>
            html`<label>
              <input
                type="radio"
                name="reason"
                value=${reason}
                .checked=${this.reason === reason}
                @change=${() => (this.reason = reason)}
              />
              <span>${t(`report_${reason}`)}</span>
            </label>`,
        )}
      </fieldset>
      ${this.#field()}
      <p class="meta">${t("report_explanation")}</p>
      ${this.failure ? html`<p class="note danger" role="alert">${this.failure}</p>` : nothing}
      <div class="row end">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${t("cancel")}</button>
        <button
          type="button"
          class="button primary"
          ?disabled=${this.sending || this.#over > 0}
          @click=${() => void this.#send()}
        >
          ${t("report_do")}
        </button>
      </div>`;
  }

  #field(): TemplateResult {
    return html`<label class="words">
      <span>${t("report_words")}</span>
      <textarea
        rows="3"
        dir="auto"
        aria-invalid=${this.#over > 0}
        .value=${this.words}
        @input=${(event: Event) => (this.words = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <span class="meta" role="status">
        ${this.#over > 0 ? t("counter_over", { count: this.#over }) : nothing}
      </span>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-report-dialog": ReportDialog;
  }
}
