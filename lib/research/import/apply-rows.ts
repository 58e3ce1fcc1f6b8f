import { itemTables, addItems, changeItems, putCodings } from "../../db/research-items.ts";
import { withDatabaseErrors } from "../../db/database-error.ts";
import type { ResearchDatabase } from "../../db/research.ts";
import type { Coding } from "../../model/research/coding.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { NewItem, ResearchItem } from "../../model/research/item.ts";
import { protectionOf } from "../capture/store-batch.ts";
import { canonicalJson } from "../../model/checksum.ts";
import { fingerprintOf, type Fingerprints } from "./fingerprint.ts";
import { isSame, mergeImported } from "./merge-imported.ts";
import type { ImportedCoding } from "./read-row.ts";
import type { PreparedRow } from "./prepare-row.ts";
import type { VersionOf } from "./store-rest.ts";

/** What became of some rows. */
export interface Applied {
  readonly added: number;
  readonly same: number;
  readonly updated: number;
  /** Key in the file's collection → key here. */
  readonly keys: ReadonlyMap<string, string>;
}

interface Settled {
  readonly row: PreparedRow;
  readonly before: ResearchItem | undefined;
}

/**
 * Stores rows, whole or not at all. The same rows again change nothing.
 *
 * @returns `gone`: the collection has been deleted meanwhile. `outdated`: since the rows were prepared somebody was erased,
 * or people are protected otherwise; nothing was stored.
 * @throws {DatabaseError} `quota`: nothing of these rows was stored.
 */
export async function applyRows(
  db: ResearchDatabase,
  collection: Collection,
  rows: readonly PreparedRow[],
  versionOf: VersionOf,
  fingerprints: Fingerprints | undefined,
): Promise<Applied | "gone" | "outdated"> {
  const { id } = collection;
  return withDatabaseErrors(() =>
    db.transaction("rw", [...itemTables(db), db.collections], async () => {
      const now = await db.collections.get(id);
      if (!now) return "gone";
      if (protectionOf(now) !== protectionOf(collection)) return "outdated";
      const found = await findBefore(db, id, rows, fingerprints);
      const { after, changed, fresh } = settle(found);
      await changeItems(db, changed);
      const seqs = await addItems(db, fresh);
      const seqOfKey = new Map([
        ...[...after.values()].map((item): [string, number] => [item.key, item.seq]),
        ...fresh.flatMap((item, at): [string, number][] => (seqs[at] ? [[item.key, seqs[at]]] : [])),
      ]);
      for (const item of fresh) fingerprints?.add(item, seqOfKey.get(item.key) ?? 0);
      const coded = await storeCodings(db, id, found, seqOfKey, versionOf);
      const changedSeqs = new Set([...changed.map(({ seq }) => seq), ...coded]);
      const updated = [...after.values()].filter(({ seq }) => changedSeqs.has(seq)).length;
      return {
        added: fresh.length,
        updated,
        same: rows.length - fresh.length - updated,
        keys: keysOf(found),
      };
    }),
  );
}

async function findBefore(
  db: ResearchDatabase,
  collection: string,
  rows: readonly PreparedRow[],
  fingerprints: Fingerprints | undefined,
): Promise<Settled[]> {
  const candidates = rows.flatMap(({ isOwn, item, oldKey }) => [
    item.key,
    ...(isOwn && oldKey ? [oldKey] : []),
  ]);
  const pairs = [...new Set(candidates)].map((key): [string, string] => [collection, key]);
  const known = new Map(
    (await db.items.where("[collection+key]").anyOf(pairs).toArray()).map((item) => [item.key, item]),
  );
  const alike = rows.map(({ item }) => fingerprints?.seqOf(item));
  const bySeq = new Map(
    (await db.items.bulkGet(alike.filter((seq) => seq !== undefined))).map((item) => [item?.seq, item]),
  );
  return rows.map((row, at) => {
    const { isOwn, item, oldKey } = row;
    const byKey = (isOwn && oldKey ? known.get(oldKey) : undefined) ?? known.get(item.key);
    const other = bySeq.get(alike[at]);
    const isAlike = other?.collection === collection && fingerprintOf(other) === fingerprintOf(item);
    return { row, before: byKey ?? (isAlike ? other : undefined) };
  });
}

/** Rows joined with what is there, and with each other where they tell of one item. */
function settle(found: readonly Settled[]): {
  readonly after: ReadonlyMap<number, ResearchItem>;
  readonly changed: readonly ResearchItem[];
  readonly fresh: readonly NewItem[];
} {
  const before = new Map<number, ResearchItem>();
  const after = new Map<number, ResearchItem>();
  const fresh = new Map<string, NewItem>();
  for (const { row, before: item } of found) {
    if (item) {
      before.set(item.seq, item);
      after.set(item.seq, mergeImported(after.get(item.seq) ?? item, row.item));
    } else {
      const { key } = row.item;
      const earlier = fresh.get(key);
      const { seq: _, ...merged } = earlier
        ? mergeImported({ ...earlier, seq: 0 }, row.item)
        : { ...row.item, seq: 0 };
      fresh.set(key, merged);
    }
  }
  const changed = [...after.values()].filter((item) => {
    const known = before.get(item.seq);
    return known !== undefined && !isSame(known, item);
  });
  return { after, changed, fresh: [...fresh.values()] };
}

function keysOf(found: readonly Settled[]): ReadonlyMap<string, string> {
  return new Map(
    found.flatMap(({ before, row }) =>
      row.oldKey ? [[row.oldKey, before?.key ?? row.item.key] as const] : [],
    ),
  );
}

/** @returns Numbers of the items of which a coding is new. */
async function storeCodings(
  db: ResearchDatabase,
  collection: string,
  found: readonly Settled[],
  seqOfKey: ReadonlyMap<string, number>,
  versionOf: VersionOf,
): Promise<readonly number[]> {
  const told = found.flatMap(({ before, row }) => {
    const seq = before?.seq ?? seqOfKey.get(row.item.key);
    return seq === undefined ? [] : row.codings.map((coding) => codingOf(coding, collection, seq, versionOf));
  });
  if (told.length === 0) return [];
  const known = await db.codings.bulkGet(told.map(({ coder, seq }): [number, string] => [seq, coder]));
  const newer = told.filter((coding, at) => {
    const here = known[at];
    return !here || (coding.at > here.at && canonicalJson(coding) !== canonicalJson(here));
  });
  await putCodings(db, newer);
  return newer.map(({ seq }) => seq);
}

function codingOf(coding: ImportedCoding, collection: string, seq: number, versionOf: VersionOf): Coding {
  return { ...coding, collection, seq, codebook: versionOf(coding.codebook) };
}
