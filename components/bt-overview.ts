import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { ArrowRight, Search } from "lucide";
import type { LookedBehind } from "../lib/model/behind.ts";
import type { OwnReviewsCheck } from "../lib/model/own-reviews-check.ts";
import { answersOf } from "../lib/db/answers.ts";
import type { ReviewRow } from "../lib/db/community-rows.ts";
import { reviewsPage } from "../lib/db/review-pages.ts";
import { t } from "../lib/i18n.ts";
import type { PageSubject, SubjectKey } from "../lib/model/subject.ts";
import type { Summary } from "../lib/model/summary.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import "./bt-newest-talk.ts";
import "./bt-own-reviews.ts";
import "./bt-page-facts.ts";
import "./bt-product-list.ts";
import "./bt-recall-notice.ts";
import "./bt-review-pages.ts";
import "./bt-same-place.ts";
import "./bt-search-preview.ts";
import "./bt-sync-line.ts";
import "./bt-topics.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { databases } from "./databases.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { searchedBrandOf } from "./parts/searched-brand.ts";
import { overviewStyle } from "./styles/overview.ts";
import { shared } from "./styles/shared.ts";

/** The first look: two voices, the brand's products, who stands behind the page; or honest emptiness. */
@customElement("bt-overview")
export class Overview extends LitElement {
  static override readonly styles = [shared, overviewStyle];

  @property({ attribute: false }) subject!: PageSubject;
  @property({ attribute: false }) state!: TabState;
  @property({ attribute: false }) summary: Summary | undefined;
  @property({ type: Boolean }) readonly = false;
  /** Who stands behind the page, once that was read; `asked`: it was looked for. */
  @property({ attribute: false }) behind: LookedBehind | undefined;
  @property({ type: Boolean }) asked = false;
  /** What can be told of the reviews that the page itself shows, once they were read. */
  @property({ attribute: false }) ownReviews: OwnReviewsCheck | undefined;
  /** The page in front is about something else: what it says of itself does not belong here. */
  @property({ type: Boolean }) elsewhere = false;

  @query("bt-own-reviews") private readonly own!: HTMLElementTagNameMap["bt-own-reviews"] | null;

  // The newest review is what the person sees first; the most helpful one follows when that is on screen.
  readonly #newest = new LiveQueryController(this, {
    args: () => this.#args(this.subject.keys),
    query: ([keys]) => firstReview(keys, "newest"),
  });
  readonly #helpful = new LiveQueryController(this, {
    args: () => (this.#newest.value ? this.#args(this.subject.keys) : undefined),
    query: ([keys]) => firstReview(keys, "helpful"),
  });

  /** Whether places elsewhere have been asked. Matters only where nothing is said here. */
  readonly #asks = new LiveQueryController(this, {
    args: () => {
      const brand = this.#isEmpty ? searchedBrandOf(this.subject) : undefined;
      return brand && ([brand.brandId] as const);
    },
    query: async ([brandId]) => (await answersOf(databases().community, brandId)).length > 0,
  });

  get #isEmpty(): boolean {
    return this.summary !== undefined && this.summary.count + this.summary.generated === 0;
  }

  /** Inside a page and in private windows nobody is asked; a product never is. */
  get #maySearch(): boolean {
    return this.subject.lens !== "product" && !this.readonly && !this.state.isPrivate;
  }

  /** Written anew only when the number of reviews changes: a live query over rows would re-run at every write. */
  #args(keys: readonly SubjectKey[]): readonly [readonly SubjectKey[], number] | undefined {
    return this.summary && this.summary.count + this.summary.generated > 0
      ? [keys, this.summary.count]
      : undefined;
  }

  /** Brings the page's own reviews into view and reads on there. */
  async showOwnReviews(): Promise<void> {
    await this.updateComplete;
    await this.own?.show();
  }

  override render(): TemplateResult {
    const { subject, state, summary } = this;
    const { behind } = this;
    const isEmpty = this.#isEmpty;
    const facts = this.elsewhere
      ? nothing
      : html`<bt-page-facts
          .state=${state}
          .behind=${behind}
          ?asked=${this.asked}
          ?lead=${isEmpty}
        ></bt-page-facts>`;
    const place =
      this.elsewhere || this.readonly
        ? nothing
        : html`<bt-same-place .state=${state} .question=${behind?.question}></bt-same-place>`;
    const own =
      this.elsewhere || !this.ownReviews
        ? nothing
        : html`<bt-own-reviews .check=${this.ownReviews}></bt-own-reviews>`;
    const records = html`<bt-recall-notice .subject=${subject} .state=${state}></bt-recall-notice>`;
    const topics = html`<bt-topics
      .subject=${subject}
      .reviews=${summary?.count ?? 0}
      ?readonly=${this.readonly}
    ></bt-topics>`;
    return html`${records} ${place}
    ${
      isEmpty
        ? html`${facts} ${own} ${this.#talk(isEmpty)} ${this.#empty(subject)} ${topics}`
        : html`${topics} ${this.#voices()} ${this.#talk(isEmpty)}`
    }
    ${
      subject.lens === "brand" && subject.domain
        ? html`<bt-product-list
            .siteKey=${subject.domain}
            .exclude=${subject.keys}
            ?readonly=${this.readonly}
          ></bt-product-list>`
        : nothing
    }
    ${isEmpty ? this.#preview() : html`${own} ${facts}`}`;
  }

  /** What is said elsewhere waits until what is said here is on screen. */
  #talk(isEmpty: boolean): TemplateResult {
    const waits = !isEmpty && this.#newest.value === undefined;
    if (waits || this.subject.lens === "product") return html`${nothing}`;
    return html`<bt-newest-talk
      .subject=${this.subject}
      ?readonly=${this.readonly || this.state.isPrivate}
    ></bt-newest-talk>`;
  }

  /** Last, because it takes a moment to come and must not push anything away. */
  #preview(): TemplateResult {
    const brand = this.#maySearch && this.#asks.value === false ? searchedBrandOf(this.subject) : undefined;
    return brand ? html`<bt-search-preview .brand=${brand}></bt-search-preview>` : html`${nothing}`;
  }

  #empty(subject: PageSubject): TemplateResult {
    // Who has searched finds the way to it beside what was found.
    const canSearch = this.#maySearch && this.#asks.value === false;
    const canWrite = subject.subject !== undefined && !this.readonly;
    return html`<section class="empty">
      <h2>${t("empty_title", { name: subject.name })}</h2>
      <p>${t("empty_text")}</p>
      <div class="row">
        ${
          canSearch
            ? html`<button
                type="button"
                class="button primary"
                @click=${() => emit(this, "bt-plan", undefined)}
              >
                ${icon(Search, 14)} ${t("empty_search")}
              </button>`
            : nothing
        }
        ${
          canWrite
            ? html`<button
                type="button"
                class="button ${canSearch ? "" : "primary"}"
                @click=${() => emit(this, "bt-compose", { kind: "new" })}
              >
                ${t("empty_write")}
              </button>`
            : nothing
        }
      </div>
      <bt-sync-line></bt-sync-line>
      <p class="meta"><a href="/options.html#sync" target="_blank">${t("empty_sources")}</a></p>
    </section>`;
  }

  #voices(): TemplateResult {
    if (this.#newest.error) return html`<p class="failed" role="alert">${t("error_read")}</p>`;
    const newest = this.#newest.value?.row;
    const helpful = this.#helpful.value?.row;
    if (!newest) return html`<div class="room" aria-hidden="true"></div>`;
    const both = helpful !== undefined && helpful.id !== newest.id && helpful.helpful > 0;
    return html`${both ? this.#voice(t("most_helpful"), helpful) : nothing}
    ${this.#voice(t("newest"), newest)}
    ${
      this.summary && this.summary.count > 1
        ? html`<button type="button" class="link all" @click=${() => emit(this, "bt-go", "reviews")}>
            ${t("all_reviews", { count: this.summary.count + this.summary.generated })}
            ${icon(ArrowRight, 14)}
          </button>`
        : nothing
    }`;
  }

  #voice(title: string, review: ReviewRow): TemplateResult {
    return html`<section aria-label=${title}>
      <h2 class="voice">${title}</h2>
      <bt-review-pages .pages=${[{ rows: [review] }]} ?readonly=${this.readonly}></bt-review-pages>
    </section>`;
  }
}

async function firstReview(
  keys: readonly SubjectKey[],
  sort: "newest" | "helpful",
): Promise<{ readonly row?: ReviewRow }> {
  const page = await reviewsPage(databases().community, {
    keys,
    sort,
    limit: 1,
    withText: sort === "helpful",
  });
  const [row] = page.rows;
  return row ? { row } : {};
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-overview": Overview;
  }
}
