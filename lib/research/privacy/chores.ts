import { withDatabaseErrors } from "../../db/database-error.ts";
import type { ChoreRow, ResearchDatabase } from "../../db/research.ts";
import type { CollectionId } from "../../model/research/collection.ts";
import { deleteStep } from "./delete-collection.ts";
import { eraseStep } from "./erase-person.ts";
import { expireStep } from "./expire-items.ts";
import { protectStep } from "./change-privacy.ts";

const steps = { delete: deleteStep, erase: eraseStep, expire: expireStep, protect: protectStep } as const;

/** The work that was begun and not ended, whichever page or worker began it. */
export async function openChores(db: ResearchDatabase): Promise<readonly ChoreRow[]> {
  return db.chores.toArray();
}

/**
 * Goes on with a chore until it is done or told to stop. Two that run the same do no harm: a step counts only where the
 * cursor still stands where it began.
 *
 * @throws {DatabaseError} `quota` and the like; what was done stays done.
 */
export async function runChore(
  db: ResearchDatabase,
  collection: CollectionId,
  kind: ChoreRow["kind"],
  signal?: AbortSignal,
): Promise<void> {
  await withDatabaseErrors(async () => {
    for (;;) {
      const chore = await db.chores.get([collection, kind]);
      if (!chore || signal?.aborted) return;
      await steps[kind](db, chore);
    }
  });
}
