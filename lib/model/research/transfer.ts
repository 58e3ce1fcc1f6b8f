import type { CollectionId } from "./collection.ts";
import type { ItemFilter } from "./query.ts";

/** Ids of the export's formats, in the order in which the dialog offers them. */
export const exportFormats = [
  "csv",
  "4cat",
  "ndjson",
  "parquet",
  "annotation",
  "ris",
  "csl-json",
  "report",
] as const;

export type ExportFormatId = (typeof exportFormats)[number];

/** What a person wants to have as a file. */
export interface ExportOrder {
  readonly collection: CollectionId;
  /** Which items the workspace showed: said in the file, and what the report is about. */
  readonly filter: ItemFilter;
  /** `ResearchItem.seq` of what goes along, in order of time; none: everything, as it was collected. */
  readonly seqs?: Uint32Array<ArrayBuffer>;
  /** Everything in one archive, with what is needed to understand it; else the one format by itself. */
  readonly kind: "folder" | "file";
  readonly formats: readonly ExportFormatId[];
  /** Names of columns; none: all. */
  readonly columns?: readonly string[];
  readonly forSpreadsheets: boolean;
  /** The file is encrypted with it (age). */
  readonly passphrase?: string;
}

export interface ExportedFile {
  /** Proposed to whoever saves it. */
  readonly name: string;
  /** Under which it lies in the extension's own room until it is taken away. */
  readonly scratch: string;
  readonly bytes: number;
  readonly items: number;
}

/** What a file to be imported is. */
export type ImportKind = "folder" | "ndjson" | "zeeschuimer" | "csv" | "4cat" | "parquet";

export interface ImportSource {
  readonly file: Blob;
  readonly name: string;
  /** Of an encrypted file. */
  readonly passphrase?: string;
}

/** What is in a file, before anything is written. */
export interface ImportContent {
  readonly kind: ImportKind;
  /** Of the archive; a single file names no collection. */
  readonly collection?: { readonly id: CollectionId; readonly name: string; readonly coder: string };
  /** Rows in it, as far as it says so; counted only where that is cheap. */
  readonly rows?: number;
  readonly sessions: number;
  readonly codebooks: number;
  readonly samples: number;
  /** Format of the items that will be read, where there are several. */
  readonly itemsFrom?: ImportKind;
  /** The first rows as they would be imported. */
  readonly first: readonly ImportedLine[];
}

export interface ImportedLine {
  readonly site: string;
  readonly author?: string;
  readonly text: string;
}

export interface ImportOrder extends ImportSource {
  /** An existing collection, or a new one of this name. */
  readonly target: { readonly id: CollectionId } | { readonly newName: string; readonly coder: string };
  /** The person says that whoever wrote what the file holds wrote it for everybody, where it does not tell. */
  readonly isVouchedFor: boolean;
}

/** Why a row was not taken. */
export type RefusalReason =
  | "not-json"
  | "too-long"
  | "bad-shape"
  | "unknown-platform"
  | "not-public"
  | "erased"
  | "damaged";

export interface RefusedRow {
  readonly file: string;
  /** Line of NDJSON, row of a table; the header is row 1. */
  readonly line: number;
  readonly reason: RefusalReason;
  /** Which field, or what the reader said. */
  readonly detail?: string;
}

export interface ImportOutcome {
  readonly collection: CollectionId;
  readonly added: number;
  /** There already, and nothing new in the file. */
  readonly same: number;
  /** There already; counts, codings or a rest of the text were new. */
  readonly updated: number;
  readonly refused: number;
  /** The first hundred of them. */
  readonly refusals: readonly RefusedRow[];
}

/** How far it is. */
export interface TransferProgress {
  /** 0–1; none where nobody knows. */
  readonly share?: number;
  readonly rows: number;
}
