import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { X } from "lucide";
import { formatNumber, t } from "../lib/i18n.ts";
import { TypingPause } from "./controllers/typing-pause.ts";
import { filterLine } from "./parts/filter-line.ts";
import { icon } from "./parts/icon.ts";
import { stars, starsStyle } from "./parts/stars.ts";
import { filterBarStyle } from "./styles/filter-bar.ts";
import { shared } from "./styles/shared.ts";

const sorts = ["helpful", "newest", "critical", "best", "oldest", "nearest"] as const;

export interface ReviewFilter {
  readonly sort: (typeof sorts)[number];
  readonly stars: readonly number[];
  readonly withText: boolean;
  readonly ownExperience: boolean;
  /** Those that weigh less: for one reason, by its `ReasonGroup.key`, or for any; `undefined` shows all. */
  readonly lighter?: string | undefined;
  /** Only by people near to the person. */
  readonly near: boolean;
  readonly text: string;
}

/** Stands for every reason why reviews weigh less. */
export const anyReason = "any";

export const emptyFilter: ReviewFilter = {
  sort: "helpful",
  stars: [],
  withText: false,
  ownExperience: false,
  lighter: undefined,
  near: false,
  text: "",
};

/** Sort, filter and search of a list of reviews. Fires `change` with the whole filter. */
@customElement("bt-review-filter")
export class ReviewFilterBar extends LitElement {
  static override readonly styles = [shared, starsStyle, filterBarStyle];

  @property({ attribute: false }) filter: ReviewFilter = emptyFilter;
  /** Why the reviews that are asked for weigh less, where it is one reason; nothing to choose where none weighs less. */
  @property({ attribute: false }) lighter: { readonly words: string } | undefined;
  /** Whether anybody is near to the person, so that it makes a difference. */
  @property({ type: Boolean }) hasNear = false;
  @state() private open = false;
  @query("input") private readonly search!: HTMLInputElement;
  readonly #pause = new TypingPause(this, () => this.#set({ text: this.search.value.trim() }));

  #set(change: Partial<ReviewFilter>): void {
    this.dispatchEvent(new CustomEvent("change", { detail: { ...this.filter, ...change } }));
  }

  #toggleStar(star: number): void {
    const chosen = this.filter.stars;
    this.#set({ stars: chosen.includes(star) ? chosen.filter((s) => s !== star) : [...chosen, star] });
  }

  get #active(): number {
    const { stars: chosen, withText, ownExperience, near, lighter } = this.filter;
    const narrowed = [withText, ownExperience, near, lighter !== undefined];
    return chosen.length + narrowed.filter(Boolean).length;
  }

  override render(): TemplateResult {
    const active = this.#active;
    const open = this.open || active > 0;
    return html`<search aria-label=${t("filter_label")}>
      ${filterLine({
        find: { label: t("search_reviews"), words: this.filter.text, typed: this.#pause.typed },
        order: {
          value: this.filter.sort,
          options: sorts
            .filter((sort) => sort !== "nearest" || this.hasNear || this.filter.sort === sort)
            .map((sort) => [sort, t(`sort_${sort}`)]),
          choose: (value) => this.#set({ sort: value as ReviewFilter["sort"] }),
        },
        isOpen: open,
        toggle: () => (this.open = !open),
      })}
      ${open ? this.#chips(active) : nothing}
    </search>`;
  }

  #chips(active: number): TemplateResult {
    const { filter } = this;
    return html`<div class="chips" role="group" aria-label=${t("filter_label")}>
        ${[5, 4, 3, 2, 1].map(
          (star) =>
            html`<button
              type="button"
              class="toggle"
              aria-pressed=${filter.stars.includes(star)}
              aria-label=${t("filter_stars", { count: star })}
              @click=${() => this.#toggleStar(star)}
            >
              ${formatNumber(star)} <span aria-hidden="true">${oneStar()}</span>
            </button>`,
        )}
        <button
          type="button"
          class="toggle"
          aria-pressed=${filter.withText}
          @click=${() => this.#set({ withText: !filter.withText })}
        >
          ${t("filter_with_text")}
        </button>
        <button
          type="button"
          class="toggle"
          aria-pressed=${filter.ownExperience}
          @click=${() => this.#set({ ownExperience: !filter.ownExperience })}
        >
          ${t("tag_own_experience")}
        </button>
        ${this.#lighterToggle()}
        ${
          this.hasNear || filter.near
            ? html`<button
                type="button"
                class="toggle"
                aria-pressed=${filter.near}
                @click=${() => this.#set({ near: !filter.near })}
              >
                ${t("filter_near")}
              </button>`
            : nothing
        }
        ${
          active > 0
            ? html`<button
                type="button"
                class="text-button"
                @click=${() => this.#set({ ...emptyFilter, sort: filter.sort, text: filter.text })}
              >
                ${icon(X, 14)} ${t("filter_clear")}
              </button>`
            : nothing
        }
      </div>
      ${this.#lighterReason()}`;
  }

  /** Those that weigh less, for whatever reason. */
  #lighterToggle(): TemplateResult {
    const isOn = this.filter.lighter !== undefined;
    if (!this.lighter && !isOn) return html`${nothing}`;
    return html`<button
      type="button"
      class="toggle"
      aria-pressed=${isOn}
      aria-label=${t("filter_lighter_label")}
      @click=${() => this.#set({ lighter: isOn ? undefined : anyReason })}
    >
      ${t("filter_lighter")}
    </button>`;
  }

  /** The one reason that was pressed, and the way to all of them. */
  #lighterReason(): TemplateResult {
    const { lighter } = this.filter;
    if (lighter === undefined || lighter === anyReason || !this.lighter?.words) return html`${nothing}`;
    return html`<p class="meta reason">
      ${this.lighter.words}
      <button type="button" class="link" @click=${() => this.#set({ lighter: anyReason })}>
        ${t("filter_lighter_clear")}
      </button>
    </p>`;
  }
}

function oneStar(): TemplateResult {
  return html`<span style="display:inline-block;inline-size:0.75rem;overflow:hidden;white-space:nowrap"
    >${stars(5)}</span
  >`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-review-filter": ReviewFilterBar;
  }
}
