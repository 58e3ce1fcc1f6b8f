import { trait } from "../columns/traits.ts";
import { clampIssuedAt } from "../model/review.ts";
import { sampleDataSource } from "../model/sample.ts";
import type { EffectiveRow, Reactions, ResponseRow, TokenRow } from "./community-rows.ts";
import type { Standing } from "./standing.ts";

/** Change it when a derived row gets another shape or meaning: derived tables are then rebuilt from the tokens. */
export const derivedVersion = 1;

export const noReactions: Reactions = { helpful: 0, confirmed: 0, replies: 0, flags: 0 };

/** Seconds; a date in the future is held at the day after the token was first stored. */
export function shownDate(token: TokenRow): number {
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

/** The row of a reply, vote or flag that stands, under what it is about. */
export function responseRow({ original, content }: Standing, target: TokenRow): ResponseRow {
  const { kind } = original;
  const isUseful = kind === "vote" && (content.rating ?? 0) > 50;
  return {
    target: target.id,
    author: original.author,
    id: original.id,
    kind: kind === "vote" || kind === "flag" ? kind : "reply",
    ...(content !== original && { contentId: content.id, editedAt: shownDate(content) }),
    ...(kind === "reply" && { repliedAt: shownDate(original) }),
    helpful: isUseful,
    confirms: isUseful && content.metadata.isPersonalExperience,
  };
}

/**
 * What one author adds to a target's counts by all their responses to it: at most one of each, whatever the number
 * of tokens, and nothing but replies on what they wrote themselves.
 */
export function contribution(responses: readonly ResponseRow[], isOwn: boolean): Reactions {
  const replies = responses.filter(({ kind }) => kind === "reply").length;
  if (isOwn) return { ...noReactions, replies };
  const one = (test: (row: ResponseRow) => boolean): number => (responses.some(test) ? 1 : 0);
  return {
    helpful: one(({ helpful }) => helpful),
    confirmed: one(({ confirms }) => confirms),
    replies,
    flags: one(({ kind }) => kind === "flag"),
  };
}

export function addReactions(base: Reactions, plus: Reactions, minus: Reactions = noReactions): Reactions {
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
