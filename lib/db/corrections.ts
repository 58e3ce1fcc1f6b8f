import type { Correction } from "../model/correction.ts";
import type { PersonalDatabase } from "./personal.ts";

/** More than anybody corrects by hand. */
const mostListed = 1000;

/** Those of `ids` that there are, in their order. */
export async function correctionsOf(db: PersonalDatabase, ids: readonly string[]): Promise<Correction[]> {
  if (ids.length === 0) return [];
  const rows = await db.corrections.bulkGet([...ids]);
  return rows.filter((row) => row !== undefined);
}

/** All corrections, newest first. */
export async function listCorrections(db: PersonalDatabase): Promise<Correction[]> {
  return db.corrections.orderBy("at").reverse().limit(mostListed).toArray();
}

export async function saveCorrection(db: PersonalDatabase, correction: Correction): Promise<void> {
  await db.corrections.put(correction);
}

export async function removeCorrection(db: PersonalDatabase, id: string): Promise<void> {
  await db.corrections.delete(id);
}
