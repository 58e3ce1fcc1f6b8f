import { barValue, type ChartLine, isSplit, niceEnd, type TimeChart } from "./chart.ts";
import { lineHeight, marginPx, type SvgPage } from "./svg-page.ts";
import { textWidth } from "./svg-text.ts";

const plotPx = 200;
const widestBar = 48;

interface Frame {
  /** Where the plot begins, from the side where reading begins. */
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly step: number;
}

/** The ends of both scales. Each begins at 0 and is named; neither is cut. */
export function scaleEnds(chart: TimeChart): { readonly items: number; readonly seen: number } {
  const heights = chart.starts.map((_, index) =>
    chart.lines.reduce((sum, line) => sum + barValue(chart, line, index), 0),
  );
  return { items: niceEnd(Math.max(0, ...heights)), seen: niceEnd(Math.max(0, ...chart.seen)) };
}

/** Whether the line of posts seen is drawn: in a share they are in each bar already. */
export function showsSeen({ measure, seen }: TimeChart): boolean {
  return measure === "items" && seen.some((count) => count > 0);
}

/** Bars, the posts seen on an axis of their own at the other side, and a legend that names both. */
export function drawTime(page: SvgPage, chart: TimeChart): void {
  const { look } = page;
  const number = new Intl.NumberFormat(look.language, { maximumFractionDigits: 1 });
  const ends = scaleEnds(chart);
  const axisPx = (end: number): number => textWidth(number.format(end), 12) + 8;
  const left = marginPx + axisPx(ends.items);
  const right = showsSeen(chart) ? axisPx(ends.seen) : 0;
  const width = page.look.width - marginPx - left - right;
  page.text(chart.measure === "rate" ? chart.words.rate : chart.words.items, marginPx, page.y + 12, {
    fill: look.muted,
    width: page.innerWidth / 2 - 8,
  });
  if (showsSeen(chart))
    page.text(`- - ${chart.words.seen}`, page.look.width - marginPx, page.y + 12, {
      anchor: "end",
      fill: look.muted,
      width: page.innerWidth / 2 - 8,
    });
  page.y += lineHeight + 8;
  const frame = { left, width, top: page.y, step: width / Math.max(1, chart.starts.length) };
  drawAxes(page, chart, frame, ends, (value) => number.format(value));
  drawSteps(page, chart, frame, ends.items);
  if (showsSeen(chart)) drawSeen(page, chart, frame, ends.seen);
  page.y += plotPx;
  drawDays(page, chart, frame);
  drawLegend(page, chart.lines);
}

function drawAxes(
  page: SvgPage,
  chart: TimeChart,
  { left, width, top }: Frame,
  ends: { readonly items: number; readonly seen: number },
  words: (value: number) => string,
): void {
  const { look } = page;
  for (const part of [1, 0.5, 0]) {
    const y = top + plotPx * (1 - part);
    page.rule(left, y, left + width, y, part === 0 ? look.edge : look.line);
    if (part !== 0.5 || ends.items > 1)
      page.text(words(ends.items * part), left - 6, y + 4, { anchor: "end", fill: look.muted });
    if (showsSeen(chart) && (part !== 0.5 || ends.seen > 1))
      page.text(words(ends.seen * part), left + width + 6, y + 4, { fill: look.muted });
  }
}

function drawSteps(page: SvgPage, chart: TimeChart, { left, top, step }: Frame, end: number): void {
  const { look } = page;
  const bar = Math.min(widestBar, Math.max(1, step * 0.8));
  for (const index of chart.starts.keys()) {
    let below = 0;
    for (const line of chart.lines) {
      const height = (plotPx * barValue(chart, line, index)) / end;
      if (height === 0) continue;
      const fill = line.hue === undefined ? look.edge : (look.hues[line.hue] ?? look.edge);
      page.rect(left + step * index + (step - bar) / 2, top + plotPx - below - height, bar, height, fill);
      below += height;
    }
  }
}

function drawSeen(page: SvgPage, { seen }: TimeChart, { left, top, step }: Frame, end: number): void {
  page.path(
    seen.map((count, index) => [left + step * (index + 0.5), top + plotPx * (1 - count / end)] as const),
    page.look.text,
  );
}

/** As many days below the axis as there is room for, the first always. */
function drawDays(page: SvgPage, { labels }: TimeChart, { left, width, step }: Frame): void {
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, 12))) + 16;
  const every = Math.max(1, Math.ceil(widest / Math.max(step, 0.01)));
  for (let index = 0; index < labels.length; index += every) {
    const middle = left + step * (index + 0.5);
    const half = widest / 2;
    const x = Math.max(marginPx + half - 8, Math.min(middle, left + width - half + 8));
    page.text(labels[index] ?? "", labels.length === 1 ? middle : x, page.y + 16, {
      anchor: "middle",
      fill: page.look.muted,
    });
  }
  page.y += lineHeight + 10;
}

function drawLegend(page: SvgPage, lines: readonly ChartLine[]): void {
  if (!isSplit({ lines })) return;
  const { look } = page;
  let x = marginPx;
  for (const { label, hue } of lines) {
    const labelPx = Math.min(textWidth(label, 12), 200);
    if (x + labelPx + 16 > look.width - marginPx && x > marginPx) {
      x = marginPx;
      page.y += lineHeight + 2;
    }
    page.rect(x, page.y + 2, 10, 10, hue === undefined ? look.edge : (look.hues[hue] ?? look.edge));
    page.text(label, x + 14, page.y + 11, { width: 200 });
    x += labelPx + 28;
  }
  page.y += lineHeight + 6;
}
