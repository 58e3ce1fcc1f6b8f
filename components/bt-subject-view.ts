import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { newAnswerers } from "../lib/db/own-answers.ts";
import { t } from "../lib/i18n.ts";
import type { PageSubject } from "../lib/model/subject.ts";
import type { Summary } from "../lib/model/summary.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import type { WeightedVotes } from "../lib/model/trust-score.ts";
import "./bt-facts.ts";
import "./bt-mine.ts";
import "./bt-overview.ts";
import "./bt-page-author.ts";
import "./bt-review-list.ts";
import "./bt-score-card.ts";
import "./bt-tabs.ts";
import "./bt-talk.ts";
import { command } from "./commands.ts";
import type { TalkStart } from "./bt-talk.ts";
import { answersController } from "./controllers/answers.ts";
import { PageReadingController } from "./controllers/page-reading.ts";
import { WeighingController } from "./controllers/weighing.ts";
import { emptyFilter, type ReviewFilter } from "./bt-review-filter.ts";
import type { TabItem } from "./bt-tabs.ts";
import type { Evidence } from "./controllers/sidebar-data.ts";
import { recordsAbout } from "./parts/records-about.ts";
import { shared } from "./styles/shared.ts";

export type SubjectTab = "overview" | "reviews" | "talk" | "facts" | "mine";

/** What is known of one subject: its figure, and the tabs below it. Fires `tab` and `filter` with what was chosen. */
@customElement("bt-subject-view")
export class SubjectView extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
      }

      bt-score-card {
        margin: 0 1rem 0.5rem;
      }

      .sticky {
        position: sticky;
        inset-block-start: 0;
        z-index: 5;
        background: var(--bt-bg);
      }

      .progress {
        block-size: 2px;
        background: var(--bt-accent);
        inline-size: 35%;
        animation: late 0s 120ms both;
      }

      @keyframes late {
        from {
          opacity: 0;
        }
      }

      /* So little room that a sticky line would cover what is being read. */
      @media (max-height: 22rem) {
        .sticky {
          position: static;
        }
      }
    `,
  ];

  @property({ attribute: false }) subject!: PageSubject;
  @property({ attribute: false }) state!: TabState;
  /** `undefined` until it has been read. */
  @property({ attribute: false }) summary: Summary | undefined;
  /** What signals made of its reviews. */
  @property({ attribute: false }) votes: WeightedVotes | undefined;
  @property({ attribute: false }) evidence: Evidence | undefined;
  /** How many things of the person's own there are. */
  @property({ type: Number }) mineCount = 0;
  @property() tab: SubjectTab = "overview";
  @property({ attribute: false }) filter: ReviewFilter = emptyFilter;
  /** What Talk opens with. */
  @property({ attribute: false }) talkStart: TalkStart | undefined;
  /** Inside a page nothing may be written or changed. */
  @property({ type: Boolean }) framed = false;
  /** The page in front is about something else: what it says of itself does not belong here. */
  @property({ type: Boolean }) elsewhere = false;
  @query("bt-overview") private readonly overview!: HTMLElementTagNameMap["bt-overview"] | null;
  @query("bt-talk") private readonly talk!: HTMLElementTagNameMap["bt-talk"] | null;

  /** Whether a conversation is open, which must not be taken away. */
  get isReading(): boolean {
    return this.talk?.isReading ?? false;
  }

  readonly #answers = answersController(this);
  readonly #behind = new PageReadingController(
    this,
    (tabId) => command("readBehind", tabId),
    () => this.#page,
  );
  readonly #ownReviews = new PageReadingController(
    this,
    (tabId) => command("readOwnReviews", tabId),
    () => this.#page,
  );

  /** The page in front, where it is what this is about. */
  get #page(): TabState | undefined {
    return this.elsewhere ? undefined : this.state;
  }

  readonly #weighed = new WeighingController(this, () => {
    const { summary, subject } = this;
    if (!summary || this.#reviews === 0) return undefined;
    const brandId = subject.lens === "brand" ? subject.brandId : undefined;
    return { keys: subject.keys, brandId, state: JSON.stringify(summary) };
  });

  get #reviews(): number {
    return this.summary === undefined ? 0 : this.summary.count + this.summary.generated;
  }

  /** How many people answered whom the person has not read. */
  get #answered(): number {
    return newAnswerers(this.#answers.value ?? []);
  }

  get #hasMine(): boolean {
    // Answers to what a key wrote that was brought here are there before anything was posted from here.
    return this.mineCount + (this.#answers.value?.length ?? 0) > 0 && !this.framed;
  }

  /** The chosen tab while it has something to show: the last review of one's own may have just gone. */
  get #shownTab(): SubjectTab {
    return this.#items.some(({ id }) => id === this.tab) ? this.tab : "overview";
  }

  /** A product's name tells what page one is on: only brands and shops are searched elsewhere. */
  get #hasTalk(): boolean {
    return this.subject.lens !== "product";
  }

  get #items(): readonly TabItem[] {
    const reviews = this.#reviews;
    return [
      { id: "overview", label: t("tab_overview") },
      ...(reviews > 0 ? [{ id: "reviews", label: t("tab_reviews"), count: reviews }] : []),
      ...(this.#hasTalk ? [{ id: "talk", label: t("tab_talk") }] : []),
      ...(recordsAbout(this.subject, this.state.resolution) ? [{ id: "facts", label: t("tab_facts") }] : []),
      ...(this.#hasMine
        ? [{ id: "mine", label: t("tab_mine"), count: this.mineCount, unseen: this.#answered }]
        : []),
    ];
  }

  override render(): TemplateResult {
    const { subject, state, summary, evidence } = this;
    const claims = subject.lens === "product" ? "product" : "organization";
    return html`${
        summary && this.#reviews > 0
          ? html`<bt-score-card
              .summary=${summary}
              .votes=${this.votes}
              .subjectKeys=${subject.keys}
              .weighed=${this.#weighed.value}
              .off=${this.#weighed.off}
              ?unweighed=${this.#weighed.hasFailed}
              ?readonly=${this.framed}
              .keys=${evidence?.keys}
              .recentShare=${evidence?.recentShare}
              .claimed=${state.claimedRatings.filter(({ about }) => about === claims)}
              .ownReviews=${this.#ownReviews.value}
              @own-reviews=${() => void this.#showOwnReviews()}
            ></bt-score-card>`
          : nothing
      }
      ${summary ? this.#tabs() : html`<div class="progress" role="progressbar" aria-label=${t("loading")}></div>`}
      <!-- Below a figure that is still to come it would be pushed away. -->
      <div role="tabpanel" aria-label=${t(`tab_${this.#shownTab}`)} ?hidden=${!summary}>
        ${this.#panel()}
      </div>`;
  }

  /** Leads from the figure to what was seen on the page. */
  async #showOwnReviews(): Promise<void> {
    this.dispatchEvent(new CustomEvent<SubjectTab>("tab", { detail: "overview" }));
    await this.updateComplete;
    await this.overview?.showOwnReviews();
  }

  #tabs(): TemplateResult {
    const items = this.#items;
    if (items.length === 1) return html`${nothing}`;
    return html`<bt-tabs
      class="sticky"
      .items=${items}
      .selected=${this.#shownTab}
      .label=${t("tabs_label")}
      @change=${({ detail }: CustomEvent<SubjectTab>) => this.dispatchEvent(new CustomEvent("tab", { detail }))}
    ></bt-tabs>`;
  }

  #panel(): TemplateResult {
    const { subject, state, summary } = this;
    if (this.#shownTab === "mine") return html`<bt-mine></bt-mine>`;
    if (this.#shownTab === "talk") {
      return html`<bt-talk
        .subject=${subject}
        .forum=${this.#behind.value?.forum}
        .start=${this.talkStart}
        ?readonly=${this.framed}
        ?isPrivate=${state.isPrivate ?? false}
      ></bt-talk>`;
    }
    if (this.#shownTab === "reviews") {
      return html`<bt-review-list
        .keys=${subject.keys}
        .count=${this.#reviews}
        .filter=${this.filter}
        .weighing=${this.#weighed.value?.weighing}
        @change=${({ detail }: CustomEvent<ReviewFilter>) => this.dispatchEvent(new CustomEvent("filter", { detail }))}
        ?readonly=${this.framed}
      ></bt-review-list>`;
    }
    if (this.#shownTab === "facts")
      return html`<bt-facts .subject=${subject} .state=${state} ?readonly=${this.framed}></bt-facts>`;
    return html`<bt-page-author
        .keys=${this.#behind.value?.keys}
        ?readonly=${this.framed || (state.isPrivate ?? false)}
      ></bt-page-author
      ><bt-overview
        .subject=${subject}
        .state=${state}
        .summary=${summary}
        .behind=${this.#behind.value}
        .ownReviews=${this.#ownReviews.value}
        @bt-own-again=${() => void this.#ownReviews.again()}
        .weighing=${this.#weighed.value?.weighing}
        ?asked=${this.#behind.isAsked}
        ?elsewhere=${this.elsewhere}
        ?readonly=${this.framed}
      ></bt-overview>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-subject-view": SubjectView;
  }
}
