import type { OfficialKey } from "../model/official.ts";
import type { BucketHold } from "../model/bucket.ts";
import type { Removal } from "../model/removal.ts";
import type { AuthorId, Review, ReviewId, SignatureKey } from "../model/review.ts";
import type { SubjectKey } from "../model/subject.ts";
import type { Summary } from "../model/summary.ts";
import type { WeightedVotes } from "../model/trust-score.ts";
import type { Problem } from "../model/result.ts";

/** Where a subject belongs: the key that equal subjects share, and the site it is on. */
export interface Place {
  readonly subjectKey: SubjectKey;
  readonly siteKey?: string;
}

/** A verified token with its place, as it comes from a feed or a server. */
export type StoredReview = Review &
  Place & {
    /** Server or feed it came from first. */
    readonly addedFrom: string;
  };

/** `tokens`: every verified token, for good. Nothing derived from other tokens but `root`. */
export type TokenRow = StoredReview & {
  /** When it was first stored, in seconds: what its date is clamped against, so that order never matters. */
  readonly storedAt: number;
  /** For a statement about another one: the review, reply, vote or flag that it reaches in the end. */
  readonly root?: ReviewId;
};

/** `removed`: what removal lists named, with why, when and by whom where they say. Not stored again until lifted. */
export type RemovedRow = Removal & {
  readonly id: ReviewId;
  /** Seconds: when it was taken out here. */
  readonly removedAt: number;
  /** Other feeds that took it out as well. */
  readonly alsoBy?: readonly string[];
};

/** `pending`: a statement that waits for a token which has not arrived. */
export interface PendingRow {
  readonly id: ReviewId;
  /** The missing link, which need not be the statement's own target: an edit may name another edit. */
  readonly missing: SignatureKey;
}

/**
 * `effective`: the one review by an author about a subject that counts, after edits and deletes. Slim: texts
 * stay in `tokens`, so that sorting and counting read little.
 */
export interface EffectiveRow {
  readonly subjectKey: SubjectKey;
  readonly author: AuthorId;
  /** The original, which gives date, signature and identity. */
  readonly id: ReviewId;
  /** The edit whose content replaces the original's, if any. */
  readonly contentId?: ReviewId;
  /** Seconds, clamped to the day after it was first stored: a date in the future does not stay on top. */
  readonly issuedAt: number;
  readonly editedAt?: number;
  readonly siteKey?: string;
  /** 0–100. */
  readonly rating?: number;
  /** Bits of `Trait`. */
  readonly traits: number;
  /** UTF-16 units of the opinion. */
  readonly textLength: number;
  readonly helpful: number;
  readonly confirmed: number;
  readonly replies: number;
  readonly flags: number;
  /** The author's other reviews of this subject that stand but are older. Absent where there are none. */
  readonly older?: readonly ReviewId[];
}

/** `replies`: replies that stand, under the review or reply that they answer. Texts stay in `tokens`. */
export interface StoredReply {
  readonly id: ReviewId;
  readonly target: ReviewId;
  readonly author: AuthorId;
  readonly contentId?: ReviewId;
  /** Clamped seconds. */
  readonly repliedAt: number;
  readonly editedAt?: number;
}

/** `votes`: all votes and flags of one author about one target that stand. One row, for one person is one voice. */
export interface VoteRow {
  readonly target: ReviewId;
  readonly author: AuthorId;
  readonly said: readonly Said[];
}

export interface Said {
  readonly id: ReviewId;
  readonly isFlag: boolean;
  /** A vote that says "useful". */
  readonly helpful: boolean;
  /** A vote that says "this happened to me too". */
  readonly confirms: boolean;
}

/** `reactions`: how many distinct authors reacted to a review or reply; only where somebody did. */
export interface ReactionRow extends Reactions {
  readonly id: ReviewId;
}

export interface Reactions {
  readonly helpful: number;
  readonly confirmed: number;
  readonly replies: number;
  readonly flags: number;
}

/** `summaries`: what badges and sidebars look up, and the number that tells whether packed columns are current. */
export type SummaryRow = Summary & {
  readonly siteKey?: string;
  /** How many changes the subject's effective rows have seen. */
  readonly revision: number;
};

/** `columns`: the effective rows of a large subject, packed. Rebuilt at will. */
export interface ColumnsRow {
  readonly subjectKey: SubjectKey;
  /** The summary's revision that the arrays hold. */
  readonly revision: number;
  readonly packed: ArrayBuffer;
}

/** `meta`: single values. */
export interface MetaRow {
  readonly name: "normVersion" | "derivedVersion" | "rebuild";
  readonly value:
    | number
    | {
        readonly normVersion: number;
        readonly derivedVersion?: number;
        readonly after: ReviewId;
        readonly done: number;
      };
}

export type SyncPhase = "never" | "first-copy" | "delta" | "idle" | "backing-off";

/** `syncState`: how far the copy of one server or feed has come. Times are epoch ms, `since` is seconds. */
export interface SyncState {
  /** The server's or feed's URL. */
  readonly id: string;
  readonly kind: "server" | "feed";
  readonly phase: SyncPhase;
  readonly offset: number;
  readonly since: number;
  readonly fetched: number;
  readonly total?: number;
  readonly lastSuccessAt?: number;
  readonly nextRunAt?: number;
  readonly problem?: Problem;
  readonly attempts: number;
  /** Platforms that a feed has switched off for now, by site id. */
  readonly sitesOff?: readonly string[];
  /** What a feed keeps in buckets, which a press reads; missing where it has none. */
  readonly buckets?: BucketHold;
}

/** A review as it is shown: the original's identity, the newest edit's content. */
export interface ReviewRow extends Reactions {
  readonly id: ReviewId;
  readonly subjectKey: SubjectKey;
  /** As signed. */
  readonly subject: string;
  readonly author: AuthorId;
  readonly kid: string;
  readonly nickname?: string;
  /** 1–5 in quarters of the 0–100 scale. */
  readonly stars?: number;
  /** 0–100 as signed. */
  readonly rating?: number;
  readonly opinion?: string;
  /** BCP 47, where known. */
  readonly lang?: string;
  /** Seconds, clamped to the day after the review was first stored here. */
  readonly issuedAt: number;
  readonly editedAt?: number;
  /** The original's signature as it travelled: what replies, votes and edits name. */
  readonly signature: string;
  readonly signatureKey: SignatureKey;
  readonly isGenerated: boolean;
  readonly isAffiliated: boolean;
  readonly isPersonalExperience: boolean;
  readonly isSample: boolean;
  readonly images: Review["images"];
  /** As its author gave it; none given is CC BY 4.0, the network's own. */
  readonly license?: string;
  /** Server or feed it came from first. */
  readonly addedFrom: string;
}

/** A reply as it is shown. */
export interface ReplyRow extends Reactions {
  readonly id: ReviewId;
  /** The review or reply it answers. */
  readonly target: ReviewId;
  readonly author: AuthorId;
  readonly kid: string;
  readonly nickname?: string;
  readonly opinion: string;
  readonly lang?: string;
  readonly issuedAt: number;
  readonly editedAt?: number;
  readonly signature: string;
  readonly signatureKey: SignatureKey;
  readonly isAffiliated: boolean;
  readonly isSample: boolean;
  /** Of a key that has proven that it speaks for the brand whose review is answered. */
  readonly official?: OfficialKey;
}

/** `weighed`: what signals make of the reviews of one subject, or of several that are shown as one. */
export interface WeighedRow {
  /** The subjects' keys, sorted, one a line. */
  readonly key: string;
  /** By subject, the summary's revision that it was worked out from. */
  readonly revisions: Readonly<Record<SubjectKey, number>>;
  /** Of the signals: another one is another row. */
  readonly version: string;
  /** Weighted sums, from which every figure comes. */
  readonly votes: WeightedVotes;
  /** Seconds. */
  readonly asOf: number;
}

/** `prints`: what stands for the texts of a large subject, in the order of its columns. Rebuilt at will. */
export interface PrintsRow {
  readonly subjectKey: SubjectKey;
  /** The revision of the columns that they belong to. */
  readonly revision: number;
  readonly packed: ArrayBuffer;
}

/** `blocked`: an author or a review that a block list names. */
export interface BlockedRow {
  /** Address of the list. */
  readonly list: string;
  /** `AuthorId` or `ReviewId`. */
  readonly id: string;
  readonly reason?: string;
}
