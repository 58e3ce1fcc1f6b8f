import { cleanPersonName } from "../../lib/model/person-name.ts";
import type { OfficialKey } from "../../lib/model/official.ts";
import type { AuthorId } from "../../lib/model/review.ts";

/** Who wrote something, as reviews and replies have it. */
export interface Writer {
  readonly author: AuthorId;
  readonly kid?: string;
  readonly nickname?: string;
}

/** A key that gave no nickname, short enough to read and to compare: `k7f2…9d`. */
export function shortAuthor(author: AuthorId): string {
  return `${author.slice(0, 4)}…${author.slice(-2)}`;
}

/** A key in groups, to be compared by reading aloud: `3f2a 11d0 …`. */
export function keyGroups(author: AuthorId): string {
  return (author.match(/.{1,4}/g) ?? []).join(" ");
}

/**
 * As much of a key as tells it from these others. Who makes keys until one begins and ends like another finds a
 * match for the short form within minutes, so then the whole is shown.
 */
export function tellingPart(author: AuthorId, others: readonly AuthorId[]): string {
  const short = shortAuthor(author);
  return others.some((other) => shortAuthor(other) === short) ? keyGroups(author) : short;
}

export function authorName({ author, nickname }: Writer): string {
  return cleanPersonName(nickname) ?? shortAuthor(author);
}

/** A writer whose key is proven and who gives no name goes by the site that proves it. */
export function withProvenName<W extends Writer & { readonly official?: OfficialKey }>(writer: W): W {
  const { nickname, official } = writer;
  return official && cleanPersonName(nickname) === undefined
    ? { ...writer, nickname: official.brandId }
    : writer;
}
