import type { CommunityDatabase } from "./community.ts";
import type { SyncState } from "./community-rows.ts";

export type { SyncState } from "./community-rows.ts";

/** How far the copy of a server or feed has come; `undefined` before the first run. */
export async function cursorOf(db: CommunityDatabase, id: string): Promise<SyncState | undefined> {
  return db.syncState.get(id);
}

export async function saveCursor(db: CommunityDatabase, state: SyncState): Promise<void> {
  await db.syncState.put(state);
}

/** Every server and feed that was ever read, by URL. */
export async function listCursors(db: CommunityDatabase): Promise<SyncState[]> {
  return db.syncState.toArray();
}

/** Platforms that any of these feeds has switched off for now, by site id. @param feeds - Their addresses. */
export async function sitesOffByFeeds(
  db: CommunityDatabase,
  feeds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = feeds.length === 0 ? [] : await db.syncState.bulkGet([...feeds]);
  return new Set(rows.flatMap((row) => row?.sitesOff ?? []));
}
