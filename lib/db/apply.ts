import type { ReviewId } from "../model/review.ts";
import { applyResponses, type ResponseUpdate } from "./apply-responses.ts";
import { applyReviews, type ReviewUpdate } from "./apply-reviews.ts";
import { applySummaries, type SubjectChange } from "./apply-summaries.ts";
import type { CommunityDatabase } from "./community.ts";
import type { TokenRow } from "./community-rows.ts";
import { type Resolved, resolveStatements } from "./resolve-statements.ts";
import { isMutation, isResponse, type Standing, standingOf } from "./standing.ts";
import { TokenCache } from "./token-cache.ts";
import { Writes } from "./writes.ts";

/** What one transaction works in. */
export interface Batch {
  /** Tokens that are stored for the first time: reviews are in the table already, the others are not. */
  readonly arrived: readonly TokenRow[];
  /** Stored tokens to consider once more, as after a change of rules or when what they are about was removed. */
  readonly again: readonly TokenRow[];
  /** Tokens that were just deleted from the table. */
  readonly gone: readonly TokenRow[];
}

/**
 * The tables that `applyBatch` needs in a read-write transaction. The transaction's function must be written
 * `async`: from any other Dexie loses track of native promises and commits too early.
 */
export function derivedTables(db: CommunityDatabase) {
  return [
    db.tokens,
    db.removed,
    db.pending,
    db.effective,
    db.replies,
    db.votes,
    db.reactions,
    db.summaries,
    db.columns,
    db.prints,
    db.weighed,
    db.meta,
  ];
}

/**
 * Brings every derived table in line with the tokens, for those that a batch concerns. What it leaves is the same
 * as if all tokens had come at once, in any order: each group is decided anew from its tokens (`standing.ts`), and
 * sums are moved by the difference.
 */
export async function applyBatch(db: CommunityDatabase, batch: Batch): Promise<SubjectChange[]> {
  const cache = new TokenCache(db);
  cache.add(batch.arrived);
  cache.add(batch.again);
  cache.rememberGone(batch.gone);
  const again = [...batch.again, ...(await unlocked(db, cache, batch.arrived))];
  const statements = [...batch.arrived, ...again].filter((token) => isMutation(token) || isResponse(token));
  const writes = new Writes();
  const mayWait = new Set(again.map(({ id }) => id));
  const resolved = await resolveStatements(db, cache, writes, statements, mayWait);
  writeTokens(db, cache, writes, batch.arrived, resolved);

  const arrived = new Set(batch.arrived.map(({ id }) => id));
  const originals = await concernedOriginals(cache, batch, again, resolved);
  const standings = await standingsOf(cache, originals, arrived, resolved);
  const reactions = await applyResponses(
    db,
    cache,
    writes,
    responseUpdates(batch, originals, standings, resolved),
  );
  await cache.loadIds(reactions.keys());
  const reactedTo = [...reactions.keys()].flatMap((id) => cache.byId(id) ?? []);
  const changes = await applyReviews(
    db,
    cache,
    writes,
    reviewUpdates(batch, originals, standings, arrived),
    reactions,
    reactedTo.filter(isReview),
  );
  const subjects = await applySummaries(db, writes, changes);
  await writes.settle();
  return subjects;
}

/** Statements that waited for one of the tokens that arrived. */
async function unlocked(
  db: CommunityDatabase,
  cache: TokenCache,
  arrived: readonly TokenRow[],
): Promise<TokenRow[]> {
  if (arrived.length === 0) return [];
  const waiting = await db.pending
    .where("missing")
    .anyOf(arrived.map(({ signatureKey }) => signatureKey))
    .toArray();
  await cache.loadIds(waiting.map(({ id }) => id));
  return waiting.flatMap(({ id }) => cache.byId(id) ?? []);
}

function writeTokens(
  db: CommunityDatabase,
  cache: TokenCache,
  writes: Writes,
  arrived: readonly TokenRow[],
  resolved: readonly Resolved[],
): void {
  const isNew = new Set(arrived.map(({ id }) => id));
  const put = arrived.filter((token) => !isReview(token)).map((token) => cache.byId(token.id) ?? token);
  const moved = resolved
    .filter(({ statement, before }) => !isNew.has(statement.id) && statement.root !== before)
    .map(({ statement }) => statement);
  if (put.length + moved.length > 0) writes.add(db.tokens.bulkPut([...put, ...moved]));
}

/** Reviews, replies, votes and flags whose state may have changed. */
async function concernedOriginals(
  cache: TokenCache,
  batch: Batch,
  again: readonly TokenRow[],
  resolved: readonly Resolved[],
): Promise<TokenRow[]> {
  const ids = new Set<ReviewId>();
  for (const token of [...batch.arrived, ...again]) {
    if (isReview(token) || isResponse(token)) ids.add(token.id);
  }
  const mutations = resolved.filter(({ statement }) => isMutation(statement));
  for (const id of [
    ...mutations.flatMap(({ statement, before }) => [statement.root, before]),
    ...batch.gone.filter(isMutation).map(({ root }) => root),
  ]) {
    if (id !== undefined) ids.add(id);
  }
  for (const { id } of batch.gone) ids.delete(id);
  await cache.loadIds(ids);
  return [...ids].flatMap((id) => cache.byId(id) ?? []);
}

/** What stands of each original. A token that just arrived can have no mutations but those of its own batch. */
async function standingsOf(
  cache: TokenCache,
  originals: readonly TokenRow[],
  arrived: ReadonlySet<ReviewId>,
  resolved: readonly Resolved[],
): Promise<ReadonlyMap<ReviewId, Standing>> {
  const mutated = new Set(
    resolved.flatMap(({ statement }) => (isMutation(statement) ? (statement.root ?? []) : [])),
  );
  const mutations = await cache.mutationsOf(
    originals.map(({ id }) => id).filter((id) => !arrived.has(id) || mutated.has(id)),
  );
  const standings = new Map<ReviewId, Standing>();
  for (const original of originals) {
    const standing = standingOf(original, mutations.get(original.id) ?? []);
    if (standing) standings.set(original.id, standing);
  }
  return standings;
}

function responseUpdates(
  batch: Batch,
  originals: readonly TokenRow[],
  standings: ReadonlyMap<ReviewId, Standing>,
  resolved: readonly Resolved[],
): ResponseUpdate[] {
  const moved = new Map(resolved.map(({ statement, before }) => [statement.id, before]));
  const standing = originals.filter(isResponse).map((token): ResponseUpdate => {
    const targetBefore = moved.has(token.id) ? moved.get(token.id) : token.root;
    return { token, targetBefore, standing: standings.get(token.id) };
  });
  const gone = batch.gone.filter(isResponse).map(({ root, ...token }): ResponseUpdate => {
    return { token, targetBefore: root, standing: undefined };
  });
  return [...standing, ...gone];
}

function isReview({ kind }: TokenRow): boolean {
  return kind === "review";
}

function reviewUpdates(
  batch: Batch,
  originals: readonly TokenRow[],
  standings: ReadonlyMap<ReviewId, Standing>,
  arrived: ReadonlySet<ReviewId>,
): ReviewUpdate[] {
  return [
    ...originals.filter(isReview).map((token) => ({
      token,
      standing: standings.get(token.id),
      isNew: arrived.has(token.id),
    })),
    ...batch.gone.filter(isReview).map((token) => ({ token, standing: undefined, isNew: false })),
  ];
}
