import type { BarChart, ChartData } from "./chart.ts";
import type { ChartLook } from "./chart-look.ts";
import { drawTime } from "./svg-time.ts";
import { lineHeight, marginPx, SvgPage } from "./svg-page.ts";
import { textWidth } from "./svg-text.ts";

const rowPx = 22;
const barPx = 12;
/** A picture with more bars is a table; the rest stands in the data beside it. */
const mostBars = 40;

/**
 * A chart as a standalone SVG file: title, collection, filters and date are written into it. Needs no document, so
 * that an export can draw in a worker.
 */
export function chartSvg(chart: ChartData, look: ChartLook): string {
  const page = new SvgPage(look);
  page.title(chart.title);
  page.lines(chart.context, look.muted);
  page.y += 8;
  if (chart.kind === "time") drawTime(page, chart);
  else drawBars(page, chart);
  if (chart.notes.length > 0) page.y += 6;
  page.lines(chart.notes, look.muted);
  return page.finish(chart);
}

function drawBars(page: SvgPage, { bars, words }: BarChart): void {
  const { look, innerWidth } = page;
  const number = new Intl.NumberFormat(look.language);
  const share = new Intl.NumberFormat(look.language, { style: "percent", maximumFractionDigits: 1 });
  const shown = bars.slice(0, mostBars);
  const figures = shown.map((bar) =>
    bar.share === undefined
      ? number.format(bar.count)
      : `${number.format(bar.count)} · ${share.format(bar.share)}`,
  );
  const labelPx = Math.min(
    innerWidth * 0.4,
    Math.max(48, ...shown.map(({ label }) => textWidth(label, 12))) + 4,
  );
  const figurePx = Math.max(32, ...figures.map((figure) => textWidth(figure, 12))) + 4;
  const from = marginPx + labelPx + 8;
  const room = Math.max(40, innerWidth - labelPx - figurePx - 16);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  for (const [index, bar] of shown.entries()) {
    const base = page.y + lineHeight - 3;
    page.text(bar.label, marginPx, base, { width: labelPx });
    const length = Math.max(bar.count > 0 ? 1 : 0, (room * bar.count) / most);
    page.rect(from, page.y + 3, length, barPx, look.hues[bar.hue ?? 0] ?? look.edge);
    page.text(figures[index] ?? "", from + length + 6, base, { fill: look.muted });
    page.y += rowPx;
  }
  if (bars.length > shown.length) {
    page.text(`… ${number.format(bars.length - shown.length)} × ${words.value}`, marginPx, page.y + 12, {
      fill: look.muted,
    });
    page.y += rowPx;
  }
}
