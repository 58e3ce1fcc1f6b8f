import type { ExportFormat } from "./define-format.ts";
import { fourCat } from "./formats/4cat.ts";
import { annotation } from "./formats/annotation.ts";
import { cslJson } from "./formats/csl-json.ts";
import { csv } from "./formats/csv.ts";
import { ndjson } from "./formats/ndjson.ts";
import { parquet } from "./formats/parquet.ts";
import { ris } from "./formats/ris.ts";

/** Every format, in the order in which the dialog offers them. To add one: its file, a line here, its name in `_locales`. */
export const formats = [csv, fourCat, ndjson, parquet, annotation, ris, cslJson] as const;

/** Of the formats that are written from items; a report is written by `lib/research/report`. */
export type ItemFormatId = (typeof formats)[number]["id"];

export function formatOf(id: ItemFormatId): ExportFormat {
  const found = formats.find((format) => format.id === id);
  if (!found) throw new RangeError(`no export format ${id}`);
  return found;
}
