import { Dexie } from "dexie";
import { holdsAt, type OfficialKey } from "../model/official.ts";
import type { AuthorId } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import { pageFeed, type OfficialKeyRow } from "./talk-rows.ts";

/** Makes these all keys that a feed calls official. One that is not among them has lost its proof. */
export async function replaceOfficialKeys(
  db: CommunityDatabase,
  feed: string,
  keys: readonly OfficialKey[],
): Promise<void> {
  const rows = keys.map((key): OfficialKeyRow => ({ ...key, feed }));
  await db.transaction("rw", db.officialKeys, async () => {
    await db.officialKeys.where("feed").equals(feed).delete();
    await db.officialKeys.bulkPut(rows);
  });
}

/**
 * Which of these authors have proven that they speak for a brand, of several proofs the one that holds longest.
 *
 * @param nowMs - Epoch ms: what has expired by then proves nothing.
 */
export async function officialAmong(
  db: CommunityDatabase,
  brandId: string | undefined,
  authors: readonly AuthorId[],
  nowMs: number,
): Promise<ReadonlyMap<AuthorId, OfficialKey>> {
  if (brandId === undefined || authors.length === 0) return new Map();
  const rows = await db.officialKeys
    .where("author")
    .anyOf([...new Set(authors)])
    .toArray();
  return byAuthor(rows.filter((row) => row.brandId === brandId && holdsAt(row, nowMs)));
}

/**
 * Keys that are proven for a brand now.
 *
 * @param nowMs - Epoch ms.
 */
export async function officialKeysOf(
  db: CommunityDatabase,
  brandId: string,
  nowMs: number,
): Promise<readonly OfficialKey[]> {
  const rows = await rowsOf(db, brandId);
  return [...byAuthor(rows.filter((row) => holdsAt(row, nowMs))).values()];
}

/**
 * Authors whose keys feeds call proven for a brand now. What the person's own visits have shown is left out, so that
 * what follows from it is the same for everyone: figures on pages must not tell who was where.
 *
 * @param nowMs - Epoch ms.
 */
export async function publicOfficialAuthors(
  db: CommunityDatabase,
  brandId: string,
  nowMs: number,
): Promise<readonly AuthorId[]> {
  const rows = await rowsOf(db, brandId);
  return [...byAuthor(rows.filter((row) => row.feed !== pageFeed && holdsAt(row, nowMs))).keys()];
}

/** The same of several brands. */
export async function keysOfBrands(
  db: CommunityDatabase,
  brandIds: readonly string[],
  nowMs: number,
): Promise<ReadonlySet<AuthorId>> {
  const authors = await Promise.all(brandIds.map((brandId) => publicOfficialAuthors(db, brandId, nowMs)));
  return new Set(authors.flat());
}

function rowsOf(db: CommunityDatabase, brandId: string): Promise<OfficialKeyRow[]> {
  return db.officialKeys.where("[brandId+author+feed]").between([brandId], [brandId, Dexie.maxKey]).toArray();
}

function byAuthor(rows: readonly OfficialKeyRow[]): ReadonlyMap<AuthorId, OfficialKeyRow> {
  return new Map(rows.toSorted((a, b) => endOf(a) - endOf(b)).map((row) => [row.author, row]));
}

/** Of a feed that says no end, before those that do: they say more. */
function endOf({ expiresAt = 0 }: OfficialKey): number {
  return expiresAt;
}
