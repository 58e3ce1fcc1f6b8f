import { Dexie, RangeSet } from "dexie";
import type { CommunityDatabase } from "./community.ts";
import type { PersonalDatabase } from "./personal.ts";
import { withDatabaseErrors } from "./database-error.ts";

/**
 * Deletes both databases from the disk, keys and drafts included. Other pages and the worker let go by themselves;
 * whoever asks next begins with empty ones.
 */
export async function deleteEverything(
  personal: PersonalDatabase,
  community: CommunityDatabase,
): Promise<void> {
  await withDatabaseErrors(async () => {
    await personal.delete({ disableAutoOpen: false });
    await community.delete({ disableAutoOpen: false });
  });
  // A deletion changes no row, so no live query would notice: open pages would go on showing what is gone.
  Dexie.on.storagemutated.fire({ all: new RangeSet(-Infinity, [[]]) });
}
