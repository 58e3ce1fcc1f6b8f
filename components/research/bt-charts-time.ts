import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../../lib/i18n.ts";
import { barValue, type ChartLine, isSplit, type TimeChart } from "../../lib/research/report/chart.ts";
import { scaleEnds, showsSeen } from "../../lib/research/report/svg-time.ts";
import { stepEnd } from "../../lib/research/report/steps.ts";
import { chartHues } from "../styles/charts.ts";
import { chartsTimeStyle } from "../styles/charts-time.ts";
import { shared } from "../styles/shared.ts";
import { type Brush, brushOf, isIn, nextBar } from "./brush.ts";
import { barWords, rangeSum } from "./chart-bar-words.ts";
import { barPart, scale, seenLine, swatch } from "./time-parts.ts";

/** From and to (exclusive), epoch ms; neither: the whole time. */
export interface TimeRange {
  readonly from?: number;
  readonly to?: number;
}

/**
 * Items over time, each bar a button; posts seen as a line on a scale of its own. Fires `bt-range` with the days that
 * were chosen and `bt-part` with the value of a part in the legend.
 */
@customElement("bt-charts-time")
export class ChartsTime extends LitElement {
  static override readonly styles = [shared, chartHues, chartsTimeStyle];

  @property({ attribute: false }) chart: TimeChart | undefined;
  /** What is filtered. */
  @property({ attribute: false }) range: TimeRange = {};
  @property({ attribute: false }) pressedParts: readonly string[] = [];
  /** The one stop in the tab order. */
  @state() private current = 0;
  @state() private pointed: number | undefined;
  @state() private brush: Brush | undefined;
  #anchor: number | undefined;
  #isDragged = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const count = this.chart?.starts.length ?? 0;
    const before = changed.get("chart");
    // New days come at the end; what is chosen among other steps is not what it was.
    if (before && (before.step !== this.chart?.step || before.starts[0] !== this.chart.starts[0]))
      this.#forgetBrush();
    if (this.current >= count) this.current = Math.max(0, count - 1);
  }

  #forgetBrush(): void {
    this.brush = undefined;
    this.#anchor = undefined;
  }

  #choose(brush: Brush): void {
    const { chart } = this;
    const [first, last] = [chart?.starts[brush.from], chart?.starts[brush.to]];
    if (!chart || first === undefined || last === undefined) return;
    const range = { from: first, to: stepEnd(chart.step, last) };
    const isChosen = range.from === this.range.from && range.to === this.range.to;
    this.#forgetBrush();
    const detail: TimeRange = isChosen ? { from: undefined, to: undefined } : range;
    this.dispatchEvent(new CustomEvent("bt-range", { detail }));
  }

  readonly #onKey = async (event: KeyboardEvent): Promise<void> => {
    const count = this.chart?.starts.length ?? 0;
    if (event.key === "Escape" && this.brush) {
      this.#forgetBrush();
      event.stopPropagation();
      return;
    }
    const isRtl = getComputedStyle(this).direction === "rtl";
    const goal = nextBar(event.key, this.current, count, isRtl);
    if (goal === undefined) return;
    event.preventDefault();
    if (event.shiftKey) {
      this.#anchor ??= this.current;
      this.brush = brushOf(this.#anchor, goal);
    } else this.#forgetBrush();
    this.current = goal;
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>(".bar[tabindex='0']")?.focus();
  };

  #onClick(index: number, event: MouseEvent): void {
    // A drag has chosen already.
    if (this.#isDragged) {
      this.#isDragged = false;
      return;
    }
    const brush = this.brush ?? brushOf(event.shiftKey ? (this.#anchor ?? index) : index, index);
    this.#choose(brush);
  }

  /** Which bar is at a place of the window. */
  #barAt(clientX: number): number | undefined {
    const bars = [...(this.shadowRoot?.querySelectorAll(".bar") ?? [])];
    const found = bars.findIndex((bar) => {
      const { left, right } = bar.getBoundingClientRect();
      return clientX >= left && clientX < right;
    });
    return found < 0 ? undefined : found;
  }

  #onFocus(index: number): void {
    this.pointed = index;
    this.current = index;
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    // Comes before the focus moves: the choice goes on from where it was.
    if (event.shiftKey) {
      this.#anchor ??= this.current;
      return;
    }
    this.#forgetBrush();
    this.#isDragged = false;
    this.#anchor = this.#barAt(event.clientX);
  };

  readonly #onMove = (event: PointerEvent): void => {
    const at = this.#barAt(event.clientX);
    this.pointed = at;
    if (event.buttons !== 1 || this.#anchor === undefined || at === undefined) return;
    if (at === this.#anchor && !this.brush) return;
    this.brush = brushOf(this.#anchor, at);
  };

  readonly #onUp = (event: PointerEvent): void => {
    const { brush } = this;
    if (!brush || this.#anchor === undefined || event.shiftKey) return;
    // A click follows only where the pointer was pressed and let go over the same bar.
    this.#isDragged = this.#barAt(event.clientX) === this.#anchor;
    this.#choose(brush);
  };

  readonly #onLeave = (event: PointerEvent): void => {
    this.pointed = undefined;
    if (event.buttons === 1 && this.brush) this.#choose(this.brush);
  };

  override render(): TemplateResult {
    const { chart } = this;
    if (!chart) return html`${nothing}`;
    return html`${this.#plot(chart)}
      <div class="below">
        ${this.#legend(chart)}
        <p class="readout" aria-hidden="true">${this.#readout(chart)}</p>
      </div>
      <p class="sr-only" role="status">${this.brush ? rangeSum(chart, this.brush) : ""}</p>`;
  }

  #readout(chart: TimeChart): string {
    if (this.brush) return rangeSum(chart, this.brush);
    if (this.pointed !== undefined) return barWords(chart, this.pointed);
    return rangeSum(chart, brushOf(0, chart.starts.length - 1));
  }

  #plot(chart: TimeChart): TemplateResult {
    const ends = scaleEnds(chart);
    const seen = showsSeen(chart);
    const { labels } = chart;
    return html`<div class="plot" style="max-inline-size:${4 * labels.length + 8}rem">
      ${scale(ends.items, "items")}
      <div class="scroll">
        <div
          class="inner"
          style="max-inline-size:${4 * labels.length}rem;min-inline-size:${4 * labels.length}px"
        >
          <div class="area">
            ${this.#bars(chart, ends.items)} ${seen ? seenLine(chart.seen, ends.seen) : nothing}
          </div>
          <div class="axis">
            <span>${labels[0]}</span>
            ${labels.length > 6 ? html`<span>${labels[Math.floor((labels.length - 1) / 2)]}</span>` : nothing}
            ${labels.length > 1 ? html`<span>${labels.at(-1)}</span>` : nothing}
          </div>
        </div>
      </div>
      ${seen ? scale(ends.seen, "seen") : nothing}
    </div>`;
  }

  #bars(chart: TimeChart, end: number): TemplateResult {
    const isSome = chart.starts.some((start) => this.#isPressed(start));
    return html`<div
        class="bars ${isSome ? "some" : ""}"
        role="group"
        aria-label=${chart.title}
        aria-describedby="keys"
        @keydown=${this.#onKey}
        @pointerdown=${this.#onDown}
        @pointermove=${this.#onMove}
        @pointerup=${this.#onUp}
        @pointerleave=${this.#onLeave}
      >
        ${repeat(
          chart.starts,
          (start) => start,
          (start, index) =>
            html`<button
              type="button"
              class="bar ${isIn(this.brush, index) ? "brushed" : ""}"
              aria-label=${barWords(chart, index)}
              aria-pressed=${this.#isPressed(start)}
              tabindex=${index === this.current ? 0 : -1}
              @focus=${() => this.#onFocus(index)}
              @blur=${() => (this.pointed = undefined)}
              @click=${(event: MouseEvent) => this.#onClick(index, event)}
            >
              ${chart.lines.map((line) => barPart(barValue(chart, line, index), end, line))}
            </button>`,
        )}
      </div>
      <p id="keys" hidden>${t("research_chart_keys")}</p>`;
  }

  #isPressed(start: number): boolean {
    const { from, to } = this.range;
    if (from === undefined && to === undefined) return false;
    return (
      (to === undefined || start < to) && stepEnd(this.chart?.step ?? "day", start) > (from ?? -Infinity)
    );
  }

  #legend(chart: TimeChart): TemplateResult {
    const split = isSplit(chart);
    const seen = showsSeen(chart);
    return html`<ul class="legend">
      ${split ? chart.lines.map((line) => html`<li>${this.#legendPart(line)}</li>`) : nothing}
      ${
        split
          ? nothing
          : html`<li>${swatch(0)}${chart.measure === "rate" ? chart.words.rate : chart.words.items}</li>`
      }
      ${seen ? html`<li><i class="seen"></i>${chart.words.seen}</li>` : nothing}
    </ul>`;
  }

  #legendPart({ value, label, hue }: ChartLine): TemplateResult {
    const inside = html`${swatch(hue)}<bdi>${label}</bdi>`;
    if (value === undefined) return html`${inside}`;
    return html`<button
      type="button"
      aria-pressed=${this.pressedParts.includes(value)}
      @click=${() => this.dispatchEvent(new CustomEvent("bt-part", { detail: value }))}
    >
      ${inside}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-charts-time": ChartsTime;
  }
}
