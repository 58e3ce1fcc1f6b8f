import type { AuthorId, ReviewId } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { ReactionRow, Reactions, ResponseRow, TokenRow } from "./community-rows.ts";
import { addReactions, contribution, hasReactions, noReactions, responseRow } from "./derive.ts";
import type { Standing } from "./standing.ts";
import type { TokenCache } from "./token-cache.ts";

/** A reply, vote or flag whose row may have to change. */
export interface ResponseUpdate {
  readonly token: TokenRow;
  /** Where its row was before, and where it belongs now; `undefined` for nowhere. */
  readonly targetBefore: ReviewId | undefined;
  readonly standing: Standing | undefined;
}

/**
 * Writes `responses` and `reactions`.
 *
 * @returns The new counts of every target whose counts changed.
 */
export async function applyResponses(
  db: CommunityDatabase,
  cache: TokenCache,
  updates: readonly ResponseUpdate[],
): Promise<Map<ReviewId, Reactions>> {
  if (updates.length === 0) return new Map();
  await cache.loadIds(updates.flatMap(({ token }) => token.root ?? []));
  const before = new Map<string, ResponseRow>();
  const after = new Map<string, ResponseRow>();
  for (const row of await rowsOfPairs(db, updates)) {
    before.set(rowKey(row), row);
    after.set(rowKey(row), row);
  }
  for (const { token, targetBefore, standing } of updates) {
    if (targetBefore !== undefined) {
      after.delete(rowKey({ target: targetBefore, author: token.author, id: token.id }));
    }
    const target = token.root === undefined ? undefined : cache.byId(token.root);
    if (!standing || !target) continue;
    const row = responseRow(standing, target);
    after.set(rowKey(row), row);
  }
  await writeRows(db, before, after);
  return writeReactions(db, cache, [...before.values()], [...after.values()]);
}

/** Everything that the authors concerned have said to the targets concerned. */
async function rowsOfPairs(
  db: CommunityDatabase,
  updates: readonly ResponseUpdate[],
): Promise<ResponseRow[]> {
  const pairs = new Map<string, [ReviewId, AuthorId]>();
  for (const { token, targetBefore } of updates) {
    for (const target of [targetBefore, token.root]) {
      if (target !== undefined) pairs.set(`${target} ${token.author}`, [target, token.author]);
    }
  }
  const rows = await Promise.all(
    [...pairs.values()].map(([target, author]) =>
      db.responses
        .where("[target+author+id]")
        .between([target, author, ""], [target, author, "\uffff"])
        .toArray(),
    ),
  );
  return rows.flat();
}

async function writeRows(
  db: CommunityDatabase,
  before: ReadonlyMap<string, ResponseRow>,
  after: ReadonlyMap<string, ResponseRow>,
): Promise<void> {
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, row]) => row);
  const changed = [...after].filter(([key, row]) => before.get(key) !== row).map(([, row]) => row);
  if (gone.length > 0) await db.responses.bulkDelete(gone.map((row) => [row.target, row.author, row.id]));
  if (changed.length > 0) await db.responses.bulkPut(changed);
}

async function writeReactions(
  db: CommunityDatabase,
  cache: TokenCache,
  before: readonly ResponseRow[],
  after: readonly ResponseRow[],
): Promise<Map<ReviewId, Reactions>> {
  const pairsBefore = Map.groupBy(before, pairOf);
  const pairsAfter = Map.groupBy(after, pairOf);
  const differences = new Map<ReviewId, Reactions>();
  await cache.loadIds([...before, ...after].map(({ target }) => target));
  for (const pair of new Set([...pairsBefore.keys(), ...pairsAfter.keys()])) {
    const [target = "", author = ""] = pair.split(" ");
    const isOwn = cache.authorOf(target) === author;
    const plus = contribution(pairsAfter.get(pair) ?? [], isOwn);
    const minus = contribution(pairsBefore.get(pair) ?? [], isOwn);
    differences.set(target, addReactions(differences.get(target) ?? noReactions, plus, minus));
  }
  const targets = [...differences.keys()];
  const rows = await db.reactions.bulkGet(targets);
  const changed: ReactionRow[] = [];
  for (const [index, id] of targets.entries()) {
    const sum = addReactions(rows[index] ?? noReactions, differences.get(id) ?? noReactions);
    changed.push({ id, ...sum });
  }
  await db.reactions.bulkPut(changed.filter(hasReactions));
  await db.reactions.bulkDelete(changed.filter((row) => !hasReactions(row)).map(({ id }) => id));
  return new Map(changed.map((row) => [row.id, row]));
}

function pairOf({ target, author }: ResponseRow): string {
  return `${target} ${author}`;
}

function rowKey({ target, author, id }: Pick<ResponseRow, "target" | "author" | "id">): string {
  return `${target} ${author} ${id}`;
}
