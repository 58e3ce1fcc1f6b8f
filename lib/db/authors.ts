import { authorsIn } from "../columns/select.ts";
import { trait } from "../columns/traits.ts";
import type { SubjectKey } from "../model/subject.ts";
import { columnsOf } from "./columns-store.ts";
import type { CommunityDatabase } from "./community.ts";
import { withDatabaseErrors } from "./database-error.ts";

/** How many keys speak about these subjects together, generated reviews left out. */
export async function distinctAuthors(db: CommunityDatabase, keys: readonly SubjectKey[]): Promise<number> {
  return withDatabaseErrors(
    async () => authorsIn(await columnsOf(db, [...new Set(keys)]), trait.generated).size,
  );
}
