import type { ReviewId } from "../model/review.ts";
import { idAt, type Columns } from "./columns.ts";

const idBytes = 16;

/** Whether a row's review is one of `ids`. Only rows whose first bytes fit are written out as hex. */
export function idMatcher(columns: Columns, ids: ReadonlySet<ReviewId>): (index: number) => boolean {
  const starts = new Set([...ids].map((id) => Number.parseInt(id.slice(0, 8), 16)));
  const bytes = new DataView(columns.ids.buffer, columns.ids.byteOffset, columns.ids.byteLength);
  return (index) => starts.has(bytes.getUint32(index * idBytes)) && ids.has(idAt(columns, index));
}
