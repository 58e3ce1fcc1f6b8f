import { joinSummaries, type Summary } from "../model/summary.ts";
import type { SubjectKey } from "../model/subject.ts";
import { groupKeyOf, type WeighGroup } from "../model/weighing.ts";
import type { CommunityDatabase } from "./community.ts";
import type { WeighedRow } from "./community-rows.ts";

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
