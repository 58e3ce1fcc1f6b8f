import type { BlockListEntry } from "../model/block-list.ts";
import type { BlockListSubscription } from "../model/person.ts";
import type { CommunityDatabase } from "./community.ts";
import type { BlockedRow } from "./community-rows.ts";
import { withDatabaseErrors } from "./database-error.ts";
import type { PersonalDatabase } from "./personal.ts";

/** Lists that the person subscribes to, by address. */
export async function listBlockLists(db: PersonalDatabase): Promise<readonly BlockListSubscription[]> {
  return db.blockLists.toArray();
}

/** Subscribes to a list; one that is subscribed to already stays as it is. */
export async function addBlockList(db: PersonalDatabase, row: BlockListSubscription): Promise<void> {
  await db.transaction("rw", db.blockLists, async () => {
    if (!(await db.blockLists.get(row.url))) await db.blockLists.add(row);
  });
}

/** Keeps how a reading ended, unless the list was taken out meanwhile. @returns Whether it is still subscribed to. */
export async function saveBlockList(db: PersonalDatabase, row: BlockListSubscription): Promise<boolean> {
  return db.transaction("rw", db.blockLists, async () => {
    const isHere = (await db.blockLists.get(row.url)) !== undefined;
    if (isHere) await db.blockLists.put(row);
    return isHere;
  });
}

/** Takes a list out, and with it everything that it hid. */
export async function dropBlockList(
  personal: PersonalDatabase,
  community: CommunityDatabase,
  url: string,
): Promise<void> {
  await personal.blockLists.delete(url);
  await replaceBlocked(community, url, []);
}

/** Makes these all that a list names. */
export async function replaceBlocked(
  db: CommunityDatabase,
  list: string,
  entries: readonly BlockListEntry[],
): Promise<void> {
  const rows = entries.map((entry): BlockedRow => {
    const id = "author" in entry ? entry.author : entry.review;
    return { list, id, ...(entry.reason !== undefined && { reason: entry.reason }) };
  });
  await withDatabaseErrors(async () =>
    db.transaction("rw", db.blocked, async () => {
      await db.blocked.where("list").equals(list).delete();
      await db.blocked.bulkPut(rows);
    }),
  );
}

/** Drops what lists named that are no longer subscribed to: a worker may have died between the two. */
export async function dropOtherBlocked(db: CommunityDatabase, lists: readonly string[]): Promise<void> {
  const others = await db.blocked
    .where("list")
    .noneOf([...lists])
    .primaryKeys();
  for (const list of new Set(others.map(([list]) => list))) await replaceBlocked(db, list, []);
}

/** Whether anything is here that a list names. */
export async function hasBlocked(db: CommunityDatabase, list: string): Promise<boolean> {
  return (await db.blocked.where("list").equals(list).limit(1).count()) > 0;
}
