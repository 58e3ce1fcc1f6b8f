import type { Problem } from "../model/result.ts";
import type { AuthorId, ReviewId, ReviewKind, SignatureKey } from "../model/review.ts";
import type { SubjectKey } from "../model/subject.ts";

// Times are epoch milliseconds everywhere in this file.

/** Whether the person has a copy of a key outside the browser, or said that they want none. */
export type BackupState = "none" | "saved" | "declined";

/** A signing key. `privateKey` is a structured clone: once locked, nobody can read it out again. */
export interface KeyRow {
  readonly author: AuthorId;
  /** SPKI PEM on one line. */
  readonly kid: string;
  readonly publicJwk: JsonWebKey;
  readonly privateKey: CryptoKey;
  /** The person's own name for it. */
  readonly label?: string;
  readonly backup: BackupState;
  readonly createdAt: number;
  /** When it was last chosen: the newest is the current key. */
  readonly chosenAt: number;
}

/** What a person has begun to write about a subject. One a subject. */
export interface Draft {
  readonly subjectKey: SubjectKey;
  readonly subject: string;
  readonly title: string;
  readonly stars?: number;
  readonly text: string;
  readonly ownExperience: boolean;
  readonly affiliated: boolean;
  readonly nickname: string;
  readonly updatedAt: number;
  /** Signature of the own review that this replaces. */
  readonly editOf?: string;
  /** Signature of the review that this answers. */
  readonly replyTo?: string;
}

export type OutboxState = "held" | "sending" | "unclear" | "waiting" | "sent" | "refused";

/** A signed token on its way. */
export interface OutboxRow {
  readonly id: ReviewId;
  readonly jwt: string;
  readonly signature: string;
  readonly signatureKey: SignatureKey;
  readonly author?: AuthorId;
  readonly subject: string;
  readonly subjectKey: SubjectKey;
  readonly kind: ReviewKind;
  readonly title: string;
  readonly state: OutboxState;
  /** When it is next due. */
  readonly sendAt: number;
  readonly attempts: number;
  /** Servers and spellings that were tried. */
  readonly tried: readonly string[];
  /** To be sent to each server, not only until one takes it. */
  readonly everywhere?: boolean;
  /** Of these, the servers that took it. */
  readonly took?: readonly string[];
  readonly server?: string;
  readonly problem?: Problem;
  /** Deletes the review even after its key is lost. Empty where there is nothing to delete. */
  readonly slipJwt: string;
  readonly createdAt: number;
  /** What returns to the composer on undo. */
  readonly draft?: Draft;
}

/** A token of the person's own that a server accepted. */
export interface OwnToken {
  readonly id: ReviewId;
  readonly jwt: string;
  readonly signature: string;
  readonly signatureKey: SignatureKey;
  readonly author: AuthorId;
  readonly subject: string;
  readonly subjectKey: SubjectKey;
  readonly kind: ReviewKind;
  readonly slipJwt?: string;
  readonly createdAt: number;
  readonly state: "live" | "edited" | "deleted";
  readonly server: string;
}

/** One request that the extension made. */
export interface LedgerEntry {
  readonly at: number;
  readonly host: string;
  readonly method: string;
  readonly purpose: "sync" | "feed" | "list" | "post" | "check" | "image" | "search";
  readonly path: string;
  readonly bytesOut: number;
  readonly bytesIn: number;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  readonly ms: number;
  readonly cause: "schedule" | "person";
}

export type LedgerRow = LedgerEntry & { readonly seq: number };

/** How much was seen on one day: numbers only, no names. */
export interface DayCounters {
  /** `2026-05-03`, in UTC. */
  readonly day: string;
  readonly pages: number;
  readonly brands: number;
}

/** What a person chose for one site. */
export interface SiteChoice {
  readonly siteKey: string;
  readonly off: boolean;
  /** Share of the window's height, 0–1, from the top. */
  readonly badgePosition?: number;
  readonly updatedAt: number;
}

/** A reply to something of the person's own that they have seen, or were told of. */
export interface SeenAnswer {
  /** Id of the reply. */
  readonly id: ReviewId;
  readonly state: "told" | "seen";
  readonly at: number;
}
