import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { formatNumber, t } from "../../lib/i18n.ts";
import { type Cell, type ChartData, chartTable } from "../../lib/research/report/chart.ts";
import "../bt-menu.ts";
import { saveAsFile } from "../parts/save-as-file.ts";
import { chartPanelStyle } from "../styles/charts.ts";
import { shared } from "../styles/shared.ts";
import { chartFile, fileStem, type PictureKind } from "./chart-picture.ts";

/** A table with more rows than these is for a file. */
const mostRows = 500;

/** What stands around a chart: its title, the switch to its table, and how to keep it. The chart itself is a child. */
@customElement("bt-charts-panel")
export class ChartsPanel extends LitElement {
  static override readonly styles = [shared, chartPanelStyle];

  @property({ attribute: false }) chart: ChartData | undefined;
  /** Of the collection, for names of files. */
  @property() collectionName = "";
  /** What is told instead of a chart without bars. */
  @property() empty = "";
  @state() private showsTable = false;
  @state() private failed = false;

  /** Shows the table behind the chart. */
  showTable(): void {
    this.showsTable = true;
  }

  async #save(kind: PictureKind): Promise<void> {
    const { chart } = this;
    if (!chart) return;
    this.failed = false;
    try {
      const file = await chartFile(chart, kind, fileStem(this.collectionName, chart, Date.now()));
      saveAsFile(file.content, file.name);
    } catch (error) {
      console.error("[charts] the picture was not written", error);
      this.failed = true;
    }
  }

  override render(): TemplateResult {
    const { chart } = this;
    if (!chart) return html`${nothing}`;
    return html`<section aria-labelledby="title">
      <div class="head">
        <h2 id="title">${chart.title}</h2>
        <slot name="controls"></slot>
        ${this.empty ? nothing : this.#tools(chart)}
      </div>
      ${this.empty ? html`<p class="meta">${this.empty}</p>` : this.#inside(chart)}
      ${this.failed ? html`<p role="alert" class="note warn">${t("research_chart_not_saved")}</p>` : nothing}
    </section>`;
  }

  #inside(chart: ChartData): TemplateResult {
    return html`${this.showsTable ? table(chart) : html`<slot></slot>`}
    ${chart.notes.map((note) => html`<p class="meta">${note}</p>`)}`;
  }

  #tools({ title }: ChartData): TemplateResult {
    return html`<div class="switch" role="group" aria-label=${t("research_chart_view", { title })}>
        ${[false, true].map(
          (isTable) =>
            html`<button
              type="button"
              aria-pressed=${this.showsTable === isTable}
              @click=${() => (this.showsTable = isTable)}
            >
              ${t(isTable ? "research_chart_as_table" : "research_chart_as_chart")}
            </button>`,
        )}
      </div>
      <bt-menu
        small
        .label=${t("research_chart_export", { title })}
        .items=${[
          { id: "svg", label: t("research_chart_picture_svg") },
          { id: "png", label: t("research_chart_picture_png") },
          { id: "csv", label: t("research_chart_csv") },
        ]}
        @choose=${(event: CustomEvent<PictureKind>) => void this.#save(event.detail)}
      ></bt-menu>`;
  }
}

const words = (cell: Cell): string =>
  cell === undefined ? "–" : typeof cell === "number" ? formatNumber(cell) : cell;

/** All that the chart shows, and what it has no room for. */
function table(chart: ChartData): TemplateResult {
  const { columns, rows } = chartTable(chart);
  return html`<div class="table" tabindex="0" role="group" aria-label=${chart.title}>
    <table>
      <caption class="sr-only">
        ${chart.title}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, mostRows).map(
          ([name, ...cells]) =>
            html`<tr>
              <th scope="row"><bdi>${words(name)}</bdi></th>
              ${cells.map((cell) => html`<td>${words(cell)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${
      rows.length > mostRows
        ? html`<p class="meta">${t("research_chart_table_cut", { count: mostRows, all: rows.length })}</p>`
        : nothing
    }
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-charts-panel": ChartsPanel;
  }
}
