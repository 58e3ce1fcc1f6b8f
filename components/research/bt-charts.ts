import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { t, uiLanguage } from "../../lib/i18n.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import type { ItemFilter, SeriesSplit, TimeSeries } from "../../lib/model/research/query.ts";
import {
  type BarChart,
  type ChartBar,
  chartIds,
  hasBars,
  type TimeChart,
} from "../../lib/research/report/chart.ts";
import { sentimentValidation } from "../../lib/research/coding/sentiment-validation.ts";
import { rangeWords } from "../../lib/research/report/steps.ts";
import "../bt-tabs.ts";
import { chartsShown } from "../../lib/settings.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { StoredItemController } from "../controllers/stored-item.ts";
import { databases } from "../databases.ts";
import { ChartAnswersController, type ChartQueries } from "../controllers/chart-answers.ts";
import { chartsLayoutStyle } from "../styles/charts-layout.ts";
import { shared } from "../styles/shared.ts";
import "./bt-charts-bars.ts";
import "./bt-charts-panel.ts";
import type { ChartsPanel } from "./bt-charts-panel.ts";
import "./bt-charts-time.ts";
import type { TimeRange } from "./bt-charts-time.ts";
import { ChartSet } from "./chart-set.ts";
import { barChange, isBarPressed, partChange } from "./chart-filters.ts";
import { changeFilter } from "./filter-change.ts";
import { possibleSteps } from "./possible-steps.ts";

const splits: readonly SeriesSplit[] = ["none", "brands", "sites", "codes", "sentiments"];
type OtherId = Exclude<(typeof chartIds)[number], "time">;
const others = chartIds.filter((id): id is OtherId => id !== "time");

/**
 * A collection in charts: over time, and one of the others. Each bar filters (`bt-filter`), each chart has its table
 * and can be kept as a picture.
 */
@customElement("bt-charts")
export class Charts extends LitElement {
  static override readonly styles = [shared, chartsLayoutStyle];

  @property({ attribute: false }) collection: Collection | undefined;
  @property({ attribute: false }) filter: ItemFilter | undefined;
  @property({ attribute: false }) queries: ChartQueries | undefined;
  /** What a platform is called; given by the page, because this layer knows no adapters. */
  @property({ attribute: false }) siteName: (id: string) => string = (id) => id;
  @state() private split: SeriesSplit = "none";
  @state() private step: TimeSeries["step"] | undefined;
  @state() private measure: TimeChart["measure"] = "items";
  @state() private isZoomed = false;
  @state() private other: OtherId = "brands";
  @query(".others bt-charts-panel") private readonly panel!: ChartsPanel | null;

  readonly #shown = new StoredItemController(this, chartsShown);
  readonly #answers = new ChartAnswersController(this, () => {
    const { queries, filter, step } = this;
    // What nobody looks at is not counted.
    return queries && filter && this.#shown.value !== false
      ? { queries, filter, split: this.#parts, step, isZoomed: this.#zooms }
      : undefined;
  });

  /** Without it no sentiment is shown. */
  readonly #validation = new LiveQueryController(this, {
    args: () => (this.collection ? ([this.collection.id, this.collection.coder] as const) : undefined),
    query: ([id, coder]) => sentimentValidation(databases().research, { id, coder }),
  });

  /** Milliseconds between two looks while a collection grows. */
  set everyMs(everyMs: number) {
    this.#answers.everyMs = everyMs;
  }

  get #zooms(): boolean {
    return this.isZoomed && (this.filter?.from !== undefined || this.filter?.to !== undefined);
  }

  /** Sentiment parts nothing before it was checked. */
  get #offered(): readonly SeriesSplit[] {
    return this.#validation.value?.agreement ? splits : splits.filter((split) => split !== "sentiments");
  }

  get #parts(): SeriesSplit {
    return this.#offered.includes(this.split) ? this.split : "none";
  }

  override render(): TemplateResult {
    const { collection, filter } = this;
    this.hidden = this.#shown.value === false;
    if (!collection || !filter || this.hidden) return html`${nothing}`;
    if (this.#answers.problem)
      return html`<p role="alert" class="note warn">
        ${t("research_chart_failed")}
        <button type="button" class="link" @click=${() => this.#answers.retry()}>${t("retry")}</button>
      </p>`;
    const answers = this.#answers.value;
    if (!answers) return html`<div class="panels" aria-busy="true"><div class="panel"></div></div>`;
    if (answers.total === 0) return html`<p class="meta">${t("research_chart_empty")}</p>`;
    const { measure, siteName } = this;
    const charts = new ChartSet({
      answers,
      validation: this.#validation.value,
      collection,
      filter,
      measure,
      siteName,
      split: this.#parts,
      nowMs: Date.now(),
    });
    return html`<div class="panels">
      <div class="panel">${this.#time(charts.time(), filter, collection)}</div>
      <div class="panel others">
        <bt-tabs
          variant="line"
          .items=${others.map((id) => ({ id, label: t(`research_chart_tab_${id}`) }))}
          .selected=${this.other}
          .label=${t("research_chart_panels")}
          @change=${(event: CustomEvent<OtherId>) => (this.other = event.detail)}
        ></bt-tabs>
        ${this.#other(charts.bars(this.other), filter, collection)}
      </div>
    </div>`;
  }

  /** From the filter as it is at the press: the page may have changed it since this was drawn. */
  #change(change: (now: ItemFilter) => Partial<ItemFilter>): void {
    if (this.filter) changeFilter(this, change(this.filter));
  }

  #time(chart: TimeChart, filter: ItemFilter, { name }: Collection): TemplateResult {
    const split = this.#parts;
    return html`<bt-charts-panel
      .chart=${chart}
      .collectionName=${name}
      .empty=${hasBars(chart) ? "" : t("research_chart_empty_filter")}
    >
      <div slot="controls" class="controls">${this.#controls(chart, filter)}</div>
      <bt-charts-time
        .chart=${chart}
        .range=${filter}
        .pressedParts=${split === "none" ? [] : filter[split]}
        @bt-range=${({ detail }: CustomEvent<TimeRange>) => this.#change(() => detail)}
        @bt-part=${({ detail }: CustomEvent<string>) => this.#change((now) => partChange(split, now, detail))}
      ></bt-charts-time>
    </bt-charts-panel>`;
  }

  #controls(chart: TimeChart, { from, to }: ItemFilter): TemplateResult {
    const hasRange = from !== undefined || to !== undefined;
    const ends = [from ?? chart.starts[0] ?? 0, to ?? chart.starts.at(-1) ?? 0] as const;
    return html`${choice(t("research_chart_split"), this.#offered, this.#parts, splitWords, (split) => (this.split = split))}
      ${choice(
        t("research_chart_step"),
        ["auto" as const, ...possibleSteps(chart)],
        this.step ?? "auto",
        stepWords,
        (step) => (this.step = step === "auto" ? undefined : step),
      )}
      <button
        type="button"
        aria-pressed=${this.measure === "rate"}
        @click=${() => (this.measure = this.measure === "rate" ? "items" : "rate")}
      >
        ${t("research_chart_rate_short")}
      </button>
      ${
        hasRange
          ? html`<button
              type="button"
              aria-pressed=${this.isZoomed}
              @click=${() => (this.isZoomed = !this.isZoomed)}
            >
              ${t("research_chart_zoom", { range: rangeWords(...ends, uiLanguage()) })}
            </button>`
          : nothing
      }`;
  }

  #other(chart: BarChart, filter: ItemFilter, { name }: Collection): TemplateResult {
    const id = this.other;
    // Its reasons stand in its notes.
    const isUnchecked = id === "sentiments" && !this.#validation.value?.agreement;
    const empty = t(id === "pairs" ? "research_chart_empty_pairs" : "research_chart_empty_filter");
    return html`<bt-charts-panel
      .chart=${chart}
      .collectionName=${name}
      .empty=${isUnchecked ? chart.notes.join(" ") : chart.bars.length > 0 ? "" : empty}
    >
      <bt-charts-bars
        .chart=${chart}
        .isPressed=${(bar: ChartBar) => isBarPressed(id, filter, bar)}
        @bt-bar=${({ detail }: CustomEvent<ChartBar>) => this.#change((now) => barChange(id, now, detail))}
        @bt-all=${() => this.panel?.showTable()}
      ></bt-charts-bars>
    </bt-charts-panel>`;
  }
}

function splitWords(split: SeriesSplit): string {
  return split === "none" ? t("research_chart_split_none") : t(`research_chart_tab_${split}`);
}

function stepWords(step: TimeSeries["step"] | "auto"): string {
  return step === "auto" ? t("research_chart_step_auto") : t(`research_chart_column_${step}`);
}

function choice<Value extends string>(
  label: string,
  values: readonly Value[],
  chosen: Value,
  words: (value: Value) => string,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<select
    aria-label=${label}
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Value)}
  >
    ${values.map(
      (value) => html`<option value=${value} ?selected=${value === chosen}>${words(value)}</option>`,
    )}
  </select>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-charts": Charts;
  }
}
