import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../../lib/i18n.ts";
import type { BarChart, ChartBar } from "../../lib/research/report/chart.ts";
import { chartHues } from "../styles/charts.ts";
import { chartsBarsStyle } from "../styles/charts-bars.ts";
import { shared } from "../styles/shared.ts";
import { listBarFigures, listBarWords } from "./chart-bar-words.ts";

/** Bars that are drawn; the table has them all. */
const fewBars = 5;

/** Bars in a list, each a button. Fires `bt-bar` with the pressed `ChartBar`, and `bt-all` for the table. */
@customElement("bt-charts-bars")
export class ChartsBars extends LitElement {
  static override readonly styles = [shared, chartHues, chartsBarsStyle];

  @property({ attribute: false }) chart: BarChart | undefined;
  /** Whether a bar is filtered by. */
  @property({ attribute: false }) isPressed: (bar: ChartBar) => boolean = () => false;

  override render(): TemplateResult {
    const { chart } = this;
    if (!chart) return html`${nothing}`;
    // What is filtered by can be taken back here, however short its bar.
    const shown = chart.bars.filter((bar, index) => index < fewBars || this.isPressed(bar));
    const most = Math.max(1, ...chart.bars.map(({ count }) => count));
    return html`<ul>
        ${repeat(
          shown,
          ({ values }) => values.join("\n"),
          (bar) => html`<li>${this.#bar(bar, most)}</li>`,
        )}
      </ul>
      ${
        chart.bars.length > shown.length
          ? html`<button type="button" class="text-button" @click=${() => this.#tell("bt-all", undefined)}>
              ${t("research_chart_more", { count: chart.bars.length })}
            </button>`
          : nothing
      }`;
  }

  #tell(name: string, detail: ChartBar | undefined): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #bar(bar: ChartBar, most: number): TemplateResult {
    const fill = bar.hue === undefined ? "" : `;background:var(--hue-${bar.hue})`;
    return html`<button
      type="button"
      class="bar"
      aria-label=${listBarWords(bar)}
      aria-pressed=${this.isPressed(bar)}
      @click=${() => this.#tell("bt-bar", bar)}
    >
      <bdi class="label" dir="auto">${bar.label}</bdi>
      <span><i style="inline-size:${(100 * bar.count) / most}%${fill}"></i></span>
      <span class="figure">${listBarFigures(bar).map((figure) => html`<span>${figure}</span> `)}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-charts-bars": ChartsBars;
  }
}
