import type { OutboxRow, OwnToken } from "../../lib/db/personal-rows.ts";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import type { StoredReview } from "../../lib/db/community-rows.ts";
import { deletePayload, reviewPayload, votePayload } from "../../lib/reviews/payloads.ts";
import { signToken } from "../../lib/reviews/sign.ts";
import { verifyToken } from "../../lib/reviews/token.ts";
import { brandUri } from "./world.ts";

const nowSeconds = (): number => Math.floor(Date.now() / 1000);

async function signed(opinion: string, stars: number): Promise<Omit<OwnToken, "state" | "server" | "kind">> {
  const key = await generateSigningKey();
  const payload = reviewPayload({
    subject: brandUri,
    stars,
    opinion,
    nickname: "me",
    issuedAt: nowSeconds(),
  });
  const token = await signToken(payload, key);
  const slip = deletePayload({
    original: token.signature,
    newestIssuedAt: payload.iat,
    issuedAt: nowSeconds(),
  });
  const { jwt: slipJwt } = await signToken(slip, key);
  const { id, jwt, signature, signatureKey } = token;
  const subject = { subject: brandUri, subjectKey: brandUri };
  return { id, jwt, signature, signatureKey, author: key.author, ...subject, slipJwt, createdAt: Date.now() };
}

/** A review on its way. */
export async function outboxRow(changes: Partial<OutboxRow>): Promise<OutboxRow> {
  const token = await signed("Good laces", 4);
  return {
    ...token,
    slipJwt: token.slipJwt ?? "",
    kind: "review",
    title: "Northwind Shoes",
    state: "held",
    sendAt: Date.now() + 60_000,
    attempts: 0,
    tried: [],
    ...changes,
  };
}

/** A review that a server has accepted. */
export async function ownToken(changes: Partial<OwnToken> = {}): Promise<OwnToken> {
  const token = await signed("Worn for a year, still fine.", 5);
  return { ...token, kind: "review", state: "live", server: "https://api.example", ...changes };
}

/** One's own vote as it passes: held here, accepted by a server, and come back in the local copy. */
export async function ownVote(
  signature: string,
  confirm: boolean,
): Promise<{ readonly held: OutboxRow; readonly accepted: OwnToken; readonly copied: StoredReview }> {
  const key = await generateSigningKey();
  const payload = votePayload({ signature, ownExperience: confirm, issuedAt: nowSeconds() });
  const token = await signToken(payload, key);
  const verified = await verifyToken(token.jwt);
  if (!verified.ok) throw new Error(verified.error.code);
  const subject = payload.sub;
  const common = {
    id: token.id,
    jwt: token.jwt,
    signature: token.signature,
    signatureKey: token.signatureKey,
  };
  const about = { subject, subjectKey: subject, kind: "vote", createdAt: Date.now() } as const;
  const accepted: OwnToken = {
    ...common,
    ...about,
    author: key.author,
    state: "live",
    server: "https://api.example",
  };
  const held = await outboxRow({ ...common, ...about, slipJwt: "" });
  return { held, accepted, copied: { ...verified.value, subjectKey: subject, addedFrom: "test" } };
}
