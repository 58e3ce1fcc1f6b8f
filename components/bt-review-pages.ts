import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { ReviewRow } from "../lib/db/community-rows.ts";
import { lighterView } from "../lib/model/weighing-groups.ts";
import type { Weighing } from "../lib/model/weighing.ts";
import "./bt-report-dialog.ts";
import type { ReportDialog } from "./bt-report-dialog.ts";
import "./bt-review.ts";
import "./bt-vote-dialog.ts";
import type { VoteDialog } from "./bt-vote-dialog.ts";
import { namesController } from "./controllers/names.ts";
import { OwnController } from "./controllers/own-votes.ts";
import { SettledController } from "./controllers/settled.ts";
import { shared } from "./styles/shared.ts";

export interface ReviewPage {
  readonly rows: readonly ReviewRow[];
}

/** Distance from the window, in CSS px, at which a page is drawn and beyond which it becomes empty space. */
const keepWithin = 1500;

/**
 * Pages of reviews, one under the other. Only those near the window stand in the document; the others are
 * space of the height they had, so that a list of ten thousand weighs as much as one of sixty. Fires `more`
 * when the end comes near.
 */
@customElement("bt-review-pages")
export class ReviewPages extends LitElement {
  static override readonly styles = [
    shared,
    css`
      .sentinel {
        block-size: 1px;
      }
    `,
  ];

  @property({ attribute: false }) pages: readonly ReviewPage[] = [];
  @property({ type: Boolean }) readonly = false;
  @property({ type: Boolean }) withSubject = false;
  /** How the reviews weigh, once it is known. */
  @property({ attribute: false }) weighing: Weighing | undefined;
  /** Heights of the pages that are space now, by index. */
  @state() private spaces: ReadonlyMap<number, number> = new Map();
  readonly #own = new OwnController(this);
  readonly #settled = new SettledController(this, () => this.pages.flatMap(({ rows }) => rows));

  constructor() {
    super();
    // Also of pages that are only space now: a name does not become unique by scrolling its double away.
    namesController(this, () => this.#writers);
  }

  readonly #nowMs = Date.now();
  #observer: IntersectionObserver | undefined;
  #writers: readonly ReviewRow[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("pages")) this.#writers = this.pages.flatMap(({ rows }) => rows);
    if (changed.has("pages") && this.pages.length <= 1) this.spaces = new Map();
  }

  protected override updated(): void {
    this.#observer ??= new IntersectionObserver((entries) => this.#onSeen(entries), {
      rootMargin: `${keepWithin}px 0px`,
    });
    // Observing twice is observing once; a page that was replaced is a new element.
    for (const element of this.shadowRoot?.querySelectorAll(".page, .sentinel") ?? []) {
      this.#observer.observe(element);
    }
  }

  #onSeen(entries: readonly IntersectionObserverEntry[]): void {
    const spaces = new Map(this.spaces);
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const index = Number((target as HTMLElement).dataset["index"] ?? -1);
      if (index < 0) {
        if (isIntersecting) this.#askForMore(target);
      } else if (isIntersecting) spaces.delete(index);
      // A page with the focus stays, or the focus would be lost.
      // One that is not drawn at all, because another view covers the list, has no height to remember.
      else if (boundingClientRect.height > 0 && !target.matches(":focus-within"))
        spaces.set(index, boundingClientRect.height);
    }
    if (String([...spaces.keys()]) !== String([...this.spaces.keys()])) this.spaces = spaces;
  }

  #askForMore(sentinel: Element): void {
    if (this.pages.length > 0) this.dispatchEvent(new CustomEvent("more"));
    // Seen once it stays seen while the list is short: look again after the next page.
    this.#observer?.unobserve(sentinel);
  }

  readonly #onVote = (event: CustomEvent<{ review: ReviewRow; confirm: boolean }>): void => {
    const dialog = this.shadowRoot?.querySelector<VoteDialog>("bt-vote-dialog");
    void dialog?.vote(event.detail.review, event.detail.confirm);
  };

  readonly #onReport = (event: CustomEvent<ReviewRow>): void => {
    const dialog = this.shadowRoot?.querySelector<ReportDialog>("bt-report-dialog");
    void dialog?.report(event.detail);
  };

  override render(): TemplateResult {
    return html`<div @vote=${this.#onVote} @report=${this.#onReport}>
        ${this.pages.map((page, index) => {
          const height = this.spaces.get(index);
          return html`<div
            class="page"
            data-index=${index}
            style=${height === undefined ? "" : `block-size:${height}px`}
          >
            ${height === undefined ? this.#rows(page) : nothing}
          </div>`;
        })}
      </div>
      <div class="sentinel" data-pages=${this.pages.length}></div>
      ${this.readonly ? nothing : html`<bt-vote-dialog></bt-vote-dialog><bt-report-dialog></bt-report-dialog>`}`;
  }

  #rows({ rows }: ReviewPage): unknown {
    return repeat(
      rows,
      ({ id }) => id,
      (review) =>
        html`<bt-review
          .review=${review}
          .votes=${this.#own.votesFor(review.signature)}
          .lighter=${this.weighing && lighterView(this.weighing, review.id)}
          .nowMs=${this.#nowMs}
          ?mine=${this.#own.isMine(review.id)}
          ?settled=${this.#settled.has(review.id)}
          ?readonly=${this.readonly}
          ?withSubject=${this.withSubject}
        ></bt-review>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-review-pages": ReviewPages;
  }
}
