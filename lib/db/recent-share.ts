import { trait } from "../columns/traits.ts";
import type { SubjectKey } from "../model/subject.ts";
import { columnsOf } from "./columns-store.ts";
import type { CommunityDatabase } from "./community.ts";
import { withDatabaseErrors } from "./database-error.ts";

/**
 * Which share (0–1) of the reviews of these subjects is from `since` (seconds) or later, generated ones left out;
 * `undefined` where there are none.
 */
export async function recentShare(
  db: CommunityDatabase,
  keys: readonly SubjectKey[],
  since: number,
): Promise<number | undefined> {
  return withDatabaseErrors(async () => {
    let all = 0;
    let recent = 0;
    for (const { length, traits, issuedAt } of await columnsOf(db, [...new Set(keys)])) {
      for (let index = 0; index < length; index++) {
        if (((traits[index] ?? 0) & trait.generated) !== 0) continue;
        all++;
        if ((issuedAt[index] ?? 0) >= since) recent++;
      }
    }
    return all === 0 ? undefined : recent / all;
  });
}
