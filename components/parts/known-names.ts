import { nameLook } from "../../lib/model/person-name.ts";
import type { AuthorId } from "../../lib/model/review.ts";

/**
 * Names that stand anywhere in this document, or that the person knows, by what they look like. A name that two keys
 * go by tells nobody apart; then a piece of the key is shown beside it.
 */
const byLook = new Map<string, Map<AuthorId, number>>();
const listeners = new Set<() => void>();

/** Calls `listener` whenever a name becomes, or ceases to be, one that two keys go by. @returns Ends that. */
export function onNamesChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** A name is on the screen. @returns Takes it away again. */
export function knowName(author: AuthorId, name: string): () => void {
  const look = nameLook(name);
  const authors = byLook.get(look) ?? new Map<AuthorId, number>();
  byLook.set(look, authors);
  count(authors, author, 1);
  return () => {
    count(authors, author, -1);
    if (authors.size === 0) byLook.delete(look);
  };
}

function count(authors: Map<AuthorId, number>, author: AuthorId, change: number): void {
  const before = authors.size;
  const now = (authors.get(author) ?? 0) + change;
  if (now > 0) authors.set(author, now);
  else authors.delete(author);
  if (authors.size !== before && Math.max(authors.size, before) > 1)
    for (const listener of listeners) listener();
}

/** Other keys that go by a name which looks like this one. */
export function namesakes(author: AuthorId, name: string): readonly AuthorId[] {
  return [...(byLook.get(nameLook(name))?.keys() ?? [])].filter((other) => other !== author);
}
