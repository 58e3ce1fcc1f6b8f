import type { Review, ReviewId, SignatureKey } from "../model/review.ts";
import type { TokenRow } from "./community-rows.ts";

/** An original that is not withdrawn, with the content that it has now. */
export interface Standing<T extends Review = TokenRow> {
  readonly original: T;
  /** The newest edit, or the original itself. */
  readonly content: T;
}

/**
 * What remains of an original after its edits and deletes, in whatever order they came.
 *
 * A delete holds whatever its date: a withdrawal slip is signed together with the review, so it is older than
 * every later edit and must still work. Among edits the newest date holds, equal dates go by id.
 *
 * @param mutations - Edits and deletes that reach the original (see `reach`), so by its own author.
 */
export function standingOf<T extends Review>(original: T, mutations: readonly T[]): Standing<T> | undefined {
  if (mutations.some(({ kind }) => kind === "delete")) return undefined;
  const edit = mutations.filter(({ kind }) => kind === "edit").reduce(newer<T>, undefined);
  return { original, content: edit ?? original };
}

/**
 * Of several reviews by one author about one subject, the one that counts: the newest original, equal dates by id.
 * Dates are compared raw, and an edit does not renew one, so that the order of arrival cannot matter.
 */
export function newestOf(
  standings: readonly Standing[],
): { winner: Standing; older: ReviewId[] } | undefined {
  const [winner, ...others] = standings.toSorted((a, b) =>
    newer(a.original, b.original) === a.original ? -1 : 1,
  );
  if (!winner) return undefined;
  return { winner, older: others.map(({ original }) => original.id) };
}

function newer<T extends Review>(a: T | undefined, b: T): T {
  if (!a) return b;
  if (a.issuedAt !== b.issuedAt) return a.issuedAt > b.issuedAt ? a : b;
  return a.id > b.id ? a : b;
}

/** Where a statement about another one leads. */
export type Reach<T extends Review = TokenRow> =
  | { readonly kind: "root"; readonly root: T }
  | { readonly kind: "missing"; readonly signatureKey: SignatureKey }
  /** Somebody else's edit, an unknown kind of target, or a chain too long to follow. Never applies. */
  | { readonly kind: "rejected" };

/** An edit of an edit of an edit …: real clients point at the original, so a long chain is an attack on our time. */
const mostLinks = 8;

/**
 * Follows a statement to the original that it is about. Edits and deletes must be signed by the key of what they
 * change, at every link; replies, votes and flags may be anybody's.
 */
export function reach<T extends Review>(
  statement: T,
  find: (signatureKey: SignatureKey) => T | undefined,
): Reach<T> {
  let link = statement;
  for (let links = 0; links < mostLinks; links++) {
    if (link.target === undefined) return { kind: "rejected" };
    const next = find(link.target);
    if (!next) return { kind: "missing", signatureKey: link.target };
    if (isMutation(link) && next.author !== link.author) return { kind: "rejected" };
    if (!isMutation(next)) return next.kind === "other" ? { kind: "rejected" } : { kind: "root", root: next };
    link = next;
  }
  return { kind: "rejected" };
}

export function isMutation({ kind }: Review): boolean {
  return kind === "edit" || kind === "delete";
}

export function isResponse({ kind }: Review): boolean {
  return kind === "reply" || kind === "vote" || kind === "flag";
}
