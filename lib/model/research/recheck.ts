import type { CollectionId } from "./collection.ts";

/** What can be said of a post after its address was asked for. */
export type RecheckFound = "there" | "gone" | "unclear";

/** One item whose post is looked for. */
export interface RecheckItem {
  readonly collection: CollectionId;
  readonly seq: number;
  /** The post's own address, as it was before any pseudonym. Lives in memory, and in the ledger. */
  readonly url: string;
}
