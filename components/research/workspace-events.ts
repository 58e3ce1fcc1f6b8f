import type { DeletedItems } from "../../lib/db/research-items.ts";
import type { CollectionId } from "../../lib/model/research/collection.ts";
import type { ItemFilter, ItemOrder } from "../../lib/model/research/query.ts";

/** What elements of the workspace tell the page. All bubble out of shadow roots. */
export interface WorkspaceEvents {
  /** Show this item. `byMoving`: the active row went there, nobody pressed anything. */
  "bt-open": { readonly seq: number; readonly byMoving: boolean };
  "bt-order": { readonly order: ItemOrder; readonly descending: boolean };
  /** These are selected now. */
  "bt-select": ReadonlySet<number>;
  /** A key inside the table asks for something beside it. */
  "bt-act": "codes" | "note" | "export" | "help";
  "bt-collection": { readonly id: CollectionId };
  "bt-filter": { readonly change: Partial<ItemFilter> };
  /** These were deleted: what stood in the list is to be looked up again. */
  "bt-deleted": readonly DeletedItems[];
}

export function tell<Name extends keyof WorkspaceEvents>(
  from: EventTarget,
  name: Name,
  detail: WorkspaceEvents[Name],
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
