import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { ArrowRight, Search } from "lucide";
import type { LookedBehind } from "../lib/model/behind.ts";
import type { OwnReviewsCheck } from "../lib/model/own-reviews-check.ts";
import { answersOf } from "../lib/db/answers.ts";
import type { ReviewRow } from "../lib/db/community-rows.ts";
import { firstShown } from "../lib/db/first-shown.ts";
import { t } from "../lib/i18n.ts";
import type { PageSubject, SubjectKey } from "../lib/model/subject.ts";
import type { Summary } from "../lib/model/summary.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import type { Weighing } from "../lib/model/weighing.ts";
import "./bt-listening.ts";
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
import { NearReviewController } from "./controllers/near-review.ts";
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
  /** How the reviews weigh, once it is known. */
  @property({ attribute: false }) weighing: Weighing | undefined;
  @property({ type: Boolean }) readonly = false;
  /** Who stands behind the page, once that was read; `asked`: it was looked for. */
  @property({ attribute: false }) behind: LookedBehind | undefined;
  @property({ type: Boolean }) asked = false;
  /** What can be told of the reviews that the page itself shows, once they were read. */
  @property({ attribute: false }) ownReviews: OwnReviewsCheck | undefined;
  /** The page in front is about something else: what it says of itself does not belong here. */
  @property({ type: Boolean }) elsewhere = false;

  @query("bt-own-reviews") private readonly own!: HTMLElementTagNameMap["bt-own-reviews"] | null;

  readonly #newest = new LiveQueryController(this, {
    args: () => this.#args(this.subject.keys),
    query: ([keys]) => firstShown(databases(), keys, "newest"),
  });
  readonly #helpful = new LiveQueryController(this, {
    args: () => this.#args(this.subject.keys),
    query: ([keys]) => firstShown(databases(), keys, "helpful"),
  });

  readonly #near = new NearReviewController(this, () => this.#args(this.subject.keys));

  /** Whether places elsewhere have been asked. Matters only where nothing is said here. */
  readonly #asks = new LiveQueryController(this, {
    args: () => {
      const brand = this.#isEmpty ? searchedBrandOf(this.subject) : undefined;
      return brand && ([brand.brandId] as const);
    },
    query: async ([brandId]) => (await answersOf(databases().community, brandId)).length > 0,
  });

  /** What was seen in the page's own reviews says most here. Decided when it comes: what is being read stays. */
  #ownLeads = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("ownReviews") && changed.get("ownReviews") === undefined)
      this.#ownLeads = this.ownReviews?.facts !== undefined;
  }

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
    const { behind, subject, state, summary } = this;
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
      .weighing=${this.weighing}
      ?readonly=${this.readonly}
    ></bt-topics>`;
    return html`${records} ${place}
    ${
      isEmpty
        ? html`${this.#ownLeads ? [own, facts] : [facts, own]} ${this.#talk(isEmpty)} ${this.#empty(subject)}
          ${topics}`
        : html`${topics} ${this.#voices()} ${this.#talk(isEmpty)} ${this.#listening(subject)}`
    }
    ${
      subject.lens === "brand" && subject.domain
        ? html`<bt-product-list
            .siteKey=${subject.domain}
            .exclude=${subject.keys}
            ?readonly=${this.readonly}
            ?isPrivate=${this.state.isPrivate ?? false}
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

  /** Waits like talk does. Only a brand answers. */
  #listening(subject: PageSubject): TemplateResult {
    if (subject.lens !== "brand" || this.#newest.value === undefined) return html`${nothing}`;
    return html`<bt-listening .brandId=${subject.brandId} .keys=${subject.keys}></bt-listening>`;
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
    // What stands above the newest must not push it down later.
    if (!this.#newest.value || !this.#near.isRead || this.#helpful.loading)
      return html`<div class="room" aria-hidden="true"></div>`;
    const newest = this.#newest.value.row;
    const { review: near, title } = this.#near;
    return html`${near ? this.#voice(title, near, false) : nothing}
    ${newest ? this.#mostHelpful(newest, near) : nothing}
    ${!newest || newest.id === near?.id ? nothing : this.#voice(t(newest.opinion ? "newest_words" : "newest"), newest)}
    ${
      this.summary && (this.summary.count > 1 || !newest)
        ? html`<button type="button" class="link all" @click=${() => emit(this, "bt-go", "reviews")}>
            ${t("all_reviews", { count: this.summary.count + this.summary.generated })}
            ${icon(ArrowRight, 14)}
          </button>`
        : nothing
    }`;
  }

  /** Nothing where nobody found one helpful, or it stands here already. */
  #mostHelpful(...shown: readonly (ReviewRow | undefined)[]): TemplateResult {
    const helpful = this.#helpful.value?.row;
    const isNew = helpful && helpful.helpful > 0 && shown.every((review) => review?.id !== helpful.id);
    return isNew ? this.#voice(t("most_helpful"), helpful) : html`${nothing}`;
  }

  /** `isPicked`: by a live query that leaves out what is hidden, so that nobody need ask again. */
  #voice(title: string, review: ReviewRow, isPicked = true): TemplateResult {
    return html`<section aria-label=${title}>
      <h2 class="voice">${title}</h2>
      <bt-review-pages
        .pages=${[{ rows: [review] }]}
        .weighing=${this.weighing}
        ?unhidden=${isPicked}
        ?readonly=${this.readonly}
      ></bt-review-pages>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-overview": Overview;
  }
}
