import { hasTrait, trait } from "../columns/traits.ts";
import { starsOfRating } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { EffectiveRow, ReviewRow, TokenRow } from "./community-rows.ts";
import { tokensById } from "./tokens.ts";

/** Rows as they are shown, in the given order. A row whose token went meanwhile is left out. */
export async function reviewRowsOf(
  db: CommunityDatabase,
  rows: readonly EffectiveRow[],
): Promise<ReviewRow[]> {
  const tokens = await tokensById(
    db,
    rows.flatMap(({ id, contentId }) => (contentId === undefined ? [id] : [id, contentId])),
  );
  return rows.flatMap((row) => {
    const original = tokens.get(row.id);
    const content = tokens.get(row.contentId ?? row.id);
    return original && content ? [reviewRow(row, original, content)] : [];
  });
}

function reviewRow(row: EffectiveRow, original: TokenRow, content: TokenRow): ReviewRow {
  const nickname = content.metadata.nickname ?? original.metadata.nickname;
  return {
    id: row.id,
    subjectKey: row.subjectKey,
    subject: original.subject,
    author: row.author,
    kid: original.kid,
    ...(nickname !== undefined && { nickname }),
    ...(content.rating !== undefined && { rating: content.rating, stars: starsOfRating(content.rating) }),
    ...(content.opinion !== undefined && { opinion: content.opinion }),
    issuedAt: row.issuedAt,
    ...(row.editedAt !== undefined && { editedAt: row.editedAt }),
    signature: original.signature,
    signatureKey: original.signatureKey,
    isGenerated: hasTrait(row.traits, trait.generated),
    isAffiliated: hasTrait(row.traits, trait.affiliated),
    isPersonalExperience: hasTrait(row.traits, trait.ownExperience),
    isSample: hasTrait(row.traits, trait.sample),
    images: content.images,
    ...(content.metadata.license !== undefined && { license: content.metadata.license }),
    addedFrom: original.addedFrom,
    helpful: row.helpful,
    confirmed: row.confirmed,
    replies: row.replies,
    flags: row.flags,
  };
}
