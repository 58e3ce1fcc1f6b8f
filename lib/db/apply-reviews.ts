import type { AuthorId, ReviewId } from "../model/review.ts";
import type { SubjectKey } from "../model/subject.ts";
import type { CommunityDatabase } from "./community.ts";
import type { EffectiveRow, Reactions, TokenRow } from "./community-rows.ts";
import { effectiveRow, noReactions } from "./derive.ts";
import { newestOf, type Standing, standingOf } from "./standing.ts";
import type { EffectiveChange } from "./summary-difference.ts";
import type { TokenCache } from "./token-cache.ts";

/** A review that arrived, was edited, withdrawn or removed. */
export interface ReviewUpdate {
  readonly token: TokenRow;
  /** `undefined` where it no longer stands. */
  readonly standing: Standing | undefined;
  /** Stored for the first time by this batch, so that nobody can have reacted to it before. */
  readonly isNew: boolean;
}

interface Group {
  readonly key: [SubjectKey, AuthorId];
  readonly updates: ReviewUpdate[];
  row: EffectiveRow | undefined;
}

/**
 * Writes `effective`: for each author and subject concerned, the one review that now counts.
 *
 * @param reactions - New counts of targets that somebody reacted to in this batch.
 * @param reactedTo - The reviews among these targets.
 */
export async function applyReviews(
  db: CommunityDatabase,
  cache: TokenCache,
  updates: readonly ReviewUpdate[],
  reactions: ReadonlyMap<ReviewId, Reactions>,
  reactedTo: readonly TokenRow[],
): Promise<EffectiveChange[]> {
  const groups = groupUp(updates, reactedTo);
  if (groups.length === 0) return [];
  const rows = await db.effective.bulkGet(groups.map(({ key }) => key));
  for (const [index, group] of groups.entries()) group.row = rows[index];
  const standings = await otherStandings(cache, groups);
  const winners = groups.map((group) => newestOf(candidates(group, standings)));
  const counts = await reactionsOf(
    db,
    reactions,
    winners.flatMap((found, index) =>
      found && !isNewIn(groups[index], found.winner) ? found.winner.original.id : [],
    ),
  );
  const changes = groups.map((group, index): EffectiveChange => {
    const found = winners[index];
    const { row } = group;
    if (row && group.updates.length === 0)
      return { before: row, after: withCounts(row, reactions.get(row.id)) };
    const after =
      found && effectiveRow(found.winner, found.older, counts.get(found.winner.original.id) ?? noReactions);
    return { before: row, after };
  });
  const real = changes.filter(isChange);
  await write(db, real);
  return real;
}

function withCounts(row: EffectiveRow, counts: Reactions | undefined): EffectiveRow {
  if (!counts) return row;
  const { helpful, confirmed, replies, flags } = counts;
  return { ...row, helpful, confirmed, replies, flags };
}

/** A replay that changes nothing writes nothing, so that live queries and packed columns stay as they are. */
function isChange({ before, after }: EffectiveChange): boolean {
  return before !== after && (!before || !after || JSON.stringify(before) !== JSON.stringify(after));
}

function groupUp(updates: readonly ReviewUpdate[], reactedTo: readonly TokenRow[]): Group[] {
  const groups = new Map<string, Group>();
  const groupOf = ({ subjectKey, author }: TokenRow): Group => {
    const name = `${author} ${subjectKey}`;
    const group = groups.get(name) ?? { key: [subjectKey, author], updates: [], row: undefined };
    groups.set(name, group);
    return group;
  };
  for (const update of updates) groupOf(update.token).updates.push(update);
  for (const token of reactedTo) groupOf(token);
  return [...groups.values()];
}

/** What stands of the reviews that a group already had and this batch did not touch. */
async function otherStandings(
  cache: TokenCache,
  groups: readonly Group[],
): Promise<ReadonlyMap<ReviewId, Standing>> {
  const ids = groups.flatMap((group) => untouched(group));
  if (ids.length === 0) return new Map();
  await cache.loadIds(ids);
  const mutations = await cache.mutationsOf(ids);
  const standings = new Map<ReviewId, Standing>();
  for (const id of ids) {
    const token = cache.byId(id);
    const standing = token && standingOf(token, mutations.get(id) ?? []);
    if (standing) standings.set(id, standing);
  }
  return standings;
}

function untouched({ row, updates }: Group): ReviewId[] {
  // Somebody reacted, nothing else: the row stays and only its counts change.
  if (!row || updates.length === 0) return [];
  const touched = new Set(updates.map(({ token }) => token.id));
  return [row.id, ...(row.older ?? [])].filter((id) => !touched.has(id));
}

function candidates(group: Group, others: ReadonlyMap<ReviewId, Standing>): Standing[] {
  return [
    ...group.updates.flatMap(({ standing }) => standing ?? []),
    ...untouched(group).flatMap((id) => others.get(id) ?? []),
  ];
}

function isNewIn(group: Group | undefined, { original }: Standing): boolean {
  return group?.updates.some(({ token, isNew }) => isNew && token.id === original.id) ?? false;
}

/** Counts by review: those that this batch changed, and the stored ones of the reviews asked for. */
async function reactionsOf(
  db: CommunityDatabase,
  changed: ReadonlyMap<ReviewId, Reactions>,
  ids: readonly ReviewId[],
): Promise<ReadonlyMap<ReviewId, Reactions>> {
  const counts = new Map(changed);
  const wanted = ids.filter((id) => !counts.has(id));
  if (wanted.length === 0) return counts;
  for (const row of await db.reactions.bulkGet(wanted)) if (row) counts.set(row.id, row);
  return counts;
}

async function write(db: CommunityDatabase, changes: readonly EffectiveChange[]): Promise<void> {
  const put = changes.flatMap(({ after }) => after ?? []);
  const gone = changes.flatMap(({ before, after }): [SubjectKey, AuthorId][] =>
    before && !after ? [[before.subjectKey, before.author]] : [],
  );
  if (put.length > 0) await db.effective.bulkPut(put);
  if (gone.length > 0) await db.effective.bulkDelete(gone);
}
