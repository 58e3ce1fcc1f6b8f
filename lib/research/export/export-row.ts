import type { Coding } from "../../model/research/coding.ts";
import type { ResearchItem } from "../../model/research/item.ts";

/** What an export says of one item: the item, and what every coder said of it. */
export interface ExportRow {
  readonly item: ResearchItem;
  readonly codings: readonly Coding[];
}
