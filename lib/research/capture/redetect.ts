import { Dexie } from "dexie";
import { changeItems, itemTables } from "../../db/research-items.ts";
import type { RedetectionRow, ResearchDatabase } from "../../db/research.ts";
import { withDatabaseErrors } from "../../db/database-error.ts";
import type { MentionContext } from "../../mentions/mention-context.ts";
import type { MentionFinder } from "../../mentions/mention-finder.ts";
import type { Mention } from "../../model/mention.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { ResearchItem } from "../../model/research/item.ts";
import type { Redetection } from "../../model/research/redetection.ts";

/** Items of one step: a step that a killed worker loses is no loss. */
const stepSize = 200;
const mostFound = 100;

/** Begins to look for brands in all items of a collection anew; what was under way there begins afresh. */
export async function beginRedetection(
  db: ResearchDatabase,
  what: Pick<Redetection, "collection" | "confidence" | "detector" | "startedAt">,
): Promise<void> {
  const [first, last] = await Promise.all([
    itemsAfter(db, what.collection, 0).first(),
    itemsAfter(db, what.collection, 0).last(),
  ]);
  await db.redetections.put({
    ...what,
    share: 0,
    done: 0,
    changed: 0,
    found: [],
    cursor: 0,
    first: first?.seq ?? 0,
    last: last?.seq ?? 0,
  });
}

/** Looks at the next items. @returns Whether there are more. @throws {DatabaseError} */
export async function redetectStep(
  db: ResearchDatabase,
  collectionId: string,
  finder: Pick<MentionFinder, "findAll">,
  nowMs: number,
): Promise<boolean> {
  const [row, collection] = await Promise.all([
    db.redetections.get(collectionId),
    db.collections.get(collectionId),
  ]);
  if (!row || row.endedAt !== undefined) return false;
  if (!collection) return false;
  const items = await itemsAfter(db, collectionId, row.cursor)
    .limit(stepSize)
    .filter(({ seq }) => seq <= row.last)
    .toArray();
  if (items.length === 0) {
    await db.redetections.update(collectionId, { share: 1, endedAt: nowMs });
    return false;
  }
  const texts = items.map((item) => ({ text: item.text, context: contextOf(item, collection) }));
  const found = await finder.findAll(texts);
  const anew = new Map(
    items.map((item, index) => [item.seq, { item, mentions: mentionsOf(item, found[index] ?? [], row) }]),
  );
  return write(db, row, anew);
}

function itemsAfter(db: ResearchDatabase, collection: string, seq: number): ReturnType<typeof between> {
  return between(db, [collection, seq], [collection, Dexie.maxKey]);
}

// oxlint-disable-next-line typescript/explicit-function-return-type -- Dexie's own, which has no short name
const between = (db: ResearchDatabase, from: unknown[], to: unknown[]) =>
  db.items.where("[collection+seq]").between(from, to, false, true);

/** What an item still tells of the surroundings in which it was met. */
function contextOf({ author, lang, links, site }: ResearchItem, { privacy }: Collection): MentionContext {
  return {
    links,
    platform: site,
    ...(lang && { lang }),
    ...(author && !privacy.pseudonymise && { authorHandle: author }),
  };
}

/** A brand known by the author's own account stays: under a pseudonym nobody can see it again. */
function mentionsOf(
  { mentions }: ResearchItem,
  found: readonly Mention[],
  { confidence }: RedetectionRow,
): readonly Mention[] {
  const sure = found.filter((mention) => mention.confidence >= confidence);
  const named = new Set(sure.map(({ brandId }) => brandId));
  const byAuthor = mentions.filter(
    (mention) =>
      mention.reasons.includes("author") && !named.has(mention.brandId) && mention.confidence >= confidence,
  );
  return [...sure, ...byAuthor];
}

type Anew = ReadonlyMap<number, { readonly item: ResearchItem; readonly mentions: readonly Mention[] }>;

function write(db: ResearchDatabase, row: RedetectionRow, anew: Anew): Promise<boolean> {
  const { items, redetections } = db;
  return withDatabaseErrors(() =>
    db.transaction("rw", [...itemTables(db), redetections], async () => {
      const now = await redetections.get(row.collection);
      // Begun afresh meanwhile, or another worker was faster.
      if (now?.startedAt !== row.startedAt || now.cursor !== row.cursor) return true;
      const stored = await items.bulkGet([...anew.keys()]);
      // One that was edited meanwhile was read with the newer text already.
      const same = stored.filter(
        (item): item is ResearchItem => item !== undefined && item.text === anew.get(item.seq)?.item.text,
      );
      const found = new Map(row.found.map((brand) => [brand.brandId, brand]));
      const updated = same.map((item) => {
        const mentions = anew.get(item.seq)!.mentions;
        countNew(found, item.mentions, mentions);
        return { ...item, mentions, detector: row.detector };
      });
      const changed = updated.filter(
        ({ mentions }, index) => JSON.stringify(mentions) !== JSON.stringify(same[index]!.mentions),
      );
      await changeItems(db, updated);
      const cursor = Math.max(...anew.keys());
      await redetections.update(row.collection, {
        cursor,
        share: (cursor - row.first + 1) / (row.last - row.first + 1),
        done: row.done + anew.size,
        changed: row.changed + changed.length,
        found: [...found.values()].toSorted((a, b) => b.count - a.count).slice(0, mostFound),
      });
      return true;
    }),
  );
}

function countNew(
  found: Map<string, Redetection["found"][number]>,
  before: readonly Mention[],
  after: readonly Mention[],
): void {
  const known = new Set(before.map(({ brandId }) => brandId));
  for (const { brandId, name } of new Map(after.map((one) => [one.brandId, one])).values())
    if (!known.has(brandId))
      found.set(brandId, { brandId, name, count: (found.get(brandId)?.count ?? 0) + 1 });
}
