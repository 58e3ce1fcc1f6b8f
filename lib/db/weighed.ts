import { joinSummaries, type Summary } from "../model/summary.ts";
import type { SubjectKey } from "../model/subject.ts";
import { groupKeyOf, type WeighGroup } from "../model/weighing.ts";
import type { CommunityDatabase } from "./community.ts";
import type { PrintsRow, WeighedRow } from "./community-rows.ts";
import { withDatabaseErrors } from "./database-error.ts";

/** What is known of some subjects together. */
export interface GroupReading {
  readonly group: WeighGroup;
  /** `groupKeyOf` those that somebody speaks about; empty where nobody does. */
  readonly key: string;
  readonly summary: Summary;
  /** By subject, what its summary is at. */
  readonly revisions: Readonly<Record<SubjectKey, number>>;
  /** What signals made of them when they were weighed last. */
  readonly row: WeighedRow | undefined;
}

/** Summaries of some groups and what signals made of them: two reads by primary key, however many groups. */
export async function readGroups(
  db: CommunityDatabase,
  groups: readonly WeighGroup[],
): Promise<readonly GroupReading[]> {
  const keys = [...new Set(groups.flatMap((group) => group.keys))];
  if (keys.length === 0) return groups.map((group) => readingOf(group, new Map(), new Map()));
  return db.transaction("r", [db.summaries, db.weighed], async () => {
    const found = (await db.summaries.bulkGet(keys)).filter((row) => row !== undefined);
    const summaries = new Map(found.map((row) => [row.subjectKey, row]));
    const names = groups.map(({ brandId, ...group }) =>
      groupKeyOf(
        group.keys.flatMap((key) => summaries.get(key) ?? []),
        brandId,
      ),
    );
    const rows = (await db.weighed.bulkGet([...new Set(names)])).filter((row) => row !== undefined);
    const weighed = new Map(rows.map((row) => [row.key, row]));
    return groups.map((group) => readingOf(group, summaries, weighed));
  });
}

function readingOf(
  group: WeighGroup,
  summaries: ReadonlyMap<SubjectKey, Summary & { readonly siteKey?: string; readonly revision: number }>,
  weighed: ReadonlyMap<string, WeighedRow>,
): GroupReading {
  const own = [...new Set(group.keys)].flatMap((key) => summaries.get(key) ?? []);
  const key = own.length === 0 ? "" : groupKeyOf(own, group.brandId);
  return {
    group,
    key,
    summary: joinSummaries(group.keys[0] ?? "", own),
    revisions: Object.fromEntries(own.map(({ subjectKey, revision }) => [subjectKey, revision])),
    row: weighed.get(key),
  };
}

/** Whether a group was weighed as its reviews are, by these signals and as of this day. */
export function isCurrent({ row, revisions }: GroupReading, version: string, asOf: number): boolean {
  if (row?.version !== version || row.asOf !== asOf) return false;
  return Object.entries(revisions).every(([key, revision]) => row.revisions[key] === revision);
}

/** Keeps what was worked out of a group, and of its large subjects. */
export async function putWeighed(
  db: CommunityDatabase,
  row: WeighedRow,
  prints: readonly PrintsRow[],
): Promise<void> {
  await withDatabaseErrors(async () =>
    db.transaction("rw", [db.weighed, db.prints], async () => {
      await db.weighed.put(row);
      await db.prints.bulkPut(prints);
    }),
  );
}

/** Rows are made when somebody looks: they tell of it, and are forgotten with it. They are made anew when needed. */
export async function forgetWeighed(db: CommunityDatabase): Promise<void> {
  await db.transaction("rw", [db.weighed, db.prints], async () => {
    await db.weighed.clear();
    await db.prints.clear();
  });
}

/** Forgets what was last worked out before `beforeMs`. */
export async function expireWeighed(db: CommunityDatabase, beforeMs: number): Promise<void> {
  await db.weighed.filter(({ asOf }) => asOf * 1000 < beforeMs).delete();
  // What is beside large subjects tells of a look as well.
  await db.prints.filter(({ elsewhereAsOf }) => elsewhereAsOf * 1000 < beforeMs).delete();
}

/** What was worked out of subjects that nobody speaks about any more goes with them. Inside their transaction. */
export async function dropWeighed(db: CommunityDatabase, emptied: readonly SubjectKey[]): Promise<void> {
  const gone = new Set(emptied);
  const keys = await db.weighed.toCollection().primaryKeys();
  await db.weighed.bulkDelete(keys.filter((key) => key.split("\n").some((part) => gone.has(part))));
  await db.prints.bulkDelete([...gone]);
}
