import { problem } from "./result.ts";

/**
 * Every reason for which Backtalk itself refuses. Words for people live in `_locales` under
 * `refused_<reason>`, `-` written `_`. Servers refuse in words of their own: their reason is `http-<status>`,
 * and `text` beside it.
 */
export const refusalReasons = [
  /** An address that is none. */
  "address",
  "already-flagged",
  "already-sent",
  "consent",
  /** Everything of the person is being deleted. */
  "deleting",
  "duplicate",
  "empty",
  /** More than is copied whole. */
  "feed-too-large",
  "iat",
  "image-label-too-long",
  "key-lost",
  /** An image in the person's own network. */
  "local-address",
  "newer-database",
  "nickname-too-long",
  /** What was typed is neither a name nor a site. */
  "no-brand",
  /** A researcher's collection that is not there any more. */
  "no-collection",
  "no-draft",
  "no-page",
  /** Of an author who is not followed. */
  "not-followed",
  "no-server",
  /** A rule of own words that names none. */
  "no-words",
  "not-found",
  "not-own",
  /** A platform whose posts are not read. */
  "not-recordable",
  "not-text",
  "one-star-needs-words",
  "opinion-too-long",
  "original-not-sent",
  /** A researcher's own pattern. */
  "pattern",
  "private",
  "rating-out-of-range",
  "sample",
  "scheme",
  "sender",
  /** Pages without end. */
  "server-endless",
  "slip-signature",
  "slip-unreadable",
  "subject-missing",
  "subject-too-long",
  "too-many-images",
  "too-many-lists",
  "unknown-review",
] as const;

export type RefusalReason = (typeof refusalReasons)[number];

/** Shorthand for `problem("refused", { ...params, reason })`. */
export function refused(
  reason: RefusalReason,
  params?: Readonly<Record<string, string | number>>,
): ReturnType<typeof problem> {
  return problem("refused", { ...params, reason });
}
