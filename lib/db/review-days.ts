import { trait } from "../columns/traits.ts";
import type { SubjectKey } from "../model/subject.ts";
import { columnsOf } from "./columns-store.ts";
import type { CommunityDatabase } from "./community.ts";
import { withDatabaseErrors } from "./database-error.ts";

const daySeconds = 86_400;

/** How many reviews of these subjects came on which day (UTC, counted from 1970), generated ones left out. */
export async function reviewDays(
  db: CommunityDatabase,
  keys: readonly SubjectKey[],
): Promise<ReadonlyMap<number, number>> {
  return withDatabaseErrors(async () => {
    const days = new Map<number, number>();
    for (const { length, traits, issuedAt } of await columnsOf(db, [...new Set(keys)])) {
      for (let index = 0; index < length; index++) {
        if (((traits[index] ?? 0) & trait.generated) !== 0) continue;
        const day = Math.floor((issuedAt[index] ?? 0) / daySeconds);
        days.set(day, (days.get(day) ?? 0) + 1);
      }
    }
    return days;
  });
}
