import type { ItemFilter } from "../../lib/model/research/query.ts";
import type { ExportFormatId, ExportOrder } from "../../lib/model/research/transfer.ts";
import { itemColumns } from "../../lib/research/export/columns.ts";

export type ExportScope = "all" | "filtered" | "selected";

/** What a person has chosen in the dialog. */
export interface ExportChoices {
  readonly scope: ExportScope;
  readonly kind: ExportOrder["kind"];
  readonly formats: readonly ExportFormatId[];
  /** Names, in no order; none: all. */
  readonly columns: readonly string[] | undefined;
  readonly forSpreadsheets: boolean;
  readonly isEncrypted: boolean;
  readonly passphrase: string;
}

export const firstChoices: ExportChoices = {
  scope: "filtered",
  kind: "folder",
  formats: ["csv", "ndjson"],
  columns: undefined,
  forSpreadsheets: true,
  isEncrypted: false,
  passphrase: "",
};

const shortestPassphrase = 12;

/** Whether a filter leaves anything out. */
export function isNarrowing(filter: ItemFilter): boolean {
  return Object.entries(filter)
    .filter(([name]) => name !== "collection")
    .some(([, part]) => (Array.isArray(part) ? part.length > 0 : part !== undefined && part !== ""));
}

/** The same collection without a filter. */
export function everythingIn(collection: string): ItemFilter {
  const none: readonly never[] = [];
  return {
    collection,
    text: "",
    brands: none,
    sites: none,
    sessions: none,
    codes: none,
    langs: none,
    authors: none,
    sentiments: none,
    why: none,
  };
}

/** In a folder several formats, in a file one: pressing one chooses or adds it. */
export function withFormat(choices: ExportChoices, id: ExportFormatId, isOn: boolean): ExportChoices {
  if (choices.kind === "file") return { ...choices, formats: [id] };
  const others = choices.formats.filter((format) => format !== id);
  return { ...choices, formats: isOn ? [...others, id] : others };
}

export function withKind(choices: ExportChoices, kind: ExportOrder["kind"]): ExportChoices {
  return { ...choices, kind, formats: kind === "file" ? choices.formats.slice(0, 1) : choices.formats };
}

export function withColumn(choices: ExportChoices, name: string, isOn: boolean): ExportChoices {
  const before = choices.columns ?? itemColumns.map((column) => column.name);
  const columns = isOn ? [...before, name] : before.filter((other) => other !== name);
  return { ...choices, columns: columns.length === itemColumns.length ? undefined : columns };
}

/** What stands in the way of an export. */
export function faultOf({
  formats: chosen,
  isEncrypted,
  passphrase,
}: ExportChoices): "format" | "passphrase" | undefined {
  if (chosen.length === 0) return "format";
  return isEncrypted && passphrase.length < shortestPassphrase ? "passphrase" : undefined;
}

/** In our own shape. The formats themselves stay out of the page: a test compares. */
export const formatsWithColumns: readonly ExportFormatId[] = ["csv", "ndjson", "parquet"];

/** Whether the choice of columns means anything. */
export function hasColumns({ formats }: ExportChoices): boolean {
  return formats.some((id) => formatsWithColumns.includes(id));
}

export function hasTables({ formats }: ExportChoices): boolean {
  return formats.includes("csv") || formats.includes("4cat");
}

/** Whether computed sentiment goes along. */
export function hasSentiment(choices: ExportChoices): boolean {
  if (choices.formats.includes("4cat")) return true;
  return hasColumns(choices) && (choices.columns?.includes("sentiment") ?? true);
}
