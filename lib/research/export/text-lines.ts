import type { ExportRow } from "./export-row.ts";
import type { ExportRows } from "./define-format.ts";

interface TextParts {
  readonly head?: string;
  readonly piece: (batch: readonly ExportRow[]) => string;
  /** Asked for when all rows are written. */
  readonly tail?: () => string;
}

/** A beginning, one piece of text for each batch, and an end, as UTF-8. */
export async function* textOf(
  rows: ExportRows,
  { head, piece, tail }: TextParts,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  if (head) yield encoder.encode(head);
  for await (const batch of rows) {
    const text = piece(batch);
    if (text) yield encoder.encode(text);
  }
  const end = tail?.();
  if (end) yield encoder.encode(end);
}
