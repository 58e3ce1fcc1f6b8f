import type { SubjectKey } from "../model/subject.ts";
import type { Draft } from "./personal-rows.ts";
import type { PersonalDatabase } from "./personal.ts";

export type { Draft } from "./personal-rows.ts";

export async function draftOf(db: PersonalDatabase, subjectKey: SubjectKey): Promise<Draft | undefined> {
  return db.drafts.get(subjectKey);
}

/** Replaces what was saved for the subject. */
export async function saveDraft(db: PersonalDatabase, draft: Draft): Promise<void> {
  await db.drafts.put(draft);
}

export async function deleteDraft(db: PersonalDatabase, subjectKey: SubjectKey): Promise<void> {
  await db.drafts.delete(subjectKey);
}

/** All drafts, the newest first. */
export async function listDrafts(db: PersonalDatabase): Promise<Draft[]> {
  return db.drafts.orderBy("updatedAt").reverse().toArray();
}
