import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ChevronDown, ChevronRight } from "lucide";
import { t } from "../lib/i18n.ts";
import type { Comment } from "../lib/model/conversation.ts";
import { CommentTree, type CommentRow } from "../lib/threads/comment-rows.ts";
import { GrowingListController } from "./controllers/growing-list.ts";
import { icon } from "./parts/icon.ts";
import { moment } from "./parts/moment.ts";
import { richText } from "./parts/rich-text.ts";
import { authorLineStyle } from "./styles/author-line.ts";
import { commentsStyle } from "./styles/comments.ts";
import { richTextStyle } from "./styles/rich-text.ts";
import { shared } from "./styles/shared.ts";

/** Comments at first, and with each step: a thread of thousands opens like one of some dozens. */
const step = 40;
/** Indented so far; deeper ones stand in line and say whom they answer. */
const deepest = 3;

/** What was said in a conversation: who answered whom, long branches folded. */
@customElement("bt-thread-comments")
export class ThreadComments extends LitElement {
  static override readonly styles = [shared, authorLineStyle, richTextStyle, commentsStyle];

  @property({ attribute: false }) comments: readonly Comment[] = [];
  /** BCP 47, of all of them. */
  @property({ attribute: false }) language: string | undefined;
  @property({ type: Number }) nowMs = Date.now();
  /** Branches that the person opened or folded. */
  @state() private chosen: ReadonlyMap<string, boolean> = new Map();
  readonly #growing = new GrowingListController(this, step);
  #tree = new CommentTree([]);
  #names: ReadonlyMap<string, string> = new Map();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("comments")) return;
    this.#tree = new CommentTree(this.comments);
    this.#names = new Map(this.comments.map(({ id, author }) => [id, nameOf(author)]));
  }

  override render(): TemplateResult {
    const rows = this.#tree.rows(this.chosen);
    const shown = rows.slice(0, this.#growing.count);
    return html`<div role="list" aria-label=${t("comments_label")}>
        ${repeat(
          shown,
          ({ comment }) => comment.id,
          (row) => this.#comment(row),
        )}
      </div>
      ${shown.length < rows.length ? html`<div class="sentinel"></div>` : nothing}`;
  }

  #comment({ comment, depth, answers, isOpen }: CommentRow): TemplateResult {
    const { id, author, publishedAt, score, body, parentId } = comment;
    const name = nameOf(author);
    const above = depth > deepest && parentId !== undefined ? this.#names.get(parentId) : undefined;
    return html`<div role="listitem" aria-level=${depth + 1} class="comment d${Math.min(depth, deepest)}">
      <div class="top">
        <span class="who" dir="auto"><bdi>${name}</bdi></span>
        ${above === undefined ? nothing : html`<span class="meta to">${t("comment_to", { name: above })}</span>`}
        ${score === undefined || score === 0 ? nothing : html`<span class="meta">${t("thread_points", { count: score })}</span>`}
        <span class="meta when">${moment(publishedAt, this.nowMs)}</span>
      </div>
      ${body.length > 0 ? richText(body, this.language) : html`<p class="meta gone">${t("comment_removed")}</p>`}
      ${answers > 0 ? this.#fold(id, name, answers, isOpen) : nothing}
    </div>`;
  }

  #fold(id: string, name: string, count: number, isOpen: boolean): TemplateResult {
    return html`<button
      type="button"
      class="text-button"
      aria-expanded=${isOpen}
      aria-label=${t("comment_answers_label", { count, name })}
      @click=${() => (this.chosen = new Map(this.chosen).set(id, !isOpen))}
    >
      ${icon(isOpen ? ChevronDown : ChevronRight, 12)} ${t("thread_replies", { count })}
    </button>`;
  }
}

function nameOf(author: string): string {
  return author.trim() || t("comment_nobody");
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-thread-comments": ThreadComments;
  }
}
