import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { ChevronDown, Send, X } from "lucide";
import type { Draft } from "../lib/db/personal-rows.ts";
import { codeKey, formatNumber, t } from "../lib/i18n.ts";
import { byteLength, limits } from "../lib/reviews/limits.ts";
import { privateDataIn } from "../lib/reviews/private-data.ts";
import "./bt-star-input.ts";
import { isEmptyDraft } from "./parts/draft-target.ts";
import { icon } from "./parts/icon.ts";
import { permanence } from "./parts/permanence.ts";
import { composerStyle } from "./styles/composer.ts";
import { dialogStyle } from "./styles/dialog.ts";
import { shared } from "./styles/shared.ts";

/** A choice of what to write about. */
export interface ComposerTarget {
  readonly key: string;
  readonly label: string;
  /** Why it cannot be written about. */
  readonly obstacle?: string;
}

/** The counter speaks up for itself when this much is left. */
const announceBelowBytes = 100;

/** The fields of a review. Fires `change` with a part of the draft, `target`, `post` and `close`. */
@customElement("bt-composer-form")
export class ComposerForm extends LitElement {
  static override readonly styles = [shared, dialogStyle, composerStyle];

  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) targets: readonly ComposerTarget[] = [];
  /** Nothing was ever signed here: the notice stands open. */
  @property({ type: Boolean }) first = false;
  @property({ type: Boolean }) offline = false;
  @property({ type: Boolean }) sending = false;
  /** Written in a private tab: kept in memory alone. */
  @property({ type: Boolean }) inMemory = false;
  /** Everything that was written stands on the disk. */
  @property({ type: Boolean }) saved = false;
  /** What became of a quote, in words. */
  @property() notice = "";
  /** What went wrong, in words. */
  @property() failure = "";
  @query("textarea") private readonly text!: HTMLTextAreaElement;

  /** Said aloud once: with every pause in typing it would be a nuisance. */
  #saidSaved = false;

  protected override updated(): void {
    this.#saidSaved ||= this.#isKept;
  }

  get #isKept(): boolean {
    return this.saved && !this.inMemory && !isEmptyDraft(this.draft);
  }

  /** At the end: what was quoted or written before stands above it. */
  override focus(): void {
    this.text.focus();
    this.text.setSelectionRange(this.text.value.length, this.text.value.length);
    this.text.scrollTop = this.text.scrollHeight;
  }

  #change(change: Partial<Draft>): void {
    this.dispatchEvent(new CustomEvent("change", { detail: change }));
  }

  #fire(name: "post" | "close"): void {
    this.dispatchEvent(new CustomEvent(name));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#fire("post");
    else if (event.key === "Escape" && !event.isComposing) this.#fire("close");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  override render(): TemplateResult {
    const { draft } = this;
    const isReply = draft.replyTo !== undefined;
    return html`<form @keydown=${this.#onKey} @submit=${(event: Event) => event.preventDefault()} novalidate>
      <div class="head">
        ${this.#about(draft)}
        <button
          type="button"
          class="icon-button"
          aria-label=${t("composer_close")}
          @click=${() => this.#fire("close")}
        >
          ${icon(ChevronDown, 18)}
        </button>
      </div>
      ${
        isReply
          ? nothing
          : html`<bt-star-input
              .value=${draft.stars}
              @change=${(event: CustomEvent<number | undefined>) => this.#change({ stars: event.detail })}
            ></bt-star-input>`
      }
      ${this.#textField(draft, isReply)} ${this.#warnings(draft)} ${this.#details(draft, isReply)}
      ${this.inMemory ? html`<p class="meta">${t("composer_private")}</p>` : nothing} ${this.#notice()}
      ${this.#foot(draft)}
    </form>`;
  }

  #about(draft: Draft): TemplateResult {
    const edited = draft.replyTo ? t("composer_edit_reply") : t("composer_edit", { name: draft.title });
    const title = draft.editOf ? edited : undefined;
    const current = this.targets.find(({ key }) => key === draft.subjectKey);
    return html`<div class="about">
      ${
        title || draft.replyTo || this.targets.length < 2
          ? html`<p class="title" dir="auto">
              ${title ?? (draft.replyTo ? draft.title : t("composer_about", { name: draft.title }))}
            </p>`
          : html`<label class="title">
              <span>${t("composer_about_label")}</span>
              <select
                aria-label=${t("composer_about_label")}
                @change=${(event: Event) =>
                  this.dispatchEvent(
                    new CustomEvent("target", { detail: (event.target as HTMLSelectElement).value }),
                  )}
              >
                ${this.targets.map(
                  ({ key, label, obstacle }) =>
                    html`<option
                      value=${key}
                      ?selected=${key === draft.subjectKey}
                      ?disabled=${obstacle !== undefined}
                    >
                      ${label}
                    </option>`,
                )}
              </select>
            </label>`
      }
      ${
        draft.replyTo || draft.editOf
          ? nothing
          : html`<p class="meta anywhere"><bdi dir="ltr">${draft.subject}</bdi></p>`
      }
      ${this.targets
        .filter(({ obstacle }) => obstacle !== undefined)
        .map(({ obstacle }) => html`<p class="meta">${obstacle}</p>`)}
      ${current || draft.replyTo || draft.editOf ? nothing : html`<p class="meta">${t("composer_other_page")}</p>`}
    </div>`;
  }

  #textField(draft: Draft, isReply: boolean): TemplateResult {
    const used = byteLength(draft.text);
    const left = limits.opinion - used;
    return html`<div class="field">
      <textarea
        rows="4"
        dir="auto"
        aria-label=${t(isReply ? "your_reply" : "your_text")}
        aria-describedby="counter"
        aria-invalid=${left < 0}
        placeholder=${t(isReply ? "reply_placeholder" : "text_placeholder")}
        .value=${draft.text}
        @input=${(event: Event) => this.#change({ text: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      <p id="counter" class="counter meta ${left < 0 ? "over" : ""}">
        ${
          left < 0
            ? t("counter_over", { count: -left })
            : t("counter", { used: formatNumber(used), limit: formatNumber(limits.opinion) })
        }
      </p>
      <p class="sr-only" role="status">
        ${left < announceBelowBytes ? (left < 0 ? t("counter_over", { count: -left }) : t("counter_left", { count: left })) : ""}
      </p>
    </div>`;
  }

  #warnings({ text, title }: Draft): TemplateResult {
    const kinds = [...new Set(privateDataIn(text, title).map(({ kind }) => kind))];
    return html`<div role="status">
      ${this.notice ? html`<p class="meta">${this.notice}</p>` : nothing}
      ${
        kinds.length === 0
          ? nothing
          : html`<p class="note warn">
              ${t("private_data", {
                what: new Intl.ListFormat(undefined, { type: "conjunction" }).format(
                  kinds.map((kind) => t(codeKey("private_data", kind))),
                ),
              })}
            </p>`
      }
    </div>`;
  }

  #details(draft: Draft, isReply: boolean): TemplateResult {
    const over = byteLength(draft.nickname) - limits.nickname;
    return html`<div class="details">
      ${
        isReply
          ? nothing
          : html`<label class="check">
              <input
                type="checkbox"
                .checked=${draft.ownExperience}
                @change=${(event: Event) => this.#change({ ownExperience: (event.target as HTMLInputElement).checked })}
              />
              <span>${t("field_own_experience")}</span>
            </label>`
      }
      <label class="check">
        <input
          type="checkbox"
          .checked=${draft.affiliated}
          @change=${(event: Event) => this.#change({ affiliated: (event.target as HTMLInputElement).checked })}
        />
        <span>${t("field_affiliated")}</span>
      </label>
      <label class="name">
        <span>${t("field_nickname")}</span>
        <input
          type="text"
          dir="auto"
          autocomplete="off"
          maxlength="40"
          placeholder=${t("field_nickname_hint")}
          aria-invalid=${over > 0}
          .value=${draft.nickname}
          @input=${(event: Event) => this.#change({ nickname: (event.target as HTMLInputElement).value })}
        />
      </label>
      ${over > 0 ? html`<p class="meta over" role="status">${t("nickname_over", { count: over })}</p>` : nothing}
    </div>`;
  }

  #notice(): TemplateResult {
    if (this.first) return html`<div class="note">${permanence()}</div>`;
    return html`<details class="notice">
      <summary class="meta">
        ${t("permanence_short")} <span class="chevron">${icon(ChevronDown, 14)}</span>
      </summary>
      <div class="note">${permanence()}</div>
    </details>`;
  }

  #foot(draft: Draft): TemplateResult {
    return html`<div>
      ${this.failure ? html`<p class="note danger" role="alert">${icon(X, 14)}<span>${this.failure}</span></p>` : nothing}
      <div class="foot">
        <p class="meta saved" role="status" aria-live=${this.#saidSaved && !this.offline ? "off" : "polite"}>
          ${this.offline ? t("composer_offline") : this.#isKept ? t("composer_saved") : ""}
        </p>
        <button
          type="button"
          class="button primary"
          aria-keyshortcuts="Control+Enter"
          ?disabled=${this.sending}
          @click=${() => this.#fire("post")}
        >
          ${icon(Send, 14)} ${t(draft.editOf ? "post_edit" : draft.replyTo ? "post_reply" : "post")}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-composer-form": ComposerForm;
  }
}
