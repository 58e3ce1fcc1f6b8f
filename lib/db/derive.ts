import { trait } from "../columns/traits.ts";
import { clampIssuedAt, type ReviewId } from "../model/review.ts";
import { sampleDataSource } from "../model/sample.ts";
import type { EffectiveRow, Reactions, Said, StoredReply, TokenRow } from "./community-rows.ts";
import type { Standing } from "./standing.ts";

/** Change it when a derived row gets another shape or meaning: derived tables are then rebuilt from the tokens. */
export const derivedVersion = 2;

export const noReactions: Reactions = { helpful: 0, confirmed: 0, replies: 0, flags: 0 };

/** Seconds; a date in the future is held at the day after the token was first stored. */
function shownDate(token: TokenRow): number {
  return clampIssuedAt(token.issuedAt, token.storedAt);
}

/** The row of the review that counts for its author. */
export function effectiveRow(
  { original, content }: Standing,
  older: EffectiveRow["older"],
  reactions: Reactions,
): EffectiveRow {
  const isEdited = content !== original;
  return {
    subjectKey: original.subjectKey,
    author: original.author,
    id: original.id,
    ...(isEdited && { contentId: content.id, editedAt: shownDate(content) }),
    issuedAt: shownDate(original),
    ...(original.siteKey !== undefined && { siteKey: original.siteKey }),
    ...(content.rating !== undefined && { rating: content.rating }),
    traits: traitsOf({ original, content }),
    textLength: content.opinion?.length ?? 0,
    helpful: reactions.helpful,
    confirmed: reactions.confirmed,
    replies: reactions.replies,
    flags: reactions.flags,
    ...(older && older.length > 0 && { older }),
  };
}

function bit(isSet: boolean, value: number): number {
  return isSet ? value : 0;
}

/** An edit cannot wash off that its original was marked as generated, paid for or a sample. */
function traitsOf({ original, content }: Standing): number {
  const either = (test: (token: TokenRow) => boolean): boolean => test(original) || test(content);
  return (
    bit(Boolean(content.opinion), trait.text) |
    bit(content.metadata.isPersonalExperience, trait.ownExperience) |
    bit(
      either(({ metadata }) => metadata.isAffiliated),
      trait.affiliated,
    ) |
    bit(
      either(({ metadata }) => metadata.isGenerated),
      trait.generated,
    ) |
    bit(either(isSample), trait.sample) |
    bit(content.images.length > 0, trait.images) |
    bit(content !== original, trait.edited)
  );
}

export function isSample({ metadata }: TokenRow): boolean {
  return metadata.dataSource === sampleDataSource;
}

/** The row of a reply that stands. */
export function replyRow({ original, content }: Standing, target: ReviewId): StoredReply {
  return {
    id: original.id,
    target,
    author: original.author,
    ...(content !== original && { contentId: content.id, editedAt: shownDate(content) }),
    repliedAt: shownDate(original),
  };
}

/** What a vote or flag that stands says. */
export function saidBy({ original, content }: Standing): Said {
  const isFlag = original.kind === "flag";
  const helpful = !isFlag && (content.rating ?? 0) > 50;
  return { id: original.id, isFlag, helpful, confirms: helpful && content.metadata.isPersonalExperience };
}

/** What one author adds to a target's counts: at most one of each, and nothing to what they wrote themselves. */
export function votesCount(said: readonly Said[], isOwn: boolean): Reactions {
  if (isOwn) return noReactions;
  const one = (test: (vote: Said) => boolean): number => (said.some(test) ? 1 : 0);
  return {
    helpful: one(({ helpful }) => helpful),
    confirmed: one(({ confirms }) => confirms),
    replies: 0,
    flags: one(({ isFlag }) => isFlag),
  };
}

export function addReactions(base: Reactions, plus: Reactions, minus: Reactions): Reactions {
  return {
    helpful: base.helpful + plus.helpful - minus.helpful,
    confirmed: base.confirmed + plus.confirmed - minus.confirmed,
    replies: base.replies + plus.replies - minus.replies,
    flags: base.flags + plus.flags - minus.flags,
  };
}

export function hasReactions({ helpful, confirmed, replies, flags }: Reactions): boolean {
  return helpful + confirmed + replies + flags > 0;
}
