import { Dexie } from "dexie";
import type { Coding } from "../model/research/coding.ts";
import type { Collection, CollectionId } from "../model/research/collection.ts";
import { withDatabaseErrors } from "./database-error.ts";
import { itemTables, putCodings } from "./research-items.ts";
import type { ResearchDatabase } from "./research.ts";

/** Items whose codings are read and written in one transaction. */
const atOnce = 500;

/** What a coder has said of an item. */
export async function codingOf(
  db: ResearchDatabase,
  seq: number,
  coder: string,
): Promise<Coding | undefined> {
  return withDatabaseErrors(async () => db.codings.get([seq, coder]));
}

/** Everything that one coder has said in a collection. */
export async function codingsBy(
  db: ResearchDatabase,
  collection: CollectionId,
  coder: string,
): Promise<readonly Coding[]> {
  return withDatabaseErrors(async () =>
    db.codings.where("[collection+coder]").equals([collection, coder]).toArray(),
  );
}

/** Who has coded in a collection. */
export async function codersOf(db: ResearchDatabase, collection: CollectionId): Promise<readonly string[]> {
  return withDatabaseErrors(async () => {
    const keys = await db.codings
      .where("[collection+coder]")
      .between([collection, Dexie.minKey], [collection, Dexie.maxKey])
      .uniqueKeys();
    return keys.flatMap((key) => (Array.isArray(key) && typeof key[1] === "string" ? [key[1]] : []));
  });
}

/**
 * Gives a code to many items, or takes it from them, as the collection's own coder. What else was said of them stays.
 *
 * @returns How many items changed.
 */
export async function codeItems(
  db: ResearchDatabase,
  collection: Collection,
  seqs: readonly number[],
  change: { readonly code: string; readonly on: boolean },
  nowMs: number,
): Promise<number> {
  let changed = 0;
  for (let from = 0; from < seqs.length; from += atOnce) {
    changed += await codeSome(db, collection, seqs.slice(from, from + atOnce), change, nowMs);
  }
  return changed;
}

async function codeSome(
  db: ResearchDatabase,
  collection: Collection,
  seqs: readonly number[],
  { code, on }: { readonly code: string; readonly on: boolean },
  nowMs: number,
): Promise<number> {
  return withDatabaseErrors(() =>
    db.transaction("rw", [...itemTables(db)], async () => {
      const before = await db.codings.bulkGet(seqs.map((seq): [number, string] => [seq, collection.coder]));
      const codings = seqs.flatMap((seq, index): readonly Coding[] => {
        const coding = before[index] ?? emptyCoding(collection, seq);
        if (coding.codes.includes(code) === on) return [];
        const codes = on ? [...coding.codes, code] : coding.codes.filter((id) => id !== code);
        return [{ ...coding, codes, codebook: collection.codebook.version, at: nowMs }];
      });
      await putCodings(db, codings);
      return codings.length;
    }),
  );
}

/** What the collection's own coder has said of an item before they say anything. */
export function emptyCoding({ id, coder, codebook }: Collection, seq: number): Coding {
  return { collection: id, seq, coder, codes: [], note: "", codebook: codebook.version, at: 0 };
}
