import type { AuthorId, ReviewId } from "../model/review.ts";
import type { SubjectKey } from "../model/subject.ts";
import type { CommunityDatabase } from "./community.ts";
import type { EffectiveRow, Reactions, TokenRow } from "./community-rows.ts";
import { addMissing } from "./add-missing.ts";
import { effectiveRow, noReactions } from "./derive.ts";
import { newestOf, type Standing, standingOf } from "./standing.ts";
import type { EffectiveChange } from "./summary-difference.ts";
import type { TokenCache } from "./token-cache.ts";
import type { Writes } from "./writes.ts";

/** A review that arrived, was edited, withdrawn or removed. */
export interface ReviewUpdate {
  readonly token: TokenRow;
  /** `undefined` where it no longer stands. */
  readonly standing: Standing | undefined;
  /** Stored for the first time by this batch, so that nobody can have reacted to it before. */
  readonly isNew: boolean;
}

interface Group {
  readonly name: string;
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
  writes: Writes,
  updates: readonly ReviewUpdate[],
  reactions: ReadonlyMap<ReviewId, Reactions>,
  reactedTo: readonly TokenRow[],
): Promise<EffectiveChange[]> {
  const all = groupUp(updates, reactedTo);
  const added = await addNewcomers(db, all.filter(isNewcomer), reactions);
  const groups = all.filter(({ name }) => !added.has(name));
  const newcomers = [...added.values()].map((after): EffectiveChange => ({ before: undefined, after }));
  return [...newcomers, ...(await changeGroups(db, cache, writes, groups, reactions))];
}

/** Only new reviews that stand: most likely their author never spoke about the subject before. */
function isNewcomer({ updates }: Group): boolean {
  return updates.length > 0 && updates.every(({ isNew, standing }) => isNew && standing);
}

/** Adds rows of authors who have none about the subject; by the group's name, those that were added. */
async function addNewcomers(
  db: CommunityDatabase,
  groups: readonly Group[],
  reactions: ReadonlyMap<ReviewId, Reactions>,
): Promise<ReadonlyMap<string, EffectiveRow>> {
  const rows = groups.flatMap((group): EffectiveRow[] => {
    const found = newestOf(candidates(group, new Map()));
    return found ? [rowOf(found, reactions)] : [];
  });
  const { added } = await addMissing(db.effective, rows);
  return new Map(added.map((row) => [nameOf(row), row]));
}

async function changeGroups(
  db: CommunityDatabase,
  cache: TokenCache,
  writes: Writes,
  groups: readonly Group[],
  reactions: ReadonlyMap<ReviewId, Reactions>,
): Promise<EffectiveChange[]> {
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
    return { before: row, after: found && rowOf(found, counts) };
  });
  const real = changes.filter(isChange);
  write(db, writes, real);
  return real;
}

function rowOf(
  { winner, older }: NonNullable<ReturnType<typeof newestOf>>,
  counts: ReadonlyMap<ReviewId, Reactions>,
): EffectiveRow {
  return effectiveRow(winner, older, counts.get(winner.original.id) ?? noReactions);
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

function nameOf({ subjectKey, author }: Pick<EffectiveRow, "subjectKey" | "author">): string {
  return `${author} ${subjectKey}`;
}

function groupUp(updates: readonly ReviewUpdate[], reactedTo: readonly TokenRow[]): Group[] {
  const groups = new Map<string, Group>();
  const groupOf = (token: TokenRow): Group => {
    const name = nameOf(token);
    const group = groups.get(name) ?? {
      name,
      key: [token.subjectKey, token.author],
      updates: [],
      row: undefined,
    };
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

function write(db: CommunityDatabase, writes: Writes, changes: readonly EffectiveChange[]): void {
  const put = changes.flatMap(({ after }) => after ?? []);
  const gone = changes.flatMap(({ before, after }): [SubjectKey, AuthorId][] =>
    before && !after ? [[before.subjectKey, before.author]] : [],
  );
  if (put.length > 0) writes.add(db.effective.bulkPut(put));
  if (gone.length > 0) writes.add(db.effective.bulkDelete(gone));
}
