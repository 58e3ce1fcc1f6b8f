import type { ReviewId } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { PendingRow, TokenRow } from "./community-rows.ts";
import { reach } from "./standing.ts";
import type { TokenCache } from "./token-cache.ts";
import type { Writes } from "./writes.ts";

/** A statement about another one, and what it turned out to be about. */
export interface Resolved {
  readonly statement: TokenRow;
  /** The root it had before this batch, if any. */
  readonly before: ReviewId | undefined;
}

/**
 * Finds what each statement is about. Those that lack a link are put into `pending`, the others taken out of it.
 *
 * @param mayWait - Ids that may have a row in `pending` from before.
 * @returns The statements in their new form: with a `root` where they have one, without where they wait or never
 *   apply. The cache holds the same forms; nothing is written to `tokens`.
 */
export async function resolveStatements(
  db: CommunityDatabase,
  cache: TokenCache,
  writes: Writes,
  statements: readonly TokenRow[],
  mayWait: ReadonlySet<ReviewId>,
): Promise<Resolved[]> {
  if (statements.length === 0) return [];
  await loadLinks(cache, statements);
  const waiting: PendingRow[] = [];
  const resolved = statements.map((statement): Resolved => {
    const found = reach(statement, (signatureKey) => cache.bySignature(signatureKey));
    const { root: before, ...rest } = statement;
    if (found.kind === "missing") waiting.push({ id: statement.id, missing: found.signatureKey });
    const now: TokenRow = found.kind === "root" ? { ...rest, root: found.root.id } : rest;
    return { statement: now, before };
  });
  cache.add(resolved.map(({ statement }) => statement));
  const nowWaiting = new Set(waiting.map(({ id }) => id));
  const freed = [...mayWait].filter((id) => !nowWaiting.has(id));
  if (freed.length > 0) writes.add(db.pending.bulkDelete(freed));
  if (waiting.length > 0) writes.add(db.pending.bulkPut(waiting));
  return resolved;
}

/** Reads targets, and targets of targets, until nothing more is found; `reach` bounds how far that goes. */
async function loadLinks(cache: TokenCache, statements: readonly TokenRow[]): Promise<void> {
  const ends = new Set<string>();
  const next = (): string[] => {
    const wanted: string[] = [];
    for (const statement of statements) {
      const found = reach(statement, (signatureKey) => cache.bySignature(signatureKey));
      if (found.kind === "missing" && !ends.has(found.signatureKey)) wanted.push(found.signatureKey);
    }
    return wanted;
  };
  for (let wanted = next(); wanted.length > 0; wanted = next()) {
    await cache.loadSignatures(wanted);
    // What is not in the database either is where a chain ends.
    for (const key of wanted) if (!cache.bySignature(key)) ends.add(key);
  }
}
