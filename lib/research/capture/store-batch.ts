import { withDatabaseErrors } from "../../db/database-error.ts";
import { addItems, changeItems, itemTables } from "../../db/research-items.ts";
import type { ResearchDatabase } from "../../db/research.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { NewItem } from "../../model/research/item.ts";
import { isPaused, type FeedView, type SeenAs, type Session } from "../../model/research/session.ts";
import { countPosts, type Counts } from "./counters.ts";
import { mergeItem } from "./merge-item.ts";

/** A post as it goes into the database. */
export interface ReadyPost {
  readonly key: string;
  readonly as: SeenAs;
  readonly day: string;
  /** None where nothing is kept of it. Of a post that was passed, what an item of it, if there is one, is brought up to date with. */
  readonly item?: NewItem;
}

export interface ReadyBatch {
  readonly session: string;
  /** How people in its posts were protected: `protectionOf` the collection as it was then. */
  readonly protection: string;
  readonly view: Omit<FeedView, "firstAt" | "kept" | "lastAt" | "seen" | "session">;
  readonly posts: readonly ReadyPost[];
  readonly at: number;
}

/** Everything that decides what is left of people in a post. Two that are equal protect alike. */
export function protectionOf({ privacy, log }: Collection): string {
  return JSON.stringify([privacy, log?.erased.map(({ pseudonyms }) => pseudonyms)]);
}

/**
 * Writes one batch, whole or not at all. The same batch again changes nothing but `lastSeenAt`, so a page that got no
 * answer may send it again.
 *
 * @returns `gone`: the session has ended, or its collection was deleted. `outdated`: since the batch was made ready
 * somebody was erased, or people are protected otherwise; nothing was written.
 * @throws {DatabaseError} `quota` where the disk is full.
 */
export function storeBatch(
  db: ResearchDatabase,
  batch: ReadyBatch,
): Promise<"gone" | "outdated" | "paused" | "stored"> {
  const { collections, seen, sessions, tallies, views } = db;
  return withDatabaseErrors(() =>
    db.transaction("rw", [...itemTables(db), collections, seen, sessions, tallies, views], async () => {
      const session = await sessions.get(batch.session);
      const collection = session && (await collections.get(session.collection));
      // Deleted while the batch was being read: nothing may come back.
      if (!collection || session.ended) return "gone";
      if (isPaused(session)) return "paused";
      if (protectionOf(collection) !== batch.protection) return "outdated";
      await count(db, session, batch);
      await keep(db, session.collection, batch.posts);
      return "stored";
    }),
  );
}

async function count(db: ResearchDatabase, session: Session, batch: ReadyBatch): Promise<void> {
  const keys = batch.posts.map(({ key }): [string, string] => [session.id, key]);
  const known = (await db.seen.bulkGet(keys)).filter((row) => row !== undefined);
  const posts = batch.posts.map((post) => ({ ...post, view: batch.view.id }));
  const counts = countPosts(posts, new Map(known.map((row) => [row.key, row])));
  await countView(db, session.id, batch, counts);
  if (counts.rows.length === 0) return;
  await db.seen.bulkPut(
    counts.rows.map(({ as, day, key, view }) => ({ session: session.id, key, as, view, day })),
  );
  const { kept, notPublic, sampled, seen } = counts.session;
  await db.sessions.update(session.id, {
    seen: session.seen + seen,
    kept: session.kept + kept,
    sampled: session.sampled + sampled,
    notPublic: session.notPublic + notPublic,
  });
  for (const [day, more] of counts.days) await countDay(db, session, batch.view.site, day, more);
}

async function countView(
  db: ResearchDatabase,
  session: string,
  { at, posts, view }: ReadyBatch,
  { views }: Counts,
): Promise<void> {
  const known = await db.views.get(view.id);
  // Scrolling where no post came is no way of looking.
  if (!known && posts.length === 0) return;
  for (const [id, { kept, seen }] of views) {
    const before = id === view.id ? known : await db.views.get(id);
    const base = before ?? { ...view, session, seen: 0, kept: 0, firstAt: at, lastAt: at };
    await db.views.put({ ...base, seen: base.seen + seen, kept: base.kept + kept });
  }
  const counted = (await db.views.get(view.id)) ?? { ...view, session, seen: 0, kept: 0, firstAt: at };
  await db.views.put({
    ...counted,
    depth: Math.max(known?.depth ?? 0, view.depth),
    lastAt: Math.max(known?.lastAt ?? at, at),
  });
}

async function countDay(
  db: ResearchDatabase,
  { collection, id }: Session,
  site: string,
  day: string,
  more: { readonly seen: number; readonly kept: number },
): Promise<void> {
  const before = await db.tallies.get([id, site, day]);
  await db.tallies.put({
    session: id,
    collection,
    site,
    day,
    seen: (before?.seen ?? 0) + more.seen,
    kept: (before?.kept ?? 0) + more.kept,
  });
}

async function keep(db: ResearchDatabase, collection: string, posts: readonly ReadyPost[]): Promise<void> {
  const wanted = new Map<string, NewItem>();
  const met = posts.filter((post) => post.item !== undefined);
  const keys = [...new Set(met.map(({ key }) => key))].map((key): [string, string] => [collection, key]);
  if (keys.length === 0) return;
  const stored = await db.items.where("[collection+key]").anyOf(keys).toArray();
  const known = new Map(stored.map((item) => [item.key, item]));
  for (const { as, item, key } of met) {
    if (!item) continue;
    const before = known.get(key);
    if (before) known.set(key, mergeItem(before, item));
    else if (as === "kept" || as === "sampled") {
      const earlier = wanted.get(key);
      wanted.set(key, earlier ? mergeItem(earlier, item) : item);
    }
  }
  await addItems(db, [...wanted.values()]);
  await changeItems(db, [...known.values()]);
}
