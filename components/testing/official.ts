import { replaceOfficialKeys } from "../../lib/db/official-keys.ts";
import { storeReviews } from "../../lib/db/store-reviews.ts";
import type { StoredReview } from "../../lib/db/community-rows.ts";
import { generateSigningKey, type SigningKey } from "../../lib/reviews/keys.ts";
import { replyPayload, type ReviewPayload, reviewPayload, votePayload } from "../../lib/reviews/payloads.ts";
import { signToken } from "../../lib/reviews/sign.ts";
import { verifyToken } from "../../lib/reviews/token.ts";
import { databases } from "../databases.ts";
import { brandUri } from "./world.ts";

const siteKey = "northwind.example";
const daySeconds = 86_400;

/** A brand that has proven its key. */
export async function provenBrand(): Promise<SigningKey> {
  const key = await generateSigningKey();
  await replaceOfficialKeys(databases().community, "https://feed.example", [
    {
      brandId: siteKey,
      author: key.author,
      proofUrl: `https://${siteKey}/.well-known/backtalk.json`,
      method: "well-known",
      checkedAt: Date.now() - 3_600_000,
      expiresAt: Date.now() + 86_400_000,
    },
  ]);
  return key;
}

/** Puts what a key signs into the local copy, as a sync would. */
async function publish(payload: ReviewPayload, key: SigningKey): Promise<StoredReview> {
  const verified = await verifyToken((await signToken(payload, key)).jwt);
  if (!verified.ok) throw new Error(verified.error.code);
  const review = { ...verified.value, subjectKey: payload.sub, siteKey, addedFrom: "test" };
  await storeReviews(databases().community, [review], { asOf: Math.floor(Date.now() / 1000) });
  return review;
}

export interface Answered {
  readonly critic: SigningKey;
  readonly review: StoredReview;
  readonly answer: StoredReview;
}

/** A review that its brand answered, and that may be settled. */
export async function answeredReview(
  brand: SigningKey,
  { daysAgo = 9, afterDays = 2, isSettled = false, opinion = "The soles came off." } = {},
): Promise<Answered> {
  const critic = await generateSigningKey();
  const issuedAt = Math.floor(Date.now() / 1000) - daysAgo * daySeconds;
  const review = await publish(
    reviewPayload({ subject: brandUri, stars: 2, opinion, nickname: "anna_k", issuedAt }),
    critic,
  );
  const answer = await publish(
    replyPayload({
      signature: review.signature,
      opinion: "We are sorry. A new pair is on its way.",
      nickname: "Northwind",
      issuedAt: issuedAt + afterDays * daySeconds,
    }),
    brand,
  );
  const vote = votePayload({
    signature: answer.signature,
    ownExperience: true,
    issuedAt: issuedAt + daySeconds,
  });
  if (isSettled) await publish(vote, critic);
  return { critic, review, answer };
}
