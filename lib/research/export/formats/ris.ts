import { brandsOf } from "../study-columns.ts";
import { defineFormat } from "../define-format.ts";
import type { ExportRow } from "../export-row.ts";
import { subjectOf } from "../subject.ts";
import { textOf } from "../text-lines.ts";

/** A value may not break its line: the next one would be taken for a tag. */
function line(tag: string, value: string | undefined): string {
  const flat = value?.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
  return flat ? `${tag}  - ${flat}\r\n` : "";
}

function slashed(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 10).replaceAll("-", "/")}/`;
}

function entry({ item }: ExportRow): string {
  const published = item.publishedAt;
  return [
    // An electronic source, which every reference manager knows.
    line("TY", "ELEC"),
    line("ID", item.key),
    line("AU", item.author),
    line("TI", subjectOf(item)),
    line("T2", item.site),
    line("PY", published === undefined ? undefined : String(new Date(published).getUTCFullYear())),
    line("DA", published === undefined ? undefined : slashed(published)),
    line("Y2", slashed(item.collectedAt)),
    line("LA", item.lang),
    line("AB", item.text),
    ...brandsOf(item).map((brand) => line("KW", brand)),
    line("UR", item.url),
    "ER  - \r\n\r\n",
  ].join("");
}

/** For reference managers: one entry an item. */
export const ris = defineFormat({
  id: "ris",
  ending: ".ris",
  mediaType: "application/x-research-info-systems",
  hasColumns: false,
  write: (rows) => textOf(rows, { piece: (batch) => batch.map(entry).join("") }),
});
