import { readLimits } from "../../lib/reviews/limits.ts";

/** What one request may ask for. */
export interface HubLimits {
  /** Reviews in a page when the client does not say: as many as the published server gives. */
  readonly defaultPage: number;
  /** Reviews in a page at most; more is refused in words, never cut off in silence. */
  readonly largestPage: number;
  /** Tokens in a page of `/v1/reviews`. */
  readonly largestSincePage: number;
  /** Characters of a whole URL, of which a token is the longest part. */
  readonly urlLength: number;
  /** Bytes of a body, and entries in it, for `/batch`. */
  readonly bodyBytes: number;
  readonly batchEntries: number;
  /** UTF-8 bytes of an opinion, as the published server counts them. */
  readonly opinionBytes: number;
}

export const defaultLimits: HubLimits = {
  defaultPage: 10_000,
  largestPage: 10_000,
  largestSincePage: 1000,
  urlLength: readLimits.token + 1000,
  bodyBytes: 500_000,
  batchEntries: 1000,
  opinionBytes: 1000,
};
