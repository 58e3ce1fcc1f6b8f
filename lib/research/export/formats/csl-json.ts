import { brandsOf } from "../study-columns.ts";
import { defineFormat } from "../define-format.ts";
import type { ExportRow } from "../export-row.ts";
import { subjectOf } from "../subject.ts";
import { textOf } from "../text-lines.ts";

/** `[2026, 11, 21]`, as exact as the page told. */
function dateParts(ms: number, precision = "day"): object {
  const at = new Date(ms);
  const parts = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  const exact = { year: 1, month: 2 }[precision] ?? 3;
  return { "date-parts": [parts.slice(0, exact)] };
}

function entry({ item }: ExportRow): object {
  const keywords = brandsOf(item);
  return {
    id: item.key,
    type: item.site === "web" ? "webpage" : "post",
    title: subjectOf(item),
    author: item.author ? [{ literal: item.author }] : undefined,
    "container-title": item.site,
    issued:
      item.publishedAt === undefined ? undefined : dateParts(item.publishedAt, item.publishedAtPrecision),
    accessed: dateParts(item.collectedAt),
    abstract: item.text,
    keyword: keywords.length > 0 ? keywords.join(", ") : undefined,
    language: item.lang,
    URL: item.url,
  };
}

/**
 * For reference managers and citation processors: one entry an item.
 * @see https://docs.citationstyles.org/en/stable/specification.html
 */
export const cslJson = defineFormat({
  id: "csl-json",
  ending: ".csl.json",
  mediaType: "application/vnd.citationstyles.csl+json",
  hasColumns: false,
  write(rows) {
    let isFirst = true;
    return textOf(rows, {
      head: "[\n",
      piece: (batch) =>
        batch
          .map((row) => {
            const join = isFirst ? "" : ",\n";
            isFirst = false;
            return join + JSON.stringify(entry(row));
          })
          .join(""),
      tail: () => "\n]\n",
    });
  },
});
