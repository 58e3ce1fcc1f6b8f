import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ChevronDown } from "lucide";
import { reviewDays } from "../lib/db/review-days.ts";
import { formatNumber, t } from "../lib/i18n.ts";
import { type HistogramBar, histogramOf, type ReviewHistogram } from "../lib/model/review-histogram.ts";
import type { SubjectKey } from "../lib/model/subject.ts";
import type { DayRange } from "../lib/model/weighing-groups.ts";
import { LiveQueryController } from "./controllers/live-query.ts";
import { databases } from "./databases.ts";
import { dayWords, periodWords } from "./parts/day-words.ts";
import { icon } from "./parts/icon.ts";
import { reviewTimesStyle } from "./styles/review-times.ts";
import { shared } from "./styles/shared.ts";

/** Days to either side of a burst that are shown when one looks closer. */
const aroundDays = 14;
/** Of many bursts the newest ones get a press of their own; all are marked. */
const mostViews = 3;

/** When reviews came: bars over time with the days of bursts marked, and the same as a table. */
@customElement("bt-review-times")
export class ReviewTimes extends LitElement {
  static override readonly styles = [shared, reviewTimesStyle];

  @property({ attribute: false }) keys: readonly SubjectKey[] = [];
  /** How many reviews there are, generated ones left out: read again when that changes. */
  @property({ type: Number }) count = 0;
  @property({ attribute: false }) bursts: readonly DayRange[] = [];
  /** Looked at closer. */
  @state() private around: DayRange | undefined;

  readonly #days = new LiveQueryController(this, {
    args: () => (this.keys.length > 0 ? ([this.keys, this.count] as const) : undefined),
    query: ([keys]) => reviewDays(databases().community, keys),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("bursts") && !this.bursts.some((burst) => isSame(burst, this.around)))
      this.around = undefined;
  }

  override render(): TemplateResult {
    if (this.#days.error) return html`<p role="alert">${t("times_failed")}</p>`;
    const days = this.#days.value;
    if (!days || days.size === 0) return html`${nothing}`;
    const { around } = this;
    const within = around && { from: around.from - aroundDays, to: around.to + aroundDays };
    const histogram = histogramOf(days, this.bursts, within);
    return html`<section aria-labelledby="title">
      <div class="head">
        <h2 id="title">${t("times_title")}</h2>
        ${this.bursts.length > 0 ? this.#views() : nothing}
      </div>
      ${plot(histogram)} ${histogram.bars.some(({ inBurst }) => inBurst > 0) ? this.#legend() : nothing}
      ${table(histogram)}
    </section>`;
  }

  #views(): TemplateResult {
    const views = [undefined, ...this.bursts.slice(-mostViews)];
    return html`<div class="views" role="group" aria-label=${t("times_view")}>
      ${views.map(
        (view) =>
          html`<button
            type="button"
            class="view"
            aria-pressed=${view ? isSame(view, this.around) : this.around === undefined}
            @click=${() => (this.around = view)}
          >
            ${view ? t("times_around", { days: dayWords(view) }) : t("times_all")}
          </button>`,
      )}
    </div>`;
  }

  #legend(): TemplateResult {
    return html`<p class="legend meta"><span class="swatch"></span> ${t("times_in_burst_days")}</p>`;
  }
}

function isSame(a: DayRange, b: DayRange | undefined): boolean {
  return a.from === b?.from && a.to === b.to;
}

/** What the table below says, drawn; in words only how many and when. */
function plot({ unit, bars }: ReviewHistogram): TemplateResult {
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return html`${nothing}`;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const count = bars.reduce((sum, bar) => sum + bar.count, 0);
  const [from, to] = [periodWords(unit, first.from), periodWords(unit, last.from)];
  return html`<div class="plot" role="img" aria-label=${t("times_summary", { count, from, to })}>
    <div class="bars">${bars.map((bar) => column(bar, most))}</div>
    <span>${formatNumber(most)}</span>
    <div class="axis"><span>${from}</span> ${bars.length > 1 ? html`<span>${to}</span>` : nothing}</div>
  </div>`;
}

function column({ count, inBurst }: HistogramBar, most: number): TemplateResult {
  return html`<span class="bar ${inBurst > 0 ? "burst" : ""}"
    >${count > inBurst ? html`<i style="block-size:${(100 * (count - inBurst)) / most}%"></i>` : nothing}${
      inBurst > 0 ? html`<i class="in-burst" style="block-size:${(100 * inBurst) / most}%"></i>` : nothing
    }</span
  >`;
}

function table({ unit, bars }: ReviewHistogram): TemplateResult {
  const spoken = bars.filter(({ count }) => count > 0);
  return html`<details>
    <summary>${t("times_table")} <span class="chevron">${icon(ChevronDown, 14)}</span></summary>
    <div class="table" tabindex="0" role="group" aria-label=${t("times_title")}>
      <table>
        <caption>
          ${t(`times_caption_${unit}`)}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t("times_period")}</th>
            <th scope="col">${t("times_reviews")}</th>
            <th scope="col">${t("times_in_burst")}</th>
          </tr>
        </thead>
        <tbody>
          ${spoken.map(
            ({ from, count, inBurst }) =>
              html`<tr>
                <th scope="row">${periodWords(unit, from)}</th>
                <td>${formatNumber(count)}</td>
                <td>${formatNumber(inBurst)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-review-times": ReviewTimes;
  }
}
