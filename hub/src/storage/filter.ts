import type { Place } from "../subject.ts";

/** What `GET /reviews` can ask for. Everything given must hold. */
export interface ReviewFilter {
  /** Substring of subject or opinion, whatever the case. */
  readonly q?: string;
  readonly signature?: string;
  /** SPKI PEM on one line. */
  readonly kid?: string;
  /** Of a hosted account. No token says whose it is, so none is found. */
  readonly did?: string;
  readonly scheme?: string;
  /** Seconds, exactly. */
  readonly iat?: number;
  /** Seconds, later than. */
  readonly gtIat?: number;
  /** Subject as written; for a place see `near`. */
  readonly sub?: string;
  /** About any of these, each as written; what is about an edit counts for its original. */
  readonly subjects?: readonly string[];
  /** Replies to any of these (`SignatureKey`), however they spell it; of an edited one the edit. */
  readonly answering?: readonly string[];
  /** By any of these keys' ids. */
  readonly authors?: readonly string[];
  readonly near?: Place;
  readonly box?: Box;
  readonly rating?: number;
  readonly opinion?: string;
  /** With a text, or without one. */
  readonly opinionated?: boolean;
  readonly examples: boolean;
  readonly latestEditsOnly: boolean;
}

/** Degrees. `minLon` above `maxLon` means across the 180th meridian. */
export interface Box {
  readonly minLat: number;
  readonly maxLat: number;
  readonly minLon: number;
  readonly maxLon: number;
}

export interface Page {
  readonly limit: number;
  readonly offset: number;
}
