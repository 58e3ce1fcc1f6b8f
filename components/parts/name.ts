import type { AuthorId } from "../../lib/model/review.ts";

/** A key that gave no nickname, short enough to read and to compare: `k7f2…9d`. */
export function shortAuthor(author: AuthorId): string {
  return `${author.slice(0, 4)}…${author.slice(-2)}`;
}

export function authorName(row: { readonly author: AuthorId; readonly nickname?: string }): string {
  return row.nickname?.trim() || shortAuthor(row.author);
}
