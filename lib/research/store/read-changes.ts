import { segmentOf } from "../../db/research-segments.ts";
import type { ResearchDatabase } from "../../db/research.ts";
import { prunedUpTo, stampOf } from "./kept-segments.ts";
import { changesAfter, type CodedItem, type IndexOwner, itemsAt } from "./read-items.ts";

/** Changes that are read at once. */
const mostChanges = 2048;

/** Some changes, and what they left. */
export interface ReadChanges {
  readonly seqs: readonly number[];
  /** By number, as they stand now: those that are still there. */
  readonly items: ReadonlyMap<number, CodedItem>;
  /** Segments with changes that are not on the disk (any more). */
  readonly dropped: ReadonlySet<number>;
  /** Number of the last of them; zero where there are none. */
  readonly n: number;
  readonly isLast: boolean;
}

/** The changes after the `n`-th; `undefined` where some of them are gone already. */
export async function readChanges(
  db: ResearchDatabase,
  owner: IndexOwner,
  n: number,
): Promise<ReadChanges | undefined> {
  return db.transaction("r", [db.items, db.codings, db.changes, db.blocks], async () => {
    if ((await prunedUpTo(db, owner.collection)) > n) return undefined;
    const rows = await changesAfter(db, owner.collection, n, mostChanges);
    const seqs = [...new Set(rows.map(({ seq }) => seq))];
    const items = await itemsAt(db, owner, seqs);
    const dropped = new Set<number>();
    for (const number of new Set(seqs.map(segmentOf))) {
      if (!(await stampOf(db, owner, number))) dropped.add(number);
    }
    return {
      seqs,
      items: new Map(items.map((coded) => [coded.item.seq, coded])),
      dropped,
      n: rows.at(-1)?.n ?? 0,
      isLast: rows.length < mostChanges,
    };
  });
}
