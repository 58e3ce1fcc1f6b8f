import type { SignatureKey } from "../model/review.ts";
import type { SubjectKey } from "../model/subject.ts";
import type { OwnToken } from "./personal-rows.ts";
import type { PersonalDatabase } from "./personal.ts";

export type { OwnToken } from "./personal-rows.ts";

/** Everything the person posted, the newest first. */
export async function listOwnTokens(db: PersonalDatabase): Promise<OwnToken[]> {
  return db.ownTokens.orderBy("createdAt").reverse().toArray();
}

export async function ownTokensOf(db: PersonalDatabase, keys: readonly SubjectKey[]): Promise<OwnToken[]> {
  const tokens = await db.ownTokens.where("subjectKey").anyOf(keys).toArray();
  return tokens.toSorted((a, b) => b.createdAt - a.createdAt);
}

export async function ownTokenBySignature(
  db: PersonalDatabase,
  signatureKey: SignatureKey,
): Promise<OwnToken | undefined> {
  return db.ownTokens.where("signatureKey").equals(signatureKey).first();
}
