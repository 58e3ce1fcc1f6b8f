import type { CommunityDatabase } from "../../lib/db/community.ts";
import { storeReviews } from "../../lib/db/store-reviews.ts";
import { generateSigningKey, type SigningKey } from "../../lib/reviews/keys.ts";
import { replyPayload, type ReviewPayload, reviewPayload, votePayload } from "../../lib/reviews/payloads.ts";
import { signToken } from "../../lib/reviews/sign.ts";
import { verifyToken } from "../../lib/reviews/token.ts";
import { brandUri } from "./world.ts";

interface Said {
  readonly nickname?: string;
  readonly opinion?: string;
  readonly stars?: number;
  readonly subject?: string;
  readonly daysAgo?: number;
}

/** Somebody with a key of their own, who says things that arrive in the local copy. */
export class Voice {
  readonly key: SigningKey;
  readonly #community: CommunityDatabase;

  private constructor(key: SigningKey, community: CommunityDatabase) {
    this.key = key;
    this.#community = community;
  }

  static async of(community: CommunityDatabase): Promise<Voice> {
    return new Voice(await generateSigningKey(), community);
  }

  get author(): string {
    return this.key.author;
  }

  /** @returns The signature: what others answer. */
  async review({ daysAgo = 1, subject = brandUri, stars = 4, ...said }: Said = {}): Promise<string> {
    const issuedAt = Math.floor(Date.now() / 1000) - daysAgo * 86_400;
    return this.#sign(reviewPayload({ ...said, stars, subject, issuedAt }), subject);
  }

  async reply(
    signature: string,
    { daysAgo = 0, nickname, opinion = "Same here." }: Said = {},
  ): Promise<string> {
    const issuedAt = Math.floor(Date.now() / 1000) - daysAgo * 86_400;
    const payload = replyPayload({
      signature,
      opinion,
      issuedAt,
      ...(nickname !== undefined && { nickname }),
    });
    return this.#sign(payload, payload.sub);
  }

  /** Finds a review helpful. */
  async vote(signature: string): Promise<string> {
    const issuedAt = Math.floor(Date.now() / 1000);
    const payload = votePayload({ signature, ownExperience: false, issuedAt });
    return this.#sign(payload, payload.sub);
  }

  async #sign(payload: ReviewPayload, subjectKey: string): Promise<string> {
    const { jwt, signature } = await signToken(payload, this.key);
    const review = await verifyToken(jwt);
    if (!review.ok) throw new Error(`own token rejected: ${review.error.code}`);
    const siteKey = URL.parse(subjectKey)?.hostname;
    const row = { ...review.value, subjectKey, ...(siteKey && { siteKey }), addedFrom: "test" };
    await storeReviews(this.#community, [row], { asOf: Date.now() / 1000 });
    return signature;
  }
}
