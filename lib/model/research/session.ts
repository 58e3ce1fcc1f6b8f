import type { CollectionId } from "./collection.ts";

/** Random UUID. */
export type SessionId = string;

/** Which posts are kept while recording. */
export type KeepRule =
  | { readonly kind: "everything" }
  /** The researcher's own words: whole words in any case, or `/a pattern/`. */
  | { readonly kind: "words"; readonly words: readonly string[] }
  /** Our detector at this confidence, 0–1; of these brands alone, where some are named. */
  | { readonly kind: "mentions"; readonly confidence: number; readonly brands: readonly string[] };

/** Bounds that the dialog keeps and the background checks again. */
export const recordingLimits = {
  /** Own words and patterns; each costs a look at every post. */
  words: 500,
  /** UTF-16 units of one. */
  word: 300,
  /** A week. */
  minutes: 7 * 24 * 60,
} as const;

/** What a researcher chose before pressing record. */
export interface RecordingPlan {
  readonly collection: CollectionId;
  readonly keep: KeepRule;
  /** Site ids. */
  readonly sites: readonly string[];
  /** Share of what the rule does not match that is kept all the same, 0–1: how many were missed is estimated from it. */
  readonly sampleRate: number;
  /** Minutes until recording stops by itself. */
  readonly minutes: number;
}

export type EndReason = "person" | "time" | "quota" | "failed";

/** What the software was when items were kept. */
export interface DetectorStamp {
  /** Version of the extension. */
  readonly extension: string;
  /** Build of the brand directory, 16 hex digits. */
  readonly directory: string;
}

/** A recording that has ended, for whoever has to say so. Lives in the setting `recordingEnd` until the next one. */
export interface RecordingEnd {
  readonly session: SessionId;
  readonly collection: CollectionId;
  readonly collectionName: string;
  readonly at: number;
  readonly why: EndReason;
  /** The disk was too full even for that: the session's row does not say yet that it has ended. */
  readonly isUnwritten?: true;
  /** The person has seen that it ended. */
  readonly isTold?: true;
}

/** One recording. */
export interface Session {
  readonly id: SessionId;
  readonly collection: CollectionId;
  readonly plan: RecordingPlan;
  /** Decides, with an item's key, whether a post that does not match is kept: 32 hex digits. */
  readonly seed: string;
  readonly detector: DetectorStamp;
  readonly startedAt: number;
  readonly endsAt: number;
  readonly pauses: readonly { readonly from: number; readonly to?: number }[];
  readonly ended?: { readonly at: number; readonly why: EndReason };
  /** Distinct posts that came by. */
  readonly seen: number;
  /** Of these, kept as a match; and kept as part of the sample of the others. */
  readonly kept: number;
  readonly sampled: number;
  /** Left out because nothing showed that everybody may read them. */
  readonly notPublic: number;
}

/**
 * What became of a post that came by, the least first: nobody asked for it; it was asked for, and nothing showed that
 * everybody may read it; it was kept as part of the sample; it was kept as a match. A post read again may rise.
 */
export const seenAs = ["passed", "not-public", "sampled", "kept"] as const;
export type SeenAs = (typeof seenAs)[number];

/** How a platform put the posts of a page in order, as far as its address says. */
export type FeedKind =
  | "ranked"
  | "latest"
  | "following"
  | "search"
  | "tag"
  | "profile"
  | "thread"
  | "group"
  | "unknown";

/** One way of looking during a session: a feed, a search, a thread. Its posts are counted there. */
export interface FeedView {
  /** 32 hex digits: HMAC, under the collection's key, of session, site and what follows. */
  readonly id: string;
  readonly session: SessionId;
  readonly site: string;
  readonly kind: FeedKind;
  /** What was searched for, the tag, or the group's name; handles in it replaced where the collection pseudonymises. */
  readonly terms?: string;
  /** BCP 47, of the page. */
  readonly locale?: string;
  readonly seen: number;
  readonly kept: number;
  /** How far down the page was scrolled at most, in heights of the window. */
  readonly depth: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Posts seen of one platform, by the day on which they were published: the denominator of charts. */
export interface Tally {
  readonly session: SessionId;
  readonly collection: CollectionId;
  readonly site: string;
  /** `2026-05-03`, UTC; empty where the page does not tell. */
  readonly day: string;
  readonly seen: number;
  readonly kept: number;
}

/** The recording under way, for whoever has to say so. Lives in the setting `recording`. */
export interface Recording {
  readonly session: SessionId;
  readonly collection: CollectionId;
  readonly collectionName: string;
  readonly state: "recording" | "paused";
  readonly keep: KeepRule["kind"];
  readonly sites: readonly string[];
  readonly startedAt: number;
  readonly endsAt: number;
}

/** Whether a session is paused, as its row says. */
export function isPaused({ pauses }: Pick<Session, "pauses">): boolean {
  const last = pauses.at(-1);
  return last !== undefined && last.to === undefined;
}
