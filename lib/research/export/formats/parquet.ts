import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Column, ColumnKind, ColumnValue } from "../column.ts";
import { defineFormat } from "../define-format.ts";
import { ownCoding } from "../own-coding.ts";

/** Rows that are packed together: enough for readers to skip by, few enough to hold. */
const groupRows = 10_000;
/** Characters of text after which a group is closed although it has fewer rows. */
const groupCharacters = 16_000_000;

type Element = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

/** @see https://github.com/apache/parquet-format/blob/master/LogicalTypes.md */
function elementsOf({ name, kind }: Column): Element[] {
  const optional = { name, repetition_type: "OPTIONAL" } as const;
  const elements: Readonly<Record<ColumnKind, Element[]>> = {
    string: [{ ...optional, type: "BYTE_ARRAY", converted_type: "UTF8" }],
    json: [{ ...optional, type: "BYTE_ARRAY", converted_type: "JSON" }],
    integer: [{ ...optional, type: "INT64" }],
    number: [{ ...optional, type: "DOUBLE" }],
    boolean: [{ ...optional, type: "BOOLEAN" }],
    time: [
      {
        ...optional,
        type: "INT64",
        converted_type: "TIMESTAMP_MILLIS",
        logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
      },
    ],
    strings: [
      { ...optional, converted_type: "LIST", num_children: 1 },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      { name: "element", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" },
    ],
  };
  return elements[kind];
}

/** As the writer wants it: `undefined` is null. */
function packed(kind: ColumnKind, value: ColumnValue): unknown {
  if (value === undefined) return undefined;
  if (kind === "time") return new Date(value as number);
  // A page may show half a like: rounded rather than refused.
  return kind === "integer" ? BigInt(Math.round(value as number)) : value;
}

/** One file's columns as they grow towards a row group. */
class RowGroups {
  readonly #columns: readonly Column[];
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  #data: unknown[][];
  #characters = 0;

  constructor(columns: readonly Column[], createdBy: string, kvMetadata: { key: string; value: string }[]) {
    this.#columns = columns;
    this.#data = columns.map(() => []);
    const schema = [{ name: "root", num_children: columns.length }, ...columns.flatMap(elementsOf)];
    this.#writer = new ParquetWriter({ writer: this.#bytes, schema, createdBy, kvMetadata });
  }

  get #rows(): number {
    return this.#data[0]?.length ?? 0;
  }

  get isFull(): boolean {
    return this.#rows >= groupRows || this.#characters >= groupCharacters;
  }

  add(valueOf: (column: Column) => ColumnValue, characters: number): void {
    this.#columns.forEach((column, at) => this.#data[at]?.push(packed(column.kind, valueOf(column))));
    this.#characters += characters;
  }

  /** Writes what has gathered as a row group. */
  close(): void {
    if (this.#rows === 0) return;
    const columnData = this.#columns.map(({ name }, at) => ({ name, data: this.#data[at] ?? [] }));
    void this.#writer.write({ columnData, rowGroupSize: this.#rows });
    this.#data = this.#columns.map(() => []);
    this.#characters = 0;
  }

  finish(): void {
    this.close();
    void this.#writer.finish();
  }

  /** What was written since the last time; it is held no longer. */
  take(): Uint8Array {
    const bytes = this.#bytes.getBytes().slice();
    // `offset` goes on counting: the footer points at places in the file, not in this buffer.
    this.#bytes.index = 0;
    return bytes;
  }
}

/** Typed columns, Snappy, a row group as soon as there are rows for it. */
export const parquet = defineFormat({
  id: "parquet",
  ending: ".parquet",
  mediaType: "application/vnd.apache.parquet",
  hasColumns: true,
  byDate: "items",
  isPacked: true,
  async *write(rows, { collection, columns, extension }) {
    const about = JSON.stringify({ collection: collection.id });
    const groups = new RowGroups(columns, `backtalk version ${extension}`, [
      { key: "backtalk", value: about },
    ]);
    for await (const batch of rows) {
      for (const row of batch) {
        const own = ownCoding(row, collection.coder);
        groups.add((column) => column.of(row.item, own, row.codings), row.item.text.length);
      }
      if (!groups.isFull) continue;
      groups.close();
      yield groups.take();
    }
    groups.finish();
    yield groups.take();
  },
});
