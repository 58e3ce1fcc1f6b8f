import { Dexie } from "dexie";
import type { CommunityDatabase } from "./community.ts";
import { withDatabaseErrors } from "./database-error.ts";
import type { AnswerRow } from "./talk-rows.ts";

export type { AnswerRow } from "./talk-rows.ts";

/** What places answered about a brand, or that they are being asked; by name of the place. */
export async function answersOf(db: CommunityDatabase, brandId: string): Promise<readonly AnswerRow[]> {
  return withDatabaseErrors(async () => {
    const rows = await answersOfBrand(db, brandId).toArray();
    return rows.toSorted((a, b) => a.name.localeCompare(b.name) || a.place.localeCompare(b.place));
  });
}

/** The rows of a brand, in no order that means anything. */
export function answersOfBrand(
  db: CommunityDatabase,
  brandId: string,
): ReturnType<typeof db.answers.toCollection> {
  return db.answers.where("[brandId+place]").between([brandId, Dexie.minKey], [brandId, Dexie.maxKey]);
}
