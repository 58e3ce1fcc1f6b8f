import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { ReviewRow } from "../lib/db/community-rows.ts";
import { lighterView } from "../lib/model/weighing-groups.ts";
import type { Weighing } from "../lib/model/weighing.ts";
import "./bt-delete-dialog.ts";
import "./bt-report-dialog.ts";
import "./bt-review.ts";
import "./bt-vote-dialog.ts";
import { countHidden } from "../lib/model/hiding.ts";
import { GoneController } from "./controllers/gone.ts";
import { HideHere } from "./controllers/hide-here.ts";
import { HidingController } from "./controllers/hiding.ts";
import { namesController } from "./controllers/names.ts";
import { OwnController } from "./controllers/own-votes.ts";
import { SettledController } from "./controllers/settled.ts";
import { ask, type StatementEvents } from "./parts/statement.ts";
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
  /** Show also what is hidden: on the page of an author whom the person muted, and where they asked for it. */
  @property({ type: Boolean }) unhidden = false;
  /** A reply that stands in front, in the opened thread of the one review. */
  @property() highlight: string | undefined;
  /** The person wants to see what is hidden here. */
  @state() private revealed = false;
  /** Heights of the pages that are space now, by index. */
  @state() private spaces: ReadonlyMap<number, number> = new Map();
  readonly #own = new OwnController(this);
  readonly #hide = new HideHere(this);
  readonly #hiding = new HidingController(this, () => this.#near);
  readonly #gone = new GoneController(this, () => this.#near.map(({ id }) => id));
  readonly #settled = new SettledController(this, () => this.pages.flatMap(({ rows }) => rows));

  constructor() {
    super();
    // Also of pages that are only space now: a name does not become unique by scrolling its double away.
    namesController(this, () => this.#writers);
  }

  /** Those of the pages that stand in the document. */
  get #near(): readonly ReviewRow[] {
    return this.pages.flatMap(({ rows }, index) => (this.spaces.has(index) ? [] : rows));
  }

  readonly #nowMs = Date.now();
  #observer: IntersectionObserver | undefined;
  readonly #toMeasure = new Set<Element>();
  #writers: readonly ReviewRow[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#toMeasure.clear();
    this.#observer = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("pages")) this.#writers = this.pages.flatMap(({ rows }) => rows);
    if (!changed.has("pages") || this.pages.length > 1) return;
    this.spaces = new Map();
    this.revealed = false;
  }

  protected override updated(): void {
    this.#observer ??= new IntersectionObserver((entries) => this.#onSeen(entries), {
      rootMargin: `${keepWithin}px 0px`,
    });
    // Observing twice is observing once; a page that was replaced is a new element.
    for (const element of this.shadowRoot?.querySelectorAll(".page, .sentinel") ?? []) {
      this.#observer.observe(element);
    }
    this.#measureAgain();
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
      else if (boundingClientRect.height > 0 && !target.matches(":focus-within")) {
        if (this.#isDrawn(index)) spaces.set(index, boundingClientRect.height);
        else this.#toMeasure.add(target);
      }
    }
    if (String([...spaces.keys()]) !== String([...this.spaces.keys()])) this.spaces = spaces;
  }

  /** Whether a page has the height that it will have: what is not known to be shown takes no room yet. */
  #isDrawn(index: number): boolean {
    return this.pages[index]?.rows.every(({ id }) => this.#isSettled(id)) ?? true;
  }

  /** Whether it is known if this may be drawn, so that nothing muted flashes up. */
  #isSettled(id: string): boolean {
    return this.unhidden || this.#hiding.isKnown(id);
  }

  /** Pages that were out of sight before they were drawn whole are looked at once more. */
  #measureAgain(): void {
    for (const target of this.#toMeasure) {
      if (!this.#isDrawn(Number((target as HTMLElement).dataset["index"]))) continue;
      this.#toMeasure.delete(target);
      this.#observer?.unobserve(target);
      this.#observer?.observe(target);
    }
  }

  #askForMore(sentinel: Element): void {
    if (this.pages.length > 0) this.dispatchEvent(new CustomEvent("more"));
    // Seen once it stays seen while the list is short: look again after the next page.
    this.#observer?.unobserve(sentinel);
  }

  /** The dialog is the first of its kind above whatever asks. */
  #dialog<Name extends "bt-vote-dialog" | "bt-report-dialog" | "bt-delete-dialog">(
    name: Name,
    event: Event,
  ): HTMLElementTagNameMap[Name] | null | undefined {
    event.stopPropagation();
    return this.shadowRoot?.querySelector<HTMLElementTagNameMap[Name]>(name);
  }

  readonly #onVote = (event: CustomEvent<StatementEvents["vote"]>): void => {
    const dialog = this.#dialog("bt-vote-dialog", event);
    void dialog?.vote(event.detail.about, event.detail.confirm);
  };

  readonly #onReport = (event: CustomEvent<StatementEvents["report"]>): void => {
    const [card] = event.composedPath();
    const about = event.detail;
    void this.#dialog("bt-report-dialog", event)?.report(about, (row) => {
      if (card) ask(card, "hide", { what: "reported", about, row });
    });
  };

  readonly #onDelete = (event: CustomEvent<StatementEvents["delete"]>): void => {
    void this.#dialog("bt-delete-dialog", event)?.ask(event.detail);
  };

  override render(): TemplateResult {
    const all = this.pages.flatMap(({ rows }) => rows);
    const here = all.filter(({ id }) => !this.#gone.has(id));
    const { lists, you } = countHidden(this.#hiding.reasons(here.map(({ id }) => id)));
    // Before it is known what is shown, an end that is near says nothing.
    const isKnown = this.pages.at(-1)?.rows.every(({ id }) => this.#hiding.isKnown(id)) ?? true;
    return html`<div
        @vote=${this.#onVote}
        @report=${this.#onReport}
        @delete=${this.#onDelete}
        @hide=${this.#hide.onHide}
      >
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
      ${
        this.unhidden
          ? nothing
          : html`<bt-hidden-count
              .you=${you}
              .lists=${lists}
              ?shown=${this.revealed}
              @toggle=${() => (this.revealed = !this.revealed)}
            ></bt-hidden-count>`
      }
      ${isKnown ? html`<div class="sentinel" data-pages=${this.pages.length}></div>` : nothing}
      ${
        this.readonly
          ? nothing
          : html`<bt-vote-dialog></bt-vote-dialog><bt-report-dialog></bt-report-dialog
              ><bt-delete-dialog></bt-delete-dialog>`
      }`;
  }

  #rows({ rows }: ReviewPage): unknown {
    return repeat(
      rows,
      ({ id }) => id,
      (review) => this.#row(review),
    );
  }

  #row(review: ReviewRow): unknown {
    const { id } = review;
    if (!this.#isSettled(id) || this.#gone.has(id)) return nothing;
    const because = this.#hiding.becauseOf(id);
    const isGone = this.#hide.isGone(id, because);
    const line = this.#hide.lineFor(id);
    if (isGone) return line;
    if (because && !this.revealed && !this.unhidden) return nothing;
    return html`<bt-review
        data-id=${id}
        .review=${review}
        .votes=${this.#own.votesFor(review.signature)}
        .lighter=${this.weighing && lighterView(this.weighing, id)}
        .nowMs=${this.#nowMs}
        .because=${because}
        .highlight=${this.highlight}
        ?mine=${this.#own.isMine(id)}
        ?settled=${this.#settled.has(id)}
        ?readonly=${this.readonly}
        ?withSubject=${this.withSubject}
      ></bt-review>
      ${line ?? nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-review-pages": ReviewPages;
  }
}
