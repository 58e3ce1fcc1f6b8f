import type { OfficialKey } from "../model/official.ts";
import type { CommunityDatabase } from "./community.ts";
import { pageFeed } from "./talk-rows.ts";

/** Proofs that were read on a brand's own front page while it was open: traces of a visit. */

/** Makes these all keys that a site's front page proves. One that no longer stands there is none, at once. */
export async function replacePageKeys(
  db: CommunityDatabase,
  site: string,
  keys: readonly OfficialKey[],
): Promise<void> {
  await db.transaction("rw", db.officialKeys, async () => {
    await ofSite(db, site).delete();
    await db.officialKeys.bulkPut(keys.map((key) => ({ ...key, feed: pageFeed })));
  });
}

/** Whether a site's front page has proven anything that is still kept. */
export async function hasPageKeys(db: CommunityDatabase, site: string): Promise<boolean> {
  return (await ofSite(db, site).count()) > 0;
}

export async function forgetPageKeysOf(db: CommunityDatabase, site: string): Promise<void> {
  await ofSite(db, site).delete();
}

/** @param sinceMs - Epoch ms: what was read from then on. */
export async function forgetPageKeysSince(db: CommunityDatabase, sinceMs: number): Promise<void> {
  await ofPages(db)
    .filter(({ checkedAt = Infinity }) => checkedAt >= sinceMs)
    .delete();
}

/** Removes those that hold no longer. */
export async function expirePageKeys(db: CommunityDatabase, nowMs: number): Promise<void> {
  await ofPages(db)
    .filter(({ expiresAt = 0 }) => expiresAt <= nowMs)
    .delete();
}

type Rows = ReturnType<CommunityDatabase["officialKeys"]["toCollection"]>;

function ofPages(db: CommunityDatabase): Rows {
  return db.officialKeys.where("feed").equals(pageFeed);
}

function ofSite(db: CommunityDatabase, site: string): Rows {
  return ofPages(db).filter(({ brandId }) => brandId === site);
}
