import type { SeriesSplit, TimeSeries } from "../../model/research/query.ts";
import type { ChartId } from "./chart.ts";

/** What a chart may have to say below it. */
export type ChartNote =
  /** Items without a time of publication are counted by when they were collected. */
  | "undated"
  /** Posts seen whose day is unknown are not on the line. */
  | "seen-undated"
  /** An item with two brands or codes counts for both. */
  | "several"
  /** Of steps in which no posts were seen there is no rate. */
  | "no-rate"
  /** What a share in the list of pairs is a share of. */
  | "pair-share"
  /** How well known methods do on texts about brands. */
  | "sentiment-known"
  /** The method was not compared with hand coding in this collection. */
  | "sentiment-unchecked";

export type ValueKind = Exclude<SeriesSplit, "none">;

/** The words of charts in one language: the interface's on the page, English in reports. */
export interface ChartWords {
  /** BCP 47, for dates. */
  readonly language: string;
  readonly items: string;
  readonly seen: string;
  readonly rate: string;
  readonly other: string;
  readonly pair: string;
  readonly share: string;
  readonly title: (id: ChartId) => string;
  /** Head of the column of steps, brands, platforms … */
  readonly column: (what: TimeSeries["step"] | ValueKind) => string;
  /** A value of a facet as people call it; `name` as it came with the counts. */
  readonly value: (kind: ValueKind, value: string, name?: string) => string;
  readonly note: (note: ChartNote, count: number) => string;
}
