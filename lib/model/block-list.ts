import type { HiddenItem, Person } from "./person.ts";

/** Names the format in a block list's file. */
export const blockListFormat = "backtalk-block-list";
export const blockListVersion = 1;

/** What a list may hold: readers take no more of it than this. */
export const blockListLimits = { bytes: 4_000_000, entries: 20_000, title: 200, reason: 200 } as const;

/** An author, or a single review or reply, that a list asks its readers not to show. */
export type BlockListEntry =
  | { readonly author: string; readonly reason?: string | undefined }
  | { readonly review: string; readonly reason?: string | undefined };

/** The file that somebody publishes for others to subscribe to. */
export interface BlockList {
  readonly format: typeof blockListFormat;
  readonly version: typeof blockListVersion;
  readonly title?: string | undefined;
  readonly entries: readonly BlockListEntry[];
}

/** What the person hides, as a list for others: ids alone, no names and no times. */
export function ownBlockList(people: readonly Person[], items: readonly HiddenItem[]): BlockList {
  const authors = people.filter(({ choice }) => choice === "muted").map(({ author }) => ({ author }));
  const reviews = items.map(({ id }) => ({ review: id }));
  const entries = [...authors, ...reviews].slice(0, blockListLimits.entries);
  return { format: blockListFormat, version: blockListVersion, entries };
}
