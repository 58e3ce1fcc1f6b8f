import type { TimeSeries } from "../../model/research/query.ts";

/** The charts of a collection. */
export const chartIds = ["time", "brands", "sites", "codes", "sentiments", "pairs"] as const;
export type ChartId = (typeof chartIds)[number];

/** What stands around the bars, in the reader's language; so that a picture on its own says what it shows. */
export interface ChartHead {
  readonly id: ChartId;
  readonly title: string;
  /** Collection, filters in force, date and software: one line each. */
  readonly context: readonly string[];
  /** What one has to know to read it right; shown below it. */
  readonly notes: readonly string[];
}

/** One value of the split, over all steps. */
export interface ChartLine {
  /** As a filter names it; undefined where it stands for several (`other`) or for all. */
  readonly value?: string;
  readonly label: string;
  /** Which of the look's hues; undefined is the grey one. */
  readonly hue?: number;
  readonly counts: readonly number[];
}

/** Bars over time, and a line of the posts seen. */
export interface TimeChart extends ChartHead {
  readonly kind: "time";
  readonly step: TimeSeries["step"];
  /** Items as they were counted, or per 1,000 posts seen. */
  readonly measure: "items" | "rate";
  readonly starts: readonly number[];
  /** One a step, as the axis and the table say it. */
  readonly labels: readonly string[];
  readonly lines: readonly ChartLine[];
  readonly seen: readonly number[];
  readonly words: {
    readonly step: string;
    readonly items: string;
    readonly seen: string;
    readonly rate: string;
  };
}

/** One bar of a list. */
export interface ChartBar {
  /** What a filter is set to by it; two of a pair. */
  readonly values: readonly string[];
  readonly label: string;
  readonly count: number;
  /** 0–1, where the chart has a share beside its counts. */
  readonly share?: number;
  readonly hue?: number;
}

/** Bars in a list, longest first unless their order means something. */
export interface BarChart extends ChartHead {
  readonly kind: "bars";
  readonly bars: readonly ChartBar[];
  readonly words: {
    readonly value: string;
    readonly count: string;
    /** Where bars have a share. */
    readonly share?: string;
  };
}

export type ChartData = TimeChart | BarChart;

/** Whether bars have parts that need a legend. */
export function isSplit({ lines }: Pick<TimeChart, "lines">): boolean {
  return lines.length > 1 || lines[0]?.value !== undefined;
}

/** What a step's bar is made of, in words: only lines that have any. Empty where bars have no parts. */
export function partsOf(
  chart: TimeChart,
  index: number,
): readonly (readonly [label: string, count: number])[] {
  if (!isSplit(chart)) return [];
  return chart.lines
    .map(({ label, counts }) => [label, counts[index] ?? 0] as const)
    .filter(([, count]) => count > 0);
}

/** Items of one step, all lines together. */
export function stepTotal({ lines }: Pick<TimeChart, "lines">, index: number): number {
  return lines.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0);
}

/** Whether there is anything to draw. */
export function hasBars(chart: TimeChart): boolean {
  return chart.starts.some((_, index) => stepTotal(chart, index) > 0 || (chart.seen[index] ?? 0) > 0);
}

/** Per 1,000 posts seen; undefined where none was seen, or fewer than were kept: then they were not kept from these. */
export function ratePerThousand(count: number, seen: number): number | undefined {
  return seen > 0 && count <= seen ? (1000 * count) / seen : undefined;
}

/** How high a bar's part stands: items, or per 1,000 posts seen of that step. 0 where a rate means nothing. */
export function barValue(chart: TimeChart, line: ChartLine, index: number): number {
  const count = line.counts[index] ?? 0;
  if (chart.measure === "items") return count;
  const seen = chart.seen[index] ?? 0;
  return ratePerThousand(stepTotal(chart, index), seen) === undefined ? 0 : (1000 * count) / seen;
}

export type Cell = string | number | undefined;

export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a chart shows, as a table: the first column names the row. */
export function chartTable(chart: ChartData): ChartTable {
  return chart.kind === "time" ? timeTable(chart) : barTable(chart);
}

function timeTable(chart: TimeChart): ChartTable {
  const { words } = chart;
  const parts = isSplit(chart) ? chart.lines : [];
  return {
    columns: [words.step, words.items, ...parts.map(({ label }) => label), words.seen, words.rate],
    rows: chart.labels.map((label, index) => timeRow(chart, parts, label, index)),
  };
}

function timeRow(
  chart: TimeChart,
  parts: readonly ChartLine[],
  label: string,
  index: number,
): readonly Cell[] {
  const total = stepTotal(chart, index);
  const seen = chart.seen[index] ?? 0;
  const rate = ratePerThousand(total, seen);
  const counts = parts.map((part) => part.counts[index] ?? 0);
  return [label, total, ...counts, seen, rate === undefined ? undefined : Math.round(rate * 10) / 10];
}

function barTable({ bars, words }: BarChart): ChartTable {
  const { value, count, share } = words;
  return {
    columns: share === undefined ? [value, count] : [value, count, share],
    rows: bars.map((bar) =>
      share === undefined
        ? [bar.label, bar.count]
        : [bar.label, bar.count, bar.share === undefined ? undefined : Math.round(bar.share * 1000) / 1000],
    ),
  };
}

/** The end of a scale that begins at 0, so that its middle is a whole number as well, from 2 on; never below 1. */
export function niceEnd(most: number): number {
  if (most <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 4, 6, 8, 10].find((times) => times * power >= most) ?? 10;
  return step * power;
}
