import type {
  CoMention,
  FacetCounts,
  ItemFilter,
  SeriesSplit,
  TimeSeries,
} from "../../model/research/query.ts";
import type { BarChart, ChartBar, ChartLine, TimeChart } from "./chart.ts";
import type { ChartNote, ChartWords, ValueKind } from "./chart-words.ts";
import { stepLabels } from "./steps.ts";

/** Lines that are told apart by colour; the rest is one grey one. */
const mostLines = 5;

interface Around {
  readonly words: ChartWords;
  /** Collection, filters, date, software. */
  readonly context: readonly string[];
}

/** A sentiment keeps its colour whatever comes most; grey is neutral. No red: nobody gets hurt. */
const sentimentHues: Readonly<Record<string, number | undefined>> = { positive: 0, negative: 1, unscored: 5 };

function hueOf(kind: SeriesSplit, value: string, index: number): number | undefined {
  return kind === "sentiments" ? sentimentHues[value] : index;
}

function withHue<Part extends object>(part: Part, hue: number | undefined): Part & { readonly hue?: number } {
  return hue === undefined ? part : { ...part, hue };
}

const add = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.map((count, index) => count + (b[index] ?? 0));

function linesOf(series: TimeSeries, split: SeriesSplit, words: ChartWords): readonly ChartLine[] {
  const none = series.starts.map(() => 0);
  const sum = (lines: TimeSeries["lines"]): readonly number[] =>
    lines.reduce<readonly number[]>((counts, line) => add(counts, line.counts), none);
  if (split === "none") return [{ label: words.items, hue: 0, counts: sum(series.lines) }];
  const lines = series.lines.slice(0, mostLines).map(({ value, name, counts }, index): ChartLine => {
    const line = { value, label: words.value(split, value, name), counts };
    return withHue(line, hueOf(split, value, index));
  });
  const rest = series.lines.slice(mostLines);
  return rest.length > 0 ? [...lines, { label: words.other, counts: sum(rest) }] : lines;
}

/** Items over time beside the posts seen. */
export function timeChart(
  series: TimeSeries,
  {
    words,
    context,
    split,
    measure,
    notes: more = [],
  }: Around &
    Pick<TimeChart, "measure"> & { readonly split: SeriesSplit; readonly notes?: readonly string[] },
): TimeChart {
  const { step, starts, seen, undated, seenUndated } = series;
  const lines = linesOf(series, split, words);
  const notes: (readonly [ChartNote, number])[] = [];
  if (undated > 0) notes.push(["undated", undated]);
  if (seenUndated > 0) notes.push(["seen-undated", seenUndated]);
  if (split === "brands" || split === "codes") notes.push(["several", 0]);
  const unrated = starts.filter((_, index) => {
    const count = lines.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0);
    return count > (seen[index] ?? 0);
  });
  if (measure === "rate" && unrated.length > 0) notes.push(["no-rate", unrated.length]);
  return {
    kind: "time",
    id: "time",
    title: words.title("time"),
    context,
    notes: [...more, ...notes.map(([note, count]) => words.note(note, count))],
    step,
    measure,
    starts,
    labels: stepLabels(step, starts, words.language),
    lines,
    seen,
    words: { step: words.column(step), items: words.items, seen: words.seen, rate: words.rate },
  };
}

/** In the order in which people read a scale, whatever comes most. */
const sentimentOrder = ["positive", "neutral", "negative", "unscored"];

function inOrder(kind: ValueKind, counts: FacetCounts): FacetCounts {
  if (kind !== "sentiments") return counts;
  return counts.toSorted((a, b) => sentimentOrder.indexOf(a.value) - sentimentOrder.indexOf(b.value));
}

/** One bar a value of a facet. */
export function facetChart(
  kind: ValueKind,
  counts: FacetCounts,
  { words, context, notes = [] }: Around & { readonly notes?: readonly string[] },
): BarChart {
  return {
    kind: "bars",
    id: kind,
    title: words.title(kind),
    context,
    notes: kind === "brands" || kind === "codes" ? [...notes, words.note("several", 0)] : notes,
    bars: inOrder(kind, counts).map(({ value, name, count }): ChartBar => {
      const bar = { values: [value], label: words.value(kind, value, name), count };
      return withHue(bar, hueOf(kind, value, 0));
    }),
    words: { value: words.column(kind), count: words.items },
  };
}

/** How often each brand is named, for shares of pairs; nothing where pairs were counted under another filter. */
export function countsForPairs(brands: FacetCounts, filter: ItemFilter): FacetCounts {
  return filter.brands.length > 0 || (filter.together ?? []).length > 0 ? [] : brands;
}

/**
 * Brands that are named together. The share is of the items that name either of them (Jaccard), which does not grow
 * with how often a brand is named at all.
 */
export function pairChart(
  pairs: readonly CoMention[],
  brands: FacetCounts,
  { words, context }: Around,
): BarChart {
  const counts = new Map(brands.map(({ value, count }) => [value, count]));
  const bars = pairs.map((pair) => pairBar(pair, counts, words));
  const isShared = bars.some(({ share }) => share !== undefined);
  return {
    kind: "bars",
    id: "pairs",
    title: words.title("pairs"),
    context,
    bars,
    notes: isShared ? [words.note("pair-share", 0)] : [],
    words: { value: words.pair, count: words.items, ...(isShared && { share: words.share }) },
  };
}

function pairBar(
  { brands, names, count }: CoMention,
  counts: ReadonlyMap<string, number>,
  words: ChartWords,
): ChartBar {
  const [a, b] = brands.map((brand) => counts.get(brand));
  const either = a === undefined || b === undefined ? 0 : a + b - count;
  const label = names.map((name, index) => words.value("brands", brands[index] ?? "", name)).join(" + ");
  const bar = { values: brands, label, count, hue: 0 };
  return either > 0 && either >= count ? { ...bar, share: count / either } : bar;
}
