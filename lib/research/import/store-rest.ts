import { withDatabaseErrors } from "../../db/database-error.ts";
import type { ResearchDatabase } from "../../db/research.ts";
import type { Code, Codebook } from "../../model/research/coding.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { FolderRest } from "./folder.ts";
import { protectTerms } from "../privacy/protect-terms.ts";
import type { ImportedIds } from "./imported-ids.ts";

/** The version here for a version there. */
export type VersionOf = (codebook: number) => number;
const asItIs: VersionOf = (version) => version;

/**
 * Brings a folder's codebooks into a collection. One's own keep their numbers, and a collection without codes takes all
 * of them over. Else the codes that another collection uses now are added as the next version, where any is missing.
 */
export async function storeCodebooks(
  db: ResearchDatabase,
  collection: Collection,
  { codebooks, collection: from }: FolderRest,
  nowMs: number,
): Promise<VersionOf> {
  return withDatabaseErrors(() =>
    db.transaction("rw", [db.collections, db.codebooks], async () => {
      const current = (await db.collections.get(collection.id))?.codebook ?? collection.codebook;
      const newest = codebooks.toSorted((a, b) => b.version - a.version)[0];
      if (!newest) return asItIs;
      const isEmpty = current.version === 1 && current.codes.length === 0;
      if (isEmpty) await db.collections.update(collection.id, { codebook: bookOf(newest) });
      if (isEmpty || from.id === collection.id) {
        await keepMissing(db, collection.id, codebooks, isEmpty ? newest.version : current.version);
        return asItIs;
      }
      return join(db, collection.id, current, newest.codes.map(codeOf), { nowMs, name: from.name });
    }),
  );
}

async function join(
  db: ResearchDatabase,
  collection: string,
  current: Codebook,
  codes: readonly Code[],
  { name, nowMs }: { readonly name: string; readonly nowMs: number },
): Promise<VersionOf> {
  const known = new Set(current.codes.map(({ id }) => id));
  const missing = codes.filter(({ id }) => !known.has(id));
  if (missing.length === 0) return () => current.version;
  const version = current.version + 1;
  await db.codebooks.put({ ...current, collection });
  await db.collections.update(collection, {
    codebook: { version, codes: [...current.codes, ...missing], createdAt: nowMs, note: name },
  });
  return () => version;
}

async function keepMissing(
  db: ResearchDatabase,
  collection: string,
  codebooks: FolderRest["codebooks"],
  current: number,
): Promise<void> {
  const earlier = codebooks.filter(({ version }) => version < current);
  const known = await db.codebooks.bulkGet(
    earlier.map(({ version }): [string, number] => [collection, version]),
  );
  const missing = earlier.filter((_, at) => known[at] === undefined);
  await db.codebooks.bulkPut(missing.map((book) => Object.assign(bookOf(book), { collection })));
}

function bookOf({ codes, createdAt, note, version }: FolderRest["codebooks"][number]): Codebook {
  return { version, codes: codes.map(codeOf), createdAt, note };
}

function codeOf({ parent, ...code }: FolderRest["codebooks"][number]["codes"][number]): Code {
  return { ...code, ...(parent === undefined ? {} : { parent }) };
}

/** Recordings and what was seen in them. What is there already stays as it is. */
export async function storeSessions(
  db: ResearchDatabase,
  collection: Collection,
  { collection: from, sessions, tallies, views }: FolderRest,
  ids: ImportedIds,
): Promise<void> {
  const isOwn = from.id === collection.id;
  const sessionIds = new Map(
    await Promise.all(sessions.map(async ({ id }) => [id, isOwn ? id : await ids.session(id)] as const)),
  );
  const viewIds = await Promise.all(views.map(async ({ id }) => (isOwn ? id : ids.view(id))));
  const safe = await Promise.all(
    views.map(async ({ site, terms }) => terms && (await protectTerms(terms, site, collection))),
  );
  await withDatabaseErrors(() =>
    db.transaction("rw", [db.sessions, db.views, db.tallies], async () => {
      const added = await missingSessions(db, collection, sessions, sessionIds);
      for (const [at, { locale, session, terms: _, ...view }] of views.entries()) {
        const id = viewIds[at];
        const home = sessionIds.get(session);
        // A file that says it is of this collection may name a view that is another's.
        if (!id || !home || !added.has(home) || (await db.views.get(id))) continue;
        const terms = safe[at];
        const more = {
          ...(terms === undefined ? {} : { terms }),
          ...(locale === undefined ? {} : { locale }),
        };
        await db.views.put({ ...view, ...more, id, session: home });
      }
      for (const { session, ...tally } of tallies) {
        const home = sessionIds.get(session);
        if (home && added.has(home))
          await db.tallies.put({ ...tally, session: home, collection: collection.id });
      }
    }),
  );
}

async function missingSessions(
  db: ResearchDatabase,
  collection: Collection,
  sessions: FolderRest["sessions"],
  ids: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const added = new Set<string>();
  for (const { ended, id, pauses, plan, ...session } of sessions) {
    const here = ids.get(id) ?? id;
    if (await db.sessions.get(here)) continue;
    added.add(here);
    await db.sessions.add({
      ...session,
      id: here,
      collection: collection.id,
      plan: { ...plan, collection: collection.id },
      pauses: pauses.map(({ from, to }) => (to === undefined ? { from } : { from, to })),
      // A recording that was under way elsewhere is not under way here.
      ended: ended ?? { at: session.endsAt, why: "time" },
    });
  }
  return added;
}

/** Samples for second coders, whose items are named by their keys here. */
export async function storeSamples(
  db: ResearchDatabase,
  collection: Collection,
  { collection: from, samples }: FolderRest,
  keys: ReadonlyMap<string, string>,
  versionOf: VersionOf,
): Promise<void> {
  const isOwn = from.id === collection.id;
  await withDatabaseErrors(() =>
    db.transaction("rw", [db.samples], async () => {
      for (const sample of samples) {
        const here = await db.samples.get(sample.id);
        if (here && here.collection !== collection.id) continue;
        const mapped = sample.keys.map((key) => keys.get(key) ?? (isOwn ? key : undefined));
        await db.samples.put({
          ...sample,
          collection: collection.id,
          codebook: versionOf(sample.codebook),
          keys: here?.keys ?? mapped.filter((key) => key !== undefined),
        });
      }
    }),
  );
}
