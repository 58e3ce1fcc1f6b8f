import { createHash } from "node:crypto";
import type { Review } from "../../../lib/model/review.ts";
import { isExample, placeOf, schemeOf } from "../subject.ts";
import type { Flag, ReviewTable } from "./tables.ts";

const flag = (claim: boolean): Flag => (claim ? 1 : 0);

/** 96 bits of SHA-256 in 16 letters: no collision to fear among some billions of rows. */
function shortHash(...parts: readonly (string | number | undefined)[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts.map((part) => part ?? null)));
  return hash.digest().subarray(0, 12).toString("base64url");
}

/** What `opinion=` is looked up by. */
export function opinionKey(opinion: string): string {
  return shortHash(opinion);
}

/**
 * Two tokens with the same key are duplicates by the protocol: same author, subject, rating and opinion. An
 * edit may return to earlier words, so for edits and deletes the time counts as well.
 */
function contentKey({ author, subject, rating, opinion, kind, issuedAt }: Review): string {
  const change = kind === "edit" || kind === "delete" ? `${kind} ${issuedAt}` : undefined;
  return shortHash(author, subject, rating, opinion, change);
}

/** A review as it is stored, before it is known what it counts for. */
export function rowOf(review: Review, seq: number): ReviewTable {
  const scheme = schemeOf(review.subject);
  const place = placeOf(review.subject);
  const { rating, opinion, metadata, kind } = review;
  return {
    seq,
    id: review.id,
    signature: review.signature,
    signature_key: review.signatureKey,
    jwt: review.jwt,
    author: review.author,
    kind,
    scheme: "scheme" in scheme ? scheme.scheme : "",
    sub: review.subject,
    target_key: review.target ?? null,
    iat: review.issuedAt,
    rating: rating ?? null,
    opinion: opinion ?? null,
    opinion_key: opinion === undefined ? null : opinionKey(opinion),
    content_key: contentKey(review),
    confirmed: flag((rating ?? 0) > 50 && metadata.isPersonalExperience),
    generated: flag(metadata.isGenerated),
    example: flag(isExample(review.subject)),
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    uncertainty: place?.uncertainty ?? null,
    about: review.subject,
    root_key: null,
    stands: flag(kind !== "delete"),
  };
}
