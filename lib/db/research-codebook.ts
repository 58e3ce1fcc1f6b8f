import { Dexie } from "dexie";
import { refused } from "../model/refusal.ts";
import type { Code, Codebook } from "../model/research/coding.ts";
import type { CollectionId } from "../model/research/collection.ts";
import { ok, type Result } from "../model/result.ts";
import { withDatabaseErrors } from "./database-error.ts";
import type { CodebookRow, ResearchDatabase } from "./research.ts";

interface Change {
  readonly collection: CollectionId;
  /** Version that the person had before them. */
  readonly from: number;
  readonly codes: readonly Code[];
  readonly note: string;
}

/**
 * Puts the next version in force and keeps the one before. Codings keep the version they were made with.
 *
 * @returns The new version; `refused` with `not-found`, or with `codebook-changed` where another window was quicker.
 */
export async function saveCodebook(
  db: ResearchDatabase,
  { collection: id, from, codes, note }: Change,
  nowMs: number,
): Promise<Result<Codebook>> {
  return withDatabaseErrors(() =>
    db.transaction("rw", db.collections, db.codebooks, async () => {
      const collection = await db.collections.get(id);
      if (!collection) return refused("not-found");
      const before = collection.codebook;
      if (before.version !== from) return refused("codebook-changed");
      const next: Codebook = { version: before.version + 1, codes, note, createdAt: nowMs };
      await db.codebooks.bulkPut([rowOf(id, before), rowOf(id, next)]);
      await db.collections.put({ ...collection, codebook: next });
      return ok(next);
    }),
  );
}

/** All versions, the one in force first. */
export async function codebookVersions(db: ResearchDatabase, id: CollectionId): Promise<readonly Codebook[]> {
  return withDatabaseErrors(() =>
    db.transaction("r", db.collections, db.codebooks, async () => {
      const current = (await db.collections.get(id))?.codebook;
      const rows = await db.codebooks
        .where("[collection+version]")
        .between([id, Dexie.minKey], [id, Dexie.maxKey])
        .reverse()
        .toArray();
      const earlier = rows.filter(({ version }) => version !== current?.version).map(bookOf);
      return current ? [current, ...earlier] : earlier;
    }),
  );
}

/** How many codings name each of some codes, of whichever coder. Looks at every coding: only to be asked before a removal. */
export async function codeUses(
  db: ResearchDatabase,
  id: CollectionId,
  codes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  return withDatabaseErrors(async () => {
    const uses = new Map(codes.map((code) => [code, 0]));
    const all = db.codings.where("[collection+coder]").between([id, Dexie.minKey], [id, Dexie.maxKey]);
    await all.each((coding) => {
      for (const code of coding.codes) {
        const count = uses.get(code);
        if (count !== undefined) uses.set(code, count + 1);
      }
    });
    return uses;
  });
}

function bookOf({ version, codes, note, createdAt }: CodebookRow): Codebook {
  return { version, codes, note, createdAt };
}

function rowOf(collection: CollectionId, book: Codebook): CodebookRow {
  return { ...book, collection };
}
