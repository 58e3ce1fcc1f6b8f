import type { Problem } from "./result.ts";
import type { AuthorId } from "./review.ts";

/** What the person wants of an author: first in their lists, or not at all. */
export type PersonChoice = "followed" | "muted";

/** An author that the person follows or has muted. Kept on the device; nobody learns of it. */
export interface Person {
  readonly author: AuthorId;
  /** SPKI PEM on one line, where known: what a link or a QR code carries. */
  readonly kid?: string;
  readonly choice: PersonChoice;
  /** What the person calls them, or the nickname that was known. */
  readonly name?: string;
  /** Sites and profiles that link back to this key with `rel=me`, as read on pages that were open. */
  readonly proven?: readonly string[];
  /** Epoch ms. */
  readonly at: number;
}

/** A review or reply that the person wants to see no more: gone at once, on this device. */
export interface HiddenItem {
  readonly id: string;
  readonly why: "reported" | "hidden";
  /** Epoch ms. */
  readonly at: number;
}

/** A list of authors and reviews that somebody publishes and the person subscribes to. */
export interface BlockListSubscription {
  readonly url: string;
  /** Epoch ms. */
  readonly addedAt: number;
  readonly title?: string;
  /** How many it names that were taken. */
  readonly count?: number;
  /** When it was last read, and when it is due, in epoch ms. */
  readonly readAt?: number;
  readonly nextRunAt?: number;
  /** Validator of what was taken: anybody can work it out from the file. */
  readonly etag?: string;
  /** Why it could not be read the last time. What was taken before stays. */
  readonly problem?: Problem;
  /** Failures in a row. */
  readonly attempts?: number;
}
