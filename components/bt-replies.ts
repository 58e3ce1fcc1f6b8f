import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { MessageSquareReply } from "lucide";
import type { ReplyRow } from "../lib/db/community-rows.ts";
import { repliesOf } from "../lib/db/replies.ts";
import { formatAge, t } from "../lib/i18n.ts";
import "./bt-settle.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { namesController } from "./controllers/names.ts";
import { databases } from "./databases.ts";
import { authorButton } from "./parts/author-button.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { officialTag } from "./parts/official-tag.ts";
import { sampleTag } from "./parts/sample-tag.ts";
import { settledTag } from "./parts/settled-tag.ts";
import { authorLineStyle } from "./styles/author-line.ts";
import { shared } from "./styles/shared.ts";

/** Replies are replies to replies only so far; beyond this depth they stand in line. */
const deepest = 4;

/** What was answered to one review, and answers to answers, indented. */
@customElement("bt-replies")
export class Replies extends LitElement {
  static override readonly styles = [
    shared,
    authorLineStyle,
    css`
      .thread {
        display: grid;
        gap: 0.625rem;
        margin-inline-start: 0.75rem;
        padding-inline-start: 0.75rem;
        border-inline-start: 2px solid var(--bt-line);
      }

      p {
        margin-block-start: 0.125rem;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }

      bt-replies {
        margin-block-start: 0.5rem;
      }
    `,
  ];

  /** The signature of what is answered, as it travelled. */
  @property() signature = "";
  @property() signatureKey = "";
  /** Who wrote what is answered. */
  @property() name = "";
  @property({ type: Number }) nowMs = Date.now();
  @property({ type: Number }) depth = 1;
  @property({ type: Boolean }) readonly = false;
  /** Whose key signed the review that is answered, where it is the person's own. */
  @property() mineBy = "";

  readonly #replies = new LiveQueryController(this, {
    args: () => [this.signatureKey] as const,
    query: ([signatureKey]) => repliesOf(databases().community, signatureKey),
  });

  readonly #names = namesController(this, () => this.#replies.value ?? []);

  override render(): TemplateResult {
    const rows = this.#replies.value;
    if (!rows)
      return html`<p class="meta thread" role="status">
        ${this.#replies.error ? t("error_read") : t("loading")}
      </p>`;
    return html`<div class="thread">
      ${rows.length === 0 && this.depth === 1 ? html`<p class="meta">${t("no_replies")}</p>` : nothing}
      ${rows.map((row) => this.#reply(row))}
      ${this.readonly || this.depth > 1 ? nothing : this.#write(this.signature, this.name)}
    </div>`;
  }

  #reply(row: ReplyRow): TemplateResult {
    const shown = this.#names.of(row);
    const name = shown.label;
    const atMs = row.issuedAt * 1000;
    return html`<article aria-label=${t("reply_by", { name })}>
      <div class="top">
        ${authorButton(this, row, shown)} ${row.official ? officialTag(row.official) : nothing}
        ${row.isSettled ? settledTag() : nothing}
        ${row.isAffiliated && !row.official ? html`<span class="tag">${t("tag_affiliated")}</span>` : nothing}
        ${row.isSample ? sampleTag() : nothing}
        <time class="meta" datetime=${new Date(atMs).toISOString()}>${formatAge(atMs, this.nowMs)}</time>
      </div>
      <p dir="auto">${row.opinion}</p>
      ${
        row.official && this.mineBy && !this.readonly
          ? html`<bt-settle .signature=${row.signature} .author=${this.mineBy} .name=${name}></bt-settle>`
          : nothing
      }
      ${
        this.depth < deepest
          ? html`<bt-replies
              .signature=${row.signature}
              .signatureKey=${row.signatureKey}
              .name=${name}
              .nowMs=${this.nowMs}
              .depth=${this.depth + 1}
              readonly
            ></bt-replies>`
          : nothing
      }
    </article>`;
  }

  #write(signature: string, name: string): TemplateResult {
    return html`<button
      type="button"
      class="text-button"
      @click=${() => emit(this, "bt-compose", { kind: "reply", signature, name })}
    >
      ${icon(MessageSquareReply, 14)} ${t("write_reply", { name })}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-replies": Replies;
  }
}
