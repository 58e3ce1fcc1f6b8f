import { generateSigningKey, type SigningKey } from "../../lib/reviews/keys.ts";
import { signToken, type ReviewPayload } from "../../lib/reviews/sign.ts";
import { verifyToken } from "../../lib/reviews/token.ts";
import type { Review } from "../../lib/model/review.ts";

/** 2025-06-01, in seconds. Tests that do not care about time start here. */
export const june = 1_748_736_000;

/** Somebody with a key. */
export interface Person {
  readonly key: SigningKey;
  /** Signs whatever is said, with a time if none is given. */
  signs(payload: Partial<ReviewPayload> & { readonly sub: string }): Promise<Review>;
}

export async function person(): Promise<Person> {
  const key = await generateSigningKey();
  return {
    key,
    async signs(payload) {
      const signed = await signToken({ iat: june, metadata: {}, ...payload }, key);
      return verified(signed.jwt);
    },
  };
}

export async function verified(jwt: string): Promise<Review> {
  const result = await verifyToken(jwt);
  if (!result.ok) throw new Error(`not a review: ${result.error.code} ${result.error.detail ?? ""}`);
  return result.value;
}

export const maresi = (review: Review): string => `urn:maresi:${review.signature}`;
