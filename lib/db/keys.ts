import type { AuthorId } from "../model/review.ts";
import type { BackupState, KeyRow } from "./personal-rows.ts";
import type { PersonalDatabase } from "./personal.ts";

/** All keys, the current one first. */
export async function listKeys(db: PersonalDatabase): Promise<KeyRow[]> {
  return db.keys.orderBy("chosenAt").reverse().toArray();
}

/** The key that signs next, if there is one yet. */
export async function currentKey(db: PersonalDatabase): Promise<KeyRow | undefined> {
  return db.keys.orderBy("chosenAt").last();
}

/** Stores a key, or the locked form of one that is here already. */
export async function saveKey(db: PersonalDatabase, key: KeyRow): Promise<void> {
  await db.keys.put(key);
}

/** Makes a stored key the current one. */
export async function chooseKey(db: PersonalDatabase, author: AuthorId, nowMs: number): Promise<void> {
  await db.keys.update(author, { chosenAt: nowMs });
}

/**
 * Records what became of the backup, with the key's locked form where the person is done with it: from then on
 * nobody, not even we, can read the private key out again.
 */
export async function setBackupState(
  db: PersonalDatabase,
  author: AuthorId,
  backup: BackupState,
  locked?: CryptoKey,
): Promise<void> {
  await db.keys.update(author, locked ? { backup, privateKey: locked } : { backup });
}

/** Forgets a key for good. What it signed stays signed. */
export async function deleteKey(db: PersonalDatabase, author: AuthorId): Promise<void> {
  await db.keys.delete(author);
}
