import { Dexie } from "dexie";
import type { Coding } from "../model/research/coding.ts";
import type { CollectionId } from "../model/research/collection.ts";
import type { NewItem, ResearchItem } from "../model/research/item.ts";
import { withDatabaseErrors } from "./database-error.ts";
import { segmentOf, segmentRows } from "./research-segments.ts";
import type { ResearchDatabase } from "./research.ts";

/*
 * The only writes to items and codings. Indexes follow by themselves: a new item by its number, every later change by
 * a row in `changes`, which stands or falls with the change. Each of these may run inside a caller's transaction over
 * `itemTables`.
 */

/** The tables that these writes touch. */
export function itemTables(db: ResearchDatabase) {
  return [db.items, db.codings, db.changes, db.blocks] as const;
}

/** Seqs in the order of what was given; `undefined` where an item of that key was there before. */
type AddedSeqs = readonly (number | undefined)[];

/**
 * Stores items that are not there yet; of two with one key the first.
 *
 * @throws {DatabaseError} `quota`: nothing of it was stored.
 */
export async function addItems(db: ResearchDatabase, items: readonly NewItem[]): Promise<AddedSeqs> {
  return writing(db, async () => {
    let failed: ReadonlySet<number> = new Set();
    const seqs = await db.items.bulkAdd([...items], { allKeys: true }).catch((error: unknown) => {
      const known = knownPositions(error);
      if (!known) throw error;
      failed = known;
      return undefined;
    });
    if (seqs) return seqs;
    return Promise.all(
      items.map(async ({ collection, key }, index) =>
        failed.has(index) ? undefined : seqOfKey(db, collection, key),
      ),
    );
  });
}

/** The item's number, where the collection has it. */
export async function seqOfKey(
  db: ResearchDatabase,
  collection: CollectionId,
  key: string,
): Promise<number | undefined> {
  const [seq] = await db.items.where("[collection+key]").equals([collection, key]).primaryKeys();
  return seq;
}

/**
 * Puts items in the place of what stood under their numbers; what has been deleted meanwhile stays deleted. Words and
 * authors that are no longer there leave the index at once.
 */
export async function changeItems(db: ResearchDatabase, items: readonly ResearchItem[]): Promise<void> {
  await writing(db, async () => {
    const before = await db.items.bulkGet(items.map(({ seq }) => seq));
    const present = items.filter((_, index) => before[index] !== undefined);
    const olds = before.filter((item) => item !== undefined);
    await db.items.bulkPut(present);
    const indexed = present.filter((item, index) => isIndexedAnew(olds[index], item));
    await noteChanges(db, indexed);
    await dropSegments(
      db,
      present.filter((item, index) => losesWords(olds[index], item)),
    );
  });
}

/** Reads an item, changes it and puts it back. @returns What it is now; `undefined` where it is not there. */
export async function changeItem(
  db: ResearchDatabase,
  seq: number,
  change: (item: ResearchItem) => ResearchItem,
): Promise<ResearchItem | undefined> {
  return writing(db, async () => {
    const item = await db.items.get(seq);
    if (!item) return undefined;
    const changed = { ...change(item), seq };
    await changeItems(db, [changed]);
    return changed;
  });
}

/** What was deleted, for whoever wants it back. */
export interface DeletedItems {
  readonly items: readonly ResearchItem[];
  readonly codings: readonly Coding[];
}

/** Deletes items with everything that was said of them: codings, and their words in the index. */
export async function deleteItems(db: ResearchDatabase, seqs: readonly number[]): Promise<DeletedItems> {
  return writing(db, async () => {
    const items = (await db.items.bulkGet([...seqs])).filter((item) => item !== undefined);
    const present = items.map(({ seq }) => seq).toSorted((a, b) => a - b);
    const said = db.codings.where("[seq+coder]").inAnyRange(
      present.map((seq) => [
        [seq, Dexie.minKey],
        [seq, Dexie.maxKey],
      ]),
    );
    const codings = await said.toArray();
    await db.items.bulkDelete(present);
    await db.codings.bulkDelete(codings.map(({ seq, coder }): [number, string] => [seq, coder]));
    await noteChanges(db, items);
    await dropSegments(db, items);
    return { items, codings };
  });
}

/** Brings back what was deleted, under the same numbers; of what came again meanwhile the newer one stays. */
export async function restoreItems(db: ResearchDatabase, { items, codings }: DeletedItems): Promise<void> {
  await writing(db, async () => {
    const known = await Promise.all(items.map(({ collection, key }) => seqOfKey(db, collection, key)));
    const missing = items.filter((_, index) => known[index] === undefined);
    await db.items.bulkPut(missing);
    const seqs = new Set(missing.map(({ seq }) => seq));
    await db.codings.bulkPut(codings.filter(({ seq }) => seqs.has(seq)));
    await noteChanges(db, missing);
    // What is stored has no place for them.
    await dropSegments(db, missing);
  });
}

/** Stores what a coder says of items, in the place of what they said before. */
export async function putCodings(db: ResearchDatabase, codings: readonly Coding[]): Promise<void> {
  await writing(db, async () => {
    const items = await db.items.bulkGet(codings.map(({ seq }) => seq));
    // An item may have been deleted while its note was written.
    const present = codings.filter((_, index) => items[index] !== undefined);
    const before = await db.codings.bulkGet(present.map(({ coder, seq }): [number, string] => [seq, coder]));
    await db.codings.bulkPut(present);
    await noteChanges(db, present);
    // Notes are searched: what is no longer in one must not stay in the index either.
    await dropSegments(
      db,
      present.filter(({ note }, index) => !note.startsWith(before[index]?.note ?? "")),
    );
  });
}

/** Takes back what a coder said of an item. */
export async function deleteCoding(db: ResearchDatabase, seq: number, coder: string): Promise<void> {
  await writing(db, async () => {
    const coding = await db.codings.get([seq, coder]);
    if (!coding) return;
    await db.codings.delete([seq, coder]);
    await noteChanges(db, [coding]);
    await dropSegments(db, [coding]);
  });
}

async function writing<T>(db: ResearchDatabase, work: () => Promise<T>): Promise<T> {
  return withDatabaseErrors(() => db.transaction("rw", [...itemTables(db)], work));
}

interface Place {
  readonly collection: CollectionId;
  readonly seq: number;
}

async function noteChanges(db: ResearchDatabase, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return;
  await db.changes.bulkAdd(places.map(({ collection, seq }) => ({ collection, seq })));
}

/** Blocks with words that must not be read any more. Whoever asks next makes them anew from the items that are left. */
async function dropSegments(db: ResearchDatabase, places: readonly Place[]): Promise<void> {
  const rows = places.flatMap(({ collection, seq }) =>
    segmentRows(segmentOf(seq)).map((name): [string, string] => [collection, name]),
  );
  const distinct = new Map(rows.map((row) => [row.join(" "), row]));
  await db.blocks.bulkDelete([...distinct.values()]);
}

/** What filters, charts and search look at. Counts of likes change all the time and are not among it. */
function isIndexedAnew(before: ResearchItem | undefined, after: ResearchItem): boolean {
  return before !== undefined && JSON.stringify(indexedPart(before)) !== JSON.stringify(indexedPart(after));
}

function indexedPart(item: ResearchItem): readonly unknown[] {
  const { text, title, author, site, session, why, lang, publishedAt, collectedAt, sentiment } = item;
  const mentions = item.mentions.map(({ brandId, name, confidence }) => [brandId, name, confidence]);
  return [
    text,
    title,
    author,
    site,
    session,
    why,
    lang,
    publishedAt,
    collectedAt,
    sentiment?.score,
    mentions,
  ];
}

function losesWords(before: ResearchItem | undefined, after: ResearchItem): boolean {
  if (!before) return false;
  // The rest of a text that was cut only adds words.
  const isLonger = after.text.startsWith(before.text);
  return !isLonger || before.title !== after.title || before.author !== after.author;
}

/** Which of a bulk write were there before; `undefined` where it failed for any other reason. */
function knownPositions(error: unknown): ReadonlySet<number> | undefined {
  if (!(error instanceof Dexie.BulkError)) return undefined;
  const failures = Object.entries(error.failuresByPos);
  if (failures.some(([, failure]) => failure?.name !== "ConstraintError")) return undefined;
  return new Set(failures.map(([position]) => Number(position)));
}
