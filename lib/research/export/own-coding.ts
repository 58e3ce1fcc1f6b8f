import type { Coding } from "../../model/research/coding.ts";
import type { ExportRow } from "./export-row.ts";

/** What the collection's own coder said of an item. */
export function ownCoding({ codings }: ExportRow, coder: string): Coding | undefined {
  return codings.find((coding) => coding.coder === coder);
}
