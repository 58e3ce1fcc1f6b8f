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
  /** The nickname that was known when the choice was made. */
  readonly name?: string;
  /** What the person calls them. Never leaves the device, not even in what is given to a friend. */
  readonly petname?: string;
  /** Sites and profiles that link back to this key with `rel=me`, as read on pages that were open. */
  readonly proven?: readonly KeyProof[];
  /** Whom they follow, where they gave the person a file that says so. */
  readonly circle?: Circle;
  /** When the choice was made; epoch ms. */
  readonly at: number;
}

/** A page that says that a key is its owner's. */
export interface KeyProof {
  /** Without scheme: `anna.example`, `social.example/@anna`. */
  readonly address: string;
  /** Epoch ms. */
  readonly seenAt: number;
}

/** Whom somebody follows, as they gave it to the person. */
interface Circle {
  readonly people: readonly CircleMember[];
  /** When it was given; epoch ms. */
  readonly at: number;
}

/** Of pages that name an author's key so many are kept, the newest. */
export const mostProofs = 20;

/** Of those whom somebody follows so many are given to a friend and taken from one, the newest. */
export const mostMembers = 2000;

export interface CircleMember {
  readonly author: AuthorId;
  readonly kid?: string;
  readonly name?: string;
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
