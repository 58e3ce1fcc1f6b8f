import type { Codebook } from "./coding.ts";

/** Random UUID. */
export type CollectionId = string;

/** How a collection protects the people in it. Chosen before the first item; docs/research.md says what each means. */
export interface CollectionPrivacy {
  /** Authors, handles in texts and in addresses become keyed hashes when an item is kept. */
  readonly pseudonymise: boolean;
  /** Public key (JWK, ECDH P-256) to which original addresses and authors are sealed; none: they are not kept. */
  readonly sealTo?: JsonWebKey;
  /** Addresses of pictures and films are kept. */
  readonly keepMedia: boolean;
  /** Only what shows that everybody may read it; else the researcher's reason why others are kept as well. */
  readonly audience: "public-only" | "any";
  readonly audienceNote?: string;
  /** Days after which an item is deleted; none: until somebody deletes it. */
  readonly retentionDays?: number;
}

/** What a researcher says of a collection, for reports, an ethics board and a data statement. All free text. */
export interface DataStatement {
  readonly purpose: string;
  readonly whoCollects: string;
  readonly whoIsStudied: string;
  readonly legalBasis: string;
  readonly howItIsShared: string;
  readonly limits: string;
}

/** One person taken out. Whom is not said: their pseudonyms only keep them from coming back. */
export interface Erasure {
  readonly at: number;
  /** Every pseudonym under which the person may be met: one for each platform that was meant. */
  readonly pseudonyms: readonly string[];
  /** Items by them that were deleted. */
  readonly deleted: number;
  /** Items by others that named them, and name them no longer. */
  readonly masked: number;
}

/** A change to how a collection protects people, after it was made. */
interface PrivacyChange {
  readonly at: number;
  readonly from: CollectionPrivacy;
  readonly to: CollectionPrivacy;
  /** Why, in the researcher's words. */
  readonly note: string;
}

/** What was taken out of a collection since it was made, for reports and receipts. */
export interface CollectionLog {
  readonly erased: readonly Erasure[];
  /** Items deleted because their time was over. */
  readonly expired: number;
  /** Items deleted because their posts are gone from the platform. */
  readonly gone: number;
  readonly changes: readonly PrivacyChange[];
}

/** A researcher's set of items. */
export interface Collection {
  readonly id: CollectionId;
  readonly name: string;
  /** Epoch ms, like every time in `lib/model/research`. */
  readonly createdAt: number;
  readonly privacy: CollectionPrivacy;
  readonly statement: DataStatement;
  /** The codebook in force. Earlier ones stand in the table `codebooks`. */
  readonly codebook: Codebook;
  /** HMAC-SHA-256 key of pseudonyms and item keys; never leaves the device in the clear, not extractable. */
  readonly hashKey: CryptoKey;
  /** Name of the person who codes here, as it stands in files for other coders. */
  readonly coder: string;
  /** None until something was taken out or changed. */
  readonly log?: CollectionLog;
}
