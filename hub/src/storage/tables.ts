import type { ReviewKind } from "../../../lib/model/review.ts";

/** 0 or 1: SQLite has no boolean, and one shape serves both databases. */
export type Flag = 0 | 1;

/** One verified token. Everything but `seq` and the last group is read from the token and never changes. */
export interface ReviewTable {
  /** Place in commit order; see append.ts. Never used twice, also not after a removal. */
  seq: number;
  /** `ReviewId`. */
  id: string;
  /** As it travelled. */
  signature: string;
  /** `SignatureKey`: low-S, so that both spellings of a signature find the token. */
  signature_key: string;
  jwt: string;
  /** `AuthorId`; the key itself stands in `authors`, once. */
  author: string;
  kind: ReviewKind;
  scheme: string;
  /** As signed. */
  sub: string;
  /** Of `urn:maresi:` subjects: the `SignatureKey` of the review it is about. */
  target_key: string | null;
  iat: number;
  rating: number | null;
  opinion: string | null;
  /** Short hash of the opinion; null without one. Keeps long texts out of the indexes. */
  opinion_key: string | null;
  /** Short hash of what makes a duplicate: author, subject, rating, opinion (and more for edits). */
  content_key: string;
  /** Rating above 50 by somebody who says that the experience was their own. */
  confirmed: Flag;
  generated: Flag;
  /** About one of the protocol's two subjects for trying things out. */
  example: Flag;
  lat: number | null;
  lon: number | null;
  /** Metres. */
  uncertainty: number | null;

  /** What it counts for: `sub`, or for an edit of a known review that review's subject. */
  about: string;
  /** For edits and deletes: the original's `signature_key`; null while unknown, "" when it is not theirs. */
  root_key: string | null;
  /** Whether it is the latest word: not replaced by an edit, not deleted, not itself a delete. */
  stands: Flag;
}

interface AuthorTable {
  id: string;
  /** SPKI PEM on one line. */
  kid: string;
}

/** What the operator took out. The token is gone; its id stays, so that it cannot come back. */
export interface RemovalTable {
  id: string;
  signature: string;
  /** Low-S, so that both spellings find it. */
  signature_key: string | null;
  /** `signature_key` of the review that the operator named: its edits went with it, and come back with it. */
  root_key: string | null;
  /** For readers of before there were codes: the code, and where. */
  reason: string;
  code: string | null;
  /** Of a court or an authority, ISO 3166. */
  jurisdiction: string | null;
  day: string;
  /** JWS, see lib/schema/removal-record.ts; null until this hub has signed it. */
  record: string | null;
}

/** A token that was taken out, kept aside until the time for an appeal is over. Never served. */
interface WithheldTable {
  id: string;
  jwt: string;
  /** `YYYY-MM-DD`, the last day. */
  until_day: string;
}

/** What was taken out once and put back. */
interface RestorationTable {
  id: string;
  /** Of the removal. */
  code: string;
  day: string;
  record: string | null;
}

/** What new statements about are not published until somebody has looked. */
export interface HoldTable {
  /** A subject's reading form, or `review ` and a `SignatureKey`. */
  hold_key: string;
  /** As the operator named it. */
  target: string;
  day: string;
  /** `YYYY-MM-DD`, the last day; null until released. */
  until_day: string | null;
}

/** A verified token that waits. No time of arrival: only the order. */
export interface HeldTable {
  id: string;
  position: number;
  hold_key: string;
  signature_key: string;
  target_key: string | null;
  author: string;
  kind: ReviewKind;
  content_key: string;
  jwt: string;
}

/** Flags about a review up to a sequence number that the operator has dealt with. */
interface DismissalTable {
  target_key: string;
  seq: number;
}

/** Finished segments of 1000 sequence numbers. A removal deletes the row; it is then made anew. */
export interface FeedSegmentTable {
  number: number;
  count: number;
  bytes: number;
  sha256: string;
}

/** Counters: `sequence` (last one given), `revision` (goes up with each removal and restoration). */
interface StateTable {
  name: "sequence" | "revision";
  value: number;
}

export interface Tables {
  reviews: ReviewTable;
  authors: AuthorTable;
  removals: RemovalTable;
  withheld: WithheldTable;
  restorations: RestorationTable;
  holds: HoldTable;
  held: HeldTable;
  dismissals: DismissalTable;
  feed_segments: FeedSegmentTable;
  hub_state: StateTable;
  schema_version: { version: number };
}
