import type { ImportKind } from "../../model/research/transfer.ts";
import { jsonOf } from "../../model/json.ts";
import { fourCat } from "./readers/4cat.ts";
import { csv } from "./readers/csv.ts";
import { ndjson } from "./readers/ndjson.ts";
import { parquet } from "./readers/parquet.ts";
import { zeeschuimer } from "./readers/zeeschuimer.ts";
import type { RowReader } from "./read-row.ts";

export type ItemsKind = Exclude<ImportKind, "folder">;

export const readers: Readonly<Record<ItemsKind, RowReader>> = {
  ndjson,
  parquet,
  csv,
  "4cat": fourCat,
  zeeschuimer,
};

/** Enough of a file's beginning to tell what it is. */
const headBytes = 65_536;

/** What a file is, by how it begins; `undefined` for what nothing here can read. Its name means nothing. */
export async function kindOf(file: Blob): Promise<ImportKind | undefined> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  if (begins(head, "PK\u0003\u0004")) return "folder";
  if (begins(head, "PAR1")) return "parquet";
  const text = new TextDecoder().decode(head).replace(/^\uFEFF/, "");
  const [line = ""] = text.split("\n", 1);
  if (line.startsWith("{")) return kindOfJson(line);
  return kindOfHeader(line);
}

export async function isEncrypted(file: Blob): Promise<boolean> {
  const mark = "age-encryption.org/v1";
  return begins(new Uint8Array(await file.slice(0, mark.length).arrayBuffer()), mark);
}

function begins(bytes: Uint8Array, mark: string): boolean {
  return Array.from(mark).every((character, at) => bytes[at] === character.codePointAt(0));
}

function kindOfJson(line: string): ItemsKind | undefined {
  const value = jsonOf(line);
  // A first line longer than the head is cut and no JSON: it may still be one of ours.
  if (typeof value !== "object" || value === null) return line.length < headBytes / 4 ? undefined : "ndjson";
  if ("source_platform" in value && "data" in value) return "zeeschuimer";
  return "site" in value ? "ndjson" : undefined;
}

function kindOfHeader(line: string): ItemsKind | undefined {
  const names = new Set(line.split(/[,;\t]/).map((name) => name.trim().replaceAll('"', "")));
  if (["id", "body", "timestamp"].every((name) => names.has(name))) return "4cat";
  return ["site", "text"].every((name) => names.has(name)) ? "csv" : undefined;
}
