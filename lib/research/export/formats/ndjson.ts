import { jsonValue } from "../cell.ts";
import { defineFormat } from "../define-format.ts";
import { ownCoding } from "../own-coding.ts";
import { textOf } from "../text-lines.ts";

/** Our own shape, one JSON object a line; what an item does not have is left out. `record-schema.ts` describes it. */
export const ndjson = defineFormat({
  id: "ndjson",
  ending: ".ndjson",
  mediaType: "application/x-ndjson",
  hasColumns: true,
  byDate: "items-ndjson",
  write(rows, { collection, columns }) {
    return textOf(rows, {
      piece: (batch) =>
        batch
          .map((row) => {
            const own = ownCoding(row, collection.coder);
            const entries = columns.map(
              (column) => [column.name, jsonValue(column, column.of(row.item, own, row.codings))] as const,
            );
            return `${JSON.stringify(Object.fromEntries(entries))}\n`;
          })
          .join(""),
    });
  },
});
