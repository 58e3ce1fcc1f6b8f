import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type AuthorCursor, authorReplies, type AuthorReply, authorReviews } from "../lib/db/author-page.ts";
import { formatAge, t } from "../lib/i18n.ts";
import { countHidden } from "../lib/model/hiding.ts";
import "./bt-hidden-line.ts";
import "./bt-review-pages.ts";
import type { ReviewPage } from "./bt-review-pages.ts";
import { CircleController } from "./controllers/circle.ts";
import { GoneController } from "./controllers/gone.ts";
import { HidingController } from "./controllers/hiding.ts";
import { namesController } from "./controllers/names.ts";
import { databases } from "./databases.ts";
import { listStyle } from "./styles/list.ts";
import { shared } from "./styles/shared.ts";

const rowsAPage = 20;

/** Reviews and replies of one key, the newest first, read as one scrolls or asks for more. */
@customElement("bt-author-writings")
export class AuthorWritings extends LitElement {
  static override readonly styles = [
    shared,
    listStyle,
    css`
      h3 {
        padding: 0.875rem 1rem 0.25rem;
        font: 600 0.875rem/1.25rem var(--bt-font);
      }

      li {
        padding: 0.625rem 1rem;
        border-block-end: 1px solid var(--bt-line);
      }

      .top {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 0.75rem;
        overflow-wrap: anywhere;
      }

      .text {
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() author = "";
  @property({ type: Boolean }) readonly = false;
  @state() private pages: readonly ReviewPage[] = [];
  @state() private replies: readonly AuthorReply[] = [];
  @state() private failed = false;
  @state() private moreReplies = false;
  /** The person wants to see the replies that are hidden here. */
  @state() private revealed = false;
  readonly #nowMs = Date.now();
  readonly #names = namesController(this, () => this.#answered);
  readonly #circle = new CircleController(this);
  readonly #hiding = new HidingController(this, () =>
    this.replies.map(({ id }) => ({ id, author: this.author })),
  );
  readonly #gone = new GoneController(this, () => this.replies.map(({ id }) => id));
  #answered: readonly NonNullable<AuthorReply["to"]>[] = [];
  #nextReview: AuthorCursor | undefined;
  #nextReply: AuthorCursor | undefined;
  #busy = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("author")) void this.#startOver();
    this.#answered = this.replies.flatMap(({ to }) => (to ? [to] : []));
  }

  async #startOver(): Promise<void> {
    this.pages = [];
    this.replies = [];
    this.revealed = false;
    this.#nextReview = undefined;
    this.#nextReply = undefined;
    await this.#reading(async () => {
      await this.#readReviews();
      await this.#readReplies();
    });
  }

  /** One at a time, so that no page is read twice. */
  async #reading(read: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.failed = false;
    try {
      await read();
    } catch (error) {
      console.error("[author]", error);
      this.failed = true;
    } finally {
      this.#busy = false;
    }
  }

  async #readReviews(): Promise<void> {
    const query = { after: this.#nextReview, limit: rowsAPage };
    const { next, rows } = await authorReviews(databases().community, this.author, query);
    this.#nextReview = next;
    if (rows.length > 0) this.pages = [...this.pages, { rows }];
  }

  async #readReplies(): Promise<void> {
    const query = { after: this.#nextReply, limit: rowsAPage };
    const { next, rows } = await authorReplies(databases().community, this.author, query);
    this.#nextReply = next;
    this.moreReplies = next !== undefined;
    this.replies = [...this.replies, ...rows];
  }

  #onMore(): void {
    if (this.#nextReview !== undefined) void this.#reading(async () => this.#readReviews());
  }

  /** Who opens the page of somebody they muted wants to read it. */
  get #isMuted(): boolean {
    return this.#circle.personOf(this.author)?.choice === "muted";
  }

  get #shownReplies(): readonly AuthorReply[] {
    return this.replies.filter(({ id }) => {
      if (!this.#hiding.isKnown(id) || this.#gone.has(id)) return false;
      return this.#isMuted || this.revealed || this.#hiding.becauseOf(id) === undefined;
    });
  }

  override render(): TemplateResult {
    const replies = this.#shownReplies;
    return html`${
      this.failed
        ? html`<div class="end" role="alert">
            <p>${t("error_read")}</p>
            <button type="button" class="button" @click=${() => void this.#startOver()}>${t("retry")}</button>
          </div>`
        : nothing
    }
    ${
      this.pages.length > 0
        ? html`<h3>${t("author_reviews")}</h3>
            <bt-review-pages
              .pages=${this.pages}
              withSubject
              ?unhidden=${this.#isMuted}
              ?readonly=${this.readonly}
              @more=${() => this.#onMore()}
            ></bt-review-pages>`
        : nothing
    }
    ${this.replies.length > 0 ? this.#repliesList(replies) : nothing}`;
  }

  #repliesList(replies: readonly AuthorReply[]): TemplateResult {
    return html`<h3>${t("author_replies")}</h3>
      <ul>
        ${replies.map((reply) => this.#reply(reply))}
      </ul>
      ${this.#isMuted ? nothing : this.#hiddenCount()}
      ${
        this.moreReplies
          ? html`<div class="end">
              <button
                type="button"
                class="button"
                @click=${() => void this.#reading(async () => this.#readReplies())}
              >
                ${t("author_more_replies")}
              </button>
            </div>`
          : nothing
      }`;
  }

  #hiddenCount(): TemplateResult {
    const { lists, you } = countHidden(this.#hiding.reasons(this.replies.map(({ id }) => id)));
    return html`<bt-hidden-count
      .you=${you}
      .lists=${lists}
      ?shown=${this.revealed}
      @toggle=${() => (this.revealed = !this.revealed)}
    ></bt-hidden-count>`;
  }

  #reply({ issuedAt, opinion, to }: AuthorReply): TemplateResult {
    const atMs = issuedAt * 1000;
    return html`<li>
      <div class="top meta">
        <span dir="auto">${to ? t("reply_to", { name: this.#names.of(to).label }) : t("kind_reply")}</span>
        <time datetime=${new Date(atMs).toISOString()}>${formatAge(atMs, this.#nowMs)}</time>
      </div>
      <p class="text" dir="auto">${opinion}</p>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-author-writings": AuthorWritings;
  }
}
