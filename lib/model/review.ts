/** 32 lower-case hex digits: the first 16 bytes of SHA-256 of the signed bytes `header.payload`. */
export type ReviewId = string;
/** 32 lower-case hex digits: the first 16 bytes of SHA-256 of the public key's SPKI. */
export type AuthorId = string;
/** base64url of the 64 signature bytes r‖s with s in its low form, so that both spellings meet. */
export type SignatureKey = string;

/** What a signed statement does. All but `review` are about another review. */
export type ReviewKind = "review" | "reply" | "vote" | "flag" | "edit" | "delete" | "other";

export interface ReviewImage {
  readonly src: string;
  readonly label?: string;
}

/** The metadata this product reads. The token keeps every other field. */
export interface ReviewMetadata {
  readonly clientId?: string;
  readonly nickname?: string;
  readonly dataSource?: string;
  readonly license?: string;
  readonly isGenerated: boolean;
  readonly isAffiliated: boolean;
  readonly isPersonalExperience: boolean;
}

/** A verified token, read from the token alone. */
export interface Review {
  readonly id: ReviewId;
  readonly author: AuthorId;
  /** The signature as it travelled (not normalised): what other reviews name in `urn:maresi:`. */
  readonly signature: string;
  readonly signatureKey: SignatureKey;
  /** SPKI PEM of the author on one line. */
  readonly kid: string;
  /** The subject exactly as signed. */
  readonly subject: string;
  readonly kind: ReviewKind;
  /** For everything whose subject is `urn:maresi:`: the review it is about. */
  readonly target?: SignatureKey;
  /** Seconds since 1970, author-chosen and raw. Clamp on read with `clampIssuedAt`. */
  readonly issuedAt: number;
  /** 0–100 as signed. */
  readonly rating?: number;
  readonly opinion?: string;
  readonly images: readonly ReviewImage[];
  readonly metadata: ReviewMetadata;
  readonly jwt: string;
}

/** A star figure from 1 to 5 in quarters of the 0–100 scale: 0, 25, 50, 75, 100. */
export function starsOfRating(rating: number): number {
  return 1 + rating / 25;
}

export function ratingOfStars(stars: number): number {
  return Math.round((stars - 1) * 25);
}

const earliestIssuedAt = 1_577_836_800; // 2020-01-01, the protocol's own lower bound
const daySeconds = 86_400;

/** `iat` is chosen by its author: seconds, clamped to 2020 … `asOf` plus a day. */
export function clampIssuedAt(issuedAt: number, asOfSeconds: number): number {
  return Math.min(Math.max(issuedAt, earliestIssuedAt), asOfSeconds + daySeconds);
}
