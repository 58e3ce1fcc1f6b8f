import { z } from "zod";
import { copyRows, type ItemColumns, rowsIn, viewColumns } from "./item-columns.ts";
import type { ItemNames, ItemTable } from "./item-table.ts";
import { bytesOf, numbersOf, packParts, unpackParts } from "./packed-parts.ts";
import { WordBlock } from "./text/word-block.ts";

/** Rows with names of their own. */
export interface PackedRows {
  readonly names: PackedNames;
  readonly length: number;
  readonly columns: ItemColumns;
}

const Strings = z.array(z.string()).readonly();
const Sets = z.array(z.array(z.int().nonnegative()).readonly()).readonly();
const Names = z.object({
  sites: Strings,
  sessions: Strings,
  langs: Strings,
  brands: Strings,
  codes: Strings,
  brandSets: Sets,
  codeSets: Sets,
  brandNames: z.array(z.tuple([z.string(), z.string()])).readonly(),
});
type PackedNames = z.infer<typeof Names>;

/** What a part of an index reflects. */
export interface Stamp {
  /** Items with numbers up to this one that are in its range. */
  readonly upTo: number;
  /** Rows of `changes` up to this one. */
  readonly n: number;
  /** Whose codings it holds. */
  readonly coder: string;
}

const StampShape = z.object({ upTo: z.number(), n: z.number(), coder: z.string() });

export function packStamp(stamp: Stamp): ArrayBuffer {
  return packParts([jsonBytes(stamp)]);
}

export function unpackStamp(buffer: ArrayBuffer): Stamp | undefined {
  const [bytes] = unpackParts(buffer, 1) ?? [];
  return bytes && StampShape.parse(jsonOf(bytes));
}

/** A copy of a table's rows, with their names. */
export function packedRows({ names, columns, length }: ItemTable): PackedRows {
  const rows = viewColumns(length);
  copyRows(columns, [0, length], rows, 0);
  return { names: plainNames(names), length, columns: rows };
}

export function packTable(table: ItemTable): ArrayBuffer {
  const { names, columns } = packedRows(table);
  return packParts([jsonBytes(names), new Uint8Array(columns.seqs.buffer)]);
}

export function unpackTable(buffer: ArrayBuffer): PackedRows | undefined {
  const [json, bytes] = unpackParts(buffer, 2) ?? [];
  if (!json || !bytes) return undefined;
  const length = rowsIn(bytes.byteLength);
  if (length === undefined) return undefined;
  return { names: Names.parse(jsonOf(json)), length, columns: viewColumns(length, bytes) };
}

export function packWords({ lists }: WordBlock): ArrayBuffer {
  const { vocabulary, wordStarts, texts, textStarts, positions, positionStarts } = lists;
  return packParts([
    new TextEncoder().encode(vocabulary),
    bytesOf(wordStarts),
    texts,
    bytesOf(textStarts),
    positions,
    bytesOf(positionStarts),
  ]);
}

export function unpackWords(buffer: ArrayBuffer): WordBlock | undefined {
  const parts = unpackParts(buffer, 6);
  if (!parts) return undefined;
  const [vocabulary, wordStarts, texts, textStarts, positions, positionStarts] = parts as Six;
  return new WordBlock({
    vocabulary: new TextDecoder().decode(vocabulary),
    wordStarts: numbersOf(wordStarts),
    texts,
    textStarts: numbersOf(textStarts),
    positions,
    positionStarts: numbersOf(positionStarts),
  });
}

type Part = Uint8Array<ArrayBuffer>;
type Six = [Part, Part, Part, Part, Part, Part];

function plainNames(names: ItemNames): PackedNames {
  return {
    sites: names.sites.values(),
    sessions: names.sessions.values(),
    langs: names.langs.values(),
    brands: names.brands.values(),
    codes: names.codes.values(),
    brandSets: names.brandSets.sets(),
    codeSets: names.codeSets.sets(),
    brandNames: [...names.brandNames],
  };
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function jsonOf(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
