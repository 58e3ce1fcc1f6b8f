import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { RefreshCw } from "lucide";
import { nearestFirst } from "../lib/db/circle-reviews.ts";
import {
  type ReviewCursor,
  type ReviewPage as FoundPage,
  type ReviewQuery,
  reviewsPage,
} from "../lib/db/review-pages.ts";
import { t } from "../lib/i18n.ts";
import type { ReviewId } from "../lib/model/review.ts";
import type { SubjectKey } from "../lib/model/subject.ts";
import { reasonGroups } from "../lib/model/weighing-groups.ts";
import type { Weighing } from "../lib/model/weighing.ts";
import "./bt-review-filter.ts";
import "./bt-review-pages.ts";
import { anyReason, emptyFilter, type ReviewFilter } from "./bt-review-filter.ts";
import type { ReviewPage } from "./bt-review-pages.ts";
import { CircleController } from "./controllers/circle.ts";
import { databases } from "./databases.ts";
import { emit } from "./parts/emit.ts";
import { icon } from "./parts/icon.ts";
import { groupWords } from "./parts/weighs.ts";
import { listStyle } from "./styles/list.ts";
import { shared } from "./styles/shared.ts";

const rowsAPage = 20;

/**
 * All reviews of some subjects: sorted, filtered, searched, read page by page as one scrolls. Fires `change` with
 * the filter that the person asks for; whoever owns the list sets it.
 */
@customElement("bt-review-list")
export class ReviewList extends LitElement {
  static override readonly styles = [shared, listStyle];

  @property({ attribute: false }) keys: readonly SubjectKey[] = [];
  /** How many there are now: when it grows past what was read, a line offers the new ones. */
  @property({ type: Number }) count = 0;
  @property({ type: Boolean }) readonly = false;
  @property({ type: Boolean }) withSubject = false;
  @property({ attribute: false }) filter: ReviewFilter = emptyFilter;
  /** How the reviews weigh, once it is known. */
  @property({ attribute: false }) weighing: Weighing | undefined;
  @state() private pages: readonly ReviewPage[] = [];
  @state() private total: number | undefined;
  @state() private status: "idle" | "loading" | "failed" = "idle";
  readonly #circle = new CircleController(this);
  #next: ReviewCursor | undefined;
  #countWhenRead = 0;
  #ids: ReadonlySet<ReviewId> | undefined;
  /** Answers of a list that is no longer asked for are dropped. */
  #turn = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("keys");
    const otherKeys = changed.has("keys") && String(before) !== String(this.keys);
    // Whose ids are asked for may change when the reviews are weighed anew.
    const otherIds = changed.has("weighing") && this.filter.lighter !== undefined && !this.#hasSameIds();
    if (otherKeys || changed.has("filter") || otherIds) this.#startOver();
    // What has gone since leaves the list by itself; what comes after it is new all the same.
    else this.#countWhenRead = Math.min(this.#countWhenRead, this.count);
  }

  /** Those that weigh less, where only these are asked for; until the reviews are weighed there are none. */
  #idsAskedFor(): ReadonlySet<ReviewId> | undefined {
    const { lighter } = this.filter;
    if (lighter === undefined) return undefined;
    if (!this.weighing) return new Set();
    if (lighter === anyReason) return new Set(this.weighing.lighter.map(({ id }) => id));
    return reasonGroups(this.weighing).find(({ key }) => key === lighter)?.ids ?? new Set();
  }

  #hasSameIds(): boolean {
    const ids = this.#idsAskedFor();
    return ids?.size === this.#ids?.size && [...(ids ?? [])].every((id) => this.#ids?.has(id));
  }

  #startOver(): void {
    this.#turn += 1;
    this.pages = [];
    this.total = undefined;
    this.#next = undefined;
    this.status = "idle";
    this.#countWhenRead = this.count;
    this.#ids = this.#idsAskedFor();
    void this.#more();
  }

  async #more(): Promise<void> {
    if (this.status === "loading" || (this.pages.length > 0 && this.#next === undefined)) return;
    const turn = this.#turn;
    this.status = "loading";
    try {
      const { rows, next, total } = await this.#read();
      if (turn !== this.#turn) return;
      this.pages = rows.length > 0 || this.pages.length > 0 ? [...this.pages, { rows }] : [];
      this.total = total ?? this.total;
      this.#next = next;
      this.status = "idle";
      if (this.pages.length <= 1) emit(this, "bt-announce", this.#found());
    } catch (error) {
      if (turn !== this.#turn) return;
      console.error("[reviews]", error);
      this.status = "failed";
    }
  }

  async #read(): Promise<FoundPage> {
    const { community } = databases();
    const { sort } = this.filter;
    if (sort !== "nearest") return reviewsPage(community, { ...this.#query(), sort });
    return nearestFirst(community, this.#query(), this.#circle.circle.nearness);
  }

  #query(): Omit<ReviewQuery, "sort"> {
    const { stars, withText, ownExperience, near, text } = this.filter;
    return {
      keys: this.keys,
      limit: rowsAPage,
      ...(near ? { authors: new Set(this.#circle.circle.nearness.keys()) } : {}),
      ...(stars.length > 0 ? { stars: [...stars] } : {}),
      ...(withText ? { withText } : {}),
      ...(ownExperience ? { ownExperience } : {}),
      ...(text ? { text } : {}),
      ...(this.#ids ? { ids: this.#ids } : {}),
      ...(this.#next === undefined ? {} : { after: this.#next }),
    };
  }

  /** Whether there is anything to choose, and for which reason it was. */
  #lighter(): { readonly words: string } | undefined {
    if (!this.weighing || this.weighing.lighter.length === 0) return undefined;
    const group = reasonGroups(this.weighing).find(({ key }) => key === this.filter.lighter);
    return { words: group ? groupWords(group) : "" };
  }

  #ask(filter: ReviewFilter): void {
    this.dispatchEvent(new CustomEvent("change", { detail: filter }));
  }

  #found(): string {
    if (this.pages.length === 0) return t("no_match");
    return this.total === undefined ? t("list_updated") : t("reviews_found", { count: this.total });
  }

  override render(): TemplateResult {
    const fresh = this.count - this.#countWhenRead;
    return html`<bt-review-filter
        .filter=${this.filter}
        .lighter=${this.#lighter()}
        ?hasNear=${this.#circle.hasNear}
        @change=${(event: CustomEvent<ReviewFilter>) => this.#ask(event.detail)}
      ></bt-review-filter>
      ${
        fresh > 0 && this.status === "idle"
          ? html`<button type="button" class="button fresh" @click=${() => this.#startOver()}>
              ${icon(RefreshCw, 14)} ${t("new_reviews", { count: fresh })}
            </button>`
          : nothing
      }
      <bt-review-pages
        .pages=${this.pages}
        ?readonly=${this.readonly}
        ?withSubject=${this.withSubject}
        .weighing=${this.weighing}
        @more=${() => void this.#more()}
      ></bt-review-pages>
      ${this.#end()}`;
  }

  #end(): TemplateResult {
    if (this.status === "failed") {
      return html`<div class="end" role="alert">
        <p>${t("error_read")}</p>
        <button type="button" class="button" @click=${() => void this.#more()}>${t("retry")}</button>
      </div>`;
    }
    if (this.status === "loading") return html`<p class="end meta">${t("loading")}</p>`;
    if (this.pages.length > 0) {
      return this.#next === undefined ? html`<p class="end meta">${t("list_end")}</p>` : html`${nothing}`;
    }
    return html`<div class="end">
      <p>${t("no_match")}</p>
      <button type="button" class="button" @click=${() => this.#ask(emptyFilter)}>
        ${t("filter_clear")}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-review-list": ReviewList;
  }
}
