import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ChevronDown, MessageSquareReply } from "lucide";
import type { ReplyRow } from "../lib/db/community-rows.ts";
import { repliesOf } from "../lib/db/replies.ts";
import { formatAge, t } from "../lib/i18n.ts";
import { countHidden } from "../lib/model/hiding.ts";
import "./bt-hidden-line.ts";
import "./bt-reply.ts";
import { AnswersSeen } from "./controllers/answers-seen.ts";
import { HideHere } from "./controllers/hide-here.ts";
import { HidingController } from "./controllers/hiding.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { OwnRepliesController, type WaitingReply } from "./controllers/own-replies.ts";
import { OwnController } from "./controllers/own-votes.ts";
import { namesController } from "./controllers/names.ts";
import { databases } from "./databases.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { withProvenName } from "./parts/name.ts";
import { authorLineStyle } from "./styles/author-line.ts";
import { repliesStyle } from "./styles/replies.ts";
import { shared } from "./styles/shared.ts";

/** Replies step in only so far; beyond this depth they stand in line. */
const deepest = 4;
/** More levels than people read: whoever replies to himself a hundred times ends here. */
const lastLevel = 12;
/** Of more replies than this the older ones are folded. */
const most = 5;

/** What was answered to one review or reply, and answers to answers, indented; one's own at once. */
@customElement("bt-replies")
export class Replies extends LitElement {
  static override readonly styles = [shared, authorLineStyle, repliesStyle];

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
  /** What is answered is the person's own: what stands here has been seen by them. */
  @property({ type: Boolean }) mine = false;
  /** Id of the reply that the person came for: everything stands open. */
  @property() highlight: string | undefined;
  @state() private unfolded = false;
  @state() private revealed = false;

  readonly #replies = new LiveQueryController(this, {
    args: () => [this.signatureKey] as const,
    query: ([signatureKey]) => repliesOf(databases().community, signatureKey),
  });
  /** What answers the person's own is no news once it stood here. */
  protected readonly seen = new AnswersSeen(this, () => (this.mine ? "bt-reply" : undefined));
  readonly #own = new OwnController(this);
  readonly #waiting = new OwnRepliesController(this);
  readonly #hide = new HideHere(this);
  readonly #hiding = new HidingController(this, () => this.#replies.value ?? []);

  /** Those that are not hidden, or wanted all the same. */
  #shown(rows: readonly ReplyRow[]): readonly ReplyRow[] {
    return rows.filter(({ id }) => {
      if (!this.#hiding.isKnown(id)) return false;
      const because = this.#hiding.becauseOf(id);
      return this.revealed || this.#hide.isGone(id, because) || because === undefined;
    });
  }

  readonly #names = namesController(this, () => this.#replies.value ?? []);

  override render(): TemplateResult {
    const rows = this.#replies.value;
    if (!rows)
      return html`<p class="meta thread" role="status">
        ${this.#replies.error ? t("error_read") : t("loading")}
      </p>`;
    const own = this.#waiting.repliesTo(this.signature);
    const shown = this.#shown(rows);
    const older = this.unfolded || this.highlight !== undefined ? 0 : olderThan(shown, own);
    const isEmpty = rows.length + own.length === 0 && this.depth === 1;
    return html`<div class="thread ${this.depth > deepest ? "flat" : ""}" @hide=${this.#hide.onHide}>
      ${isEmpty ? html`<p class="meta">${t("no_replies")}</p>` : nothing}
      ${older > 0 ? this.#fold(older) : nothing}
      ${repeat(
        shown.slice(older),
        ({ id }) => id,
        (row) => this.#reply(row),
      )}
      ${own.map((each) => this.#waitingReply(each))} ${this.#hiddenCount(rows)}
      ${this.readonly || this.depth > 1 ? nothing : this.#write()}
    </div>`;
  }

  #fold(count: number): TemplateResult {
    return html`<button
      type="button"
      class="text-button"
      aria-expanded="false"
      @click=${() => (this.unfolded = true)}
    >
      ${icon(ChevronDown, 14)} ${t("replies_older", { count })}
    </button>`;
  }

  #hiddenCount(rows: readonly ReplyRow[]): TemplateResult {
    const { lists, you } = countHidden(this.#hiding.reasons(rows.map(({ id }) => id)));
    if (you + lists === 0) return html`${nothing}`;
    return html`<bt-hidden-count
      .you=${you}
      .lists=${lists}
      ?shown=${this.revealed}
      @toggle=${() => (this.revealed = !this.revealed)}
    ></bt-hidden-count>`;
  }

  #reply(row: ReplyRow): TemplateResult {
    const { id } = row;
    const because = this.#hiding.becauseOf(id);
    const isGone = this.#hide.isGone(id, because);
    const line = this.#hide.lineFor(id);
    if (line && isGone) return line;
    const isMine = this.#own.isMine(id);
    const change = this.#waiting.changeOf(row.signature);
    return html`<bt-reply
        data-id=${id}
        .reply=${row}
        .votes=${this.#own.votesFor(row.signature)}
        .because=${because}
        .settledBy=${this.mineBy}
        .change=${isMine ? change : undefined}
        .nowMs=${this.nowMs}
        ?mine=${isMine}
        ?front=${this.highlight === id}
        ?readonly=${this.readonly}
        >${this.#branch(row, isMine)}</bt-reply
      >
      ${line ?? nothing}`;
  }

  #branch(row: ReplyRow, isMine: boolean): TemplateResult {
    const isAnswered = row.replies > 0 || this.#waiting.repliesTo(row.signature).length > 0;
    if (!isAnswered || this.depth >= lastLevel) return html`${nothing}`;
    return html`<bt-replies
      .signature=${row.signature}
      .signatureKey=${row.signatureKey}
      .name=${this.#names.of(withProvenName(row)).label}
      .nowMs=${this.nowMs}
      .depth=${this.depth + 1}
      .highlight=${this.highlight}
      ?mine=${isMine}
      ?readonly=${this.readonly}
    ></bt-replies>`;
  }

  #waitingReply({ at, nickname, text }: WaitingReply): TemplateResult {
    const name = nickname || t("reply_you");
    return html`<article class="pending" aria-label=${t("reply_by", { name })}>
      <div class="top">
        <span class="who" dir="auto"><bdi>${name}</bdi></span>
        <span class="tag accent">${t("tag_yours")}</span>
        <span class="tag">${t("reply_waits")}</span>
        <span class="meta">${formatAge(at, this.nowMs)}</span>
      </div>
      <p dir="auto">${text}</p>
    </article>`;
  }

  #write(): TemplateResult {
    const { name, signature } = this;
    return html`<button
      type="button"
      class="text-button"
      @click=${() => emit(this, "bt-compose", { kind: "reply", signature, name })}
    >
      ${icon(MessageSquareReply, 14)} ${t("write_reply", { name })}
    </button>`;
  }
}

/** How many of the first are folded away; one's own that wait always stand. */
function olderThan(shown: readonly ReplyRow[], own: readonly WaitingReply[]): number {
  const all = shown.length + own.length;
  return all > most ? Math.max(0, shown.length - (most - 1)) : 0;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-replies": Replies;
  }
}
