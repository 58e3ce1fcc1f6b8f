import { defineExtensionMessaging } from "@webext-core/messaging";
import type { BrandChoice, CorrectedTo, Correction, CorrectionScope } from "../model/correction.ts";
import type { Result } from "../model/result.ts";
import type { ReviewId, SignatureKey } from "../model/review.ts";
import type { SearchedBrand, SearchPlan, SourceInfo } from "../model/search.ts";
import type { SubjectKey } from "../model/subject.ts";
import type { LookedBehind } from "../model/behind.ts";
import type { OwnReviewsCheck } from "../model/own-reviews-check.ts";
import type { Thread } from "../model/conversation.ts";
import type { TabState } from "../model/tab-state.ts";
import type { RecheckFound, RecheckItem } from "../model/research/recheck.ts";
import type { RecordingPlan, SessionId } from "../model/research/session.ts";
import type { WeighGroup } from "../model/weighing.ts";

/** "Wrong brand?": what is meant instead. `text`: a name or site as it was typed. */
export interface CorrectBrand {
  readonly scope: CorrectionScope;
  readonly to: CorrectedTo | { readonly kind: "text"; readonly text: string };
  /** Said in a private window: kept in memory alone. */
  readonly isPrivate: boolean;
}

export interface Corrected {
  readonly correction: Correction;
  /** What the person had said of this before. */
  readonly before?: Correction;
}

/** Extension page → background. Refused unless the sender is an extension page. */
export interface UiMessages {
  /** Re-reads a tab whose state was lost, or reads it for the first time in on-click mode. */
  readTab(tabId: number): Promise<Result<TabState>>;
  /** Who stands behind the page of a tab, by its own words, and which reviewed places it may be about. Kept nowhere. */
  readBehind(tabId: number): Promise<Result<LookedBehind>>;
  /** What can be told of the reviews that the page of a tab itself shows. Kept nowhere. */
  readOwnReviews(tabId: number): Promise<Result<OwnReviewsCheck>>;
  /** Runs the sync jobs now. Returns at once; progress is in the database. */
  syncNow(): Promise<Result<void>>;
  /** Signs the draft of this subject and puts it into the outbox, held for a minute. */
  postDraft(subjectKey: SubjectKey): Promise<Result<ReviewId>>;
  /** Signs a delete token for an own review and puts it into the outbox. */
  deleteReview(signature: SignatureKey): Promise<Result<ReviewId>>;
  /** A helpful vote (`useful`) or a confirmation, signed and held like a review. */
  voteReview(vote: { readonly signature: string; readonly confirm: boolean }): Promise<Result<ReviewId>>;
  /** The writer of a review says whether a brand's answer settled it, by the key that signed the review. */
  settleReview(what: { readonly signature: string; readonly settled: boolean }): Promise<Result<void>>;
  /** Reports a review, signed by a key made for this and thrown away; held like a review. */
  flagReview(flag: {
    readonly signature: string;
    readonly reason: "terms" | "quality";
    readonly words: string;
  }): Promise<Result<ReviewId>>;
  /** Sends what a withdrawal slip (its file's text) was signed for, with or without its key. */
  useSlip(text: string): Promise<Result<ReviewId>>;
  /** Up to eight brands that may be meant by what was typed so far. Nothing leaves the device. */
  searchBrands(text: string): Promise<Result<readonly BrandChoice[]>>;
  /** Remembers what a site or a name really is, and brings open tabs up to date. */
  correctBrand(said: CorrectBrand): Promise<Result<Corrected>>;
  /** Forgets such a correction, and brings open tabs up to date. */
  uncorrectBrand(what: { readonly id: string; readonly isPrivate: boolean }): Promise<Result<void>>;
  /** An extension page has changed what is switched off or corrected: brings open tabs up to date. */
  sitesChanged(): Promise<Result<void>>;
  /** Takes a held review back; its draft returns. */
  undoPost(id: ReviewId): Promise<Result<void>>;
  /** Sends a held or waiting review now. */
  sendNow(id: ReviewId): Promise<Result<void>>;
  /** Fetches a review's image after a click; returns a data URL. */
  loadImage(url: string): Promise<Result<string>>;
  /** The one choice at first run; also from options. */
  setRunMode(mode: "all-sites" | "on-click"): Promise<Result<void>>;
  /** Every public API that can be searched. */
  listSources(): Promise<Result<readonly SourceInfo[]>>;
  /** Which places fit a brand, and what would be sent to each. Nothing is sent. */
  planSearch(brand: SearchedBrand): Promise<Result<SearchPlan>>;
  /**
   * Asks these places about a brand: the press that consents to it. Returns once each has its row; answers come into
   * the `answers` table one by one. `places`: `SearchPlace.id`s; what is sent is worked out anew.
   */
  search(what: {
    readonly brand: SearchedBrand;
    readonly places: readonly string[];
    /** Also those whose answer is still fresh. */
    readonly anew?: boolean;
  }): Promise<Result<void>>;
  /** The next page of one place's answers, into the same row. */
  searchMore(what: { readonly brand: SearchedBrand; readonly place: string }): Promise<Result<void>>;
  /** The person has moved on: ends what is under way about a brand. What has come stays. */
  stopSearch(brandId: string): Promise<Result<void>>;
  /** Fetches a thread into the `conversations` table, unless a fresh copy is there. */
  readThread(what: {
    readonly brandId: string;
    readonly thread: Thread;
    readonly anew?: boolean;
  }): Promise<Result<void>>;
  /**
   * Reads the bucket that holds a brand, in these feeds: those that were named beside the button. What they have comes
   * into `bucketBrands` and among the reviews; the answer says that it is there, or why not all of it is.
   */
  readBucket(what: { readonly brandId: string; readonly feeds: readonly string[] }): Promise<Result<void>>;
  /** What signals make of these is shown: it is worked out anew, unless that was done already, and kept in `weighed`. */
  wantWeights(groups: readonly WeighGroup[]): Promise<Result<void>>;
  /** Subscribes to a block list and reads it: the press that consents to ask its host once a day. */
  addBlockList(url: string): Promise<Result<void>>;
  /** Reads a subscribed block list now. */
  readBlockList(url: string): Promise<Result<void>>;
  /** Takes a block list out; what it hid is shown again. */
  removeBlockList(url: string): Promise<Result<void>>;
  /** A researcher's press on Record. One recording at a time: another that is under way is ended first. */
  startRecording(plan: RecordingPlan): Promise<Result<SessionId>>;
  /** What is under way; without one, nothing happens. */
  pauseRecording(): Promise<Result<void>>;
  resumeRecording(): Promise<Result<void>>;
  stopRecording(): Promise<Result<void>>;
  /** Asks a post's own address whether it is still there: part of a press that named its host. Written into its item. */
  recheckItem(item: RecheckItem): Promise<Result<RecheckFound>>;
  /** Clears ledger, tab states, positions and counters of the last hour, or of one site. */
  forget(what: { readonly lastHour: true } | { readonly site: string }): Promise<Result<void>>;
  deleteEverything(): Promise<Result<void>>;
}

export const uiMessaging = defineExtensionMessaging<UiMessages>();
