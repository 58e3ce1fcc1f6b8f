import type { ReviewId, SignatureKey } from "../model/review.ts";
import { encodeBase64Url } from "./base64url.ts";
import type { SigningKey } from "./keys.ts";
import { payloadProblems } from "./payload-problems.ts";
import type { ReviewPayload } from "./payloads.ts";
import { lowS, reviewIdOf } from "./signature.ts";

export {
  deletePayload,
  editPayload,
  flagPayload,
  replyPayload,
  reviewPayload,
  votePayload,
  type ReviewPayload,
} from "./payloads.ts";

export interface SignedToken {
  readonly jwt: string;
  readonly id: ReviewId;
  /** In its low form, so it is its own key. */
  readonly signature: string;
  readonly signatureKey: SignatureKey;
}

const algorithm = { name: "ECDSA", hash: "SHA-256" } as const;
const encoder = new TextEncoder();

/**
 * Signs once; the token is then stored and sent as it is.
 *
 * @throws {RangeError} when servers would refuse the payload: callers check with `payloadProblems` first.
 */
export async function signToken(payload: ReviewPayload, key: SigningKey): Promise<SignedToken> {
  const problems = payloadProblems(payload);
  if (problems.length > 0) throw new RangeError(`Not to be signed: ${problems.join(", ")}`);
  const header = { alg: "ES256", typ: "JWT", kid: key.kid, jwk: JSON.stringify(key.publicJwk) };
  const signedPart = `${encodeJson(header)}.${encodeJson(payload)}`;
  const signedBytes = encoder.encode(signedPart);
  const raw = await crypto.subtle.sign(algorithm, key.privateKey, signedBytes);
  const signature = encodeBase64Url(lowS(new Uint8Array(raw)));
  return {
    jwt: `${signedPart}.${signature}`,
    id: reviewIdOf(signedBytes),
    signature,
    signatureKey: signature,
  };
}

function encodeJson(value: unknown): string {
  return encodeBase64Url(encoder.encode(JSON.stringify(value)));
}
