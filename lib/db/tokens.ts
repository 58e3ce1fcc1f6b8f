import type { ReviewId, SignatureKey } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { TokenRow } from "./community-rows.ts";

/** The stored token with this signature, whichever of its two spellings was stored. */
export async function tokenBySignature(
  db: CommunityDatabase,
  signatureKey: SignatureKey,
): Promise<TokenRow | undefined> {
  return db.tokens.where("signatureKey").equals(signatureKey).first();
}

/** Those of the tokens that are here, in one read. */
export async function tokensById(
  db: CommunityDatabase,
  ids: readonly ReviewId[],
): Promise<ReadonlyMap<ReviewId, TokenRow>> {
  const rows = await db.tokens.bulkGet([...ids]);
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
}
