import type { Review } from "../../../lib/model/review.ts";
import { verifyToken } from "../../../lib/reviews/token.ts";
import { refusalOf, wordsForOutcome, wordsForRejection } from "../admission.ts";
import { clientAddress } from "../http/client-address.ts";
import { wordsForFlood } from "../http/flood-limit.ts";
import { Refusal } from "../http/refusal.ts";
import type { Hub } from "../hub.ts";
import type { AppendOutcome } from "../storage/append.ts";
import { badRequest, type Route } from "./route.ts";

/** Says that a statement waits until the operator has looked. */
export const heldHeader = "Hub-Held";

export const submit: Route = {
  method: "put",
  path: "/submit/:jwt",
  group: "Reviews",
  summary: "Hand in a signed review",
  description:
    "An edit or a delete is a review of `urn:maresi:<signature of the original>` with an `action`, signed by the same key. The same token again is answered with `true` again. What is about something that the operator has put on hold is kept and answered with `true` and the header `Hub-Held: true`: it is published when the hold ends. The site that a review is about is never asked.",
  parameters: [
    { name: "jwt", in: "path", type: "string", description: "The review as a signed token (JWS, ES256)." },
  ],
  replies: {
    200: { description: "It is stored: the word `true`.", types: ["text/plain"] },
    400: badRequest,
    429: {
      description:
        "Too many from this address or network, by this key, or by this key about the same; see `Retry-After`.",
      types: ["text/plain"],
    },
  },
  allowance: "writes",
  async handle(context, hub) {
    const outcome = await handIn(
      context.req.param("jwt") ?? "",
      hub,
      clientAddress(context, hub.trustedProxies),
    );
    if (typeof outcome === "string") throw new Refusal(400, outcome);
    const refusal = wordsForOutcome(outcome);
    if (refusal !== undefined) throw new Refusal(400, refusal);
    if (outcome.kind === "held") context.header(heldHeader, "true");
    return context.text("true", 200, { "Cache-Control": "no-store" });
  },
};

/**
 * Verifies and stores. Returns what became of it, or why it is no review.
 *
 * @throws {Refusal} 429
 */
async function handIn(jwt: string, hub: Hub, address: string): Promise<AppendOutcome | string> {
  const nowSeconds = Math.floor(hub.now() / 1000);
  const verified = await verifyToken(jwt, { asOf: nowSeconds });
  if (!verified.ok) {
    hub.metrics.submission(verified.error.code);
    const isInFuture = Number(verified.error.detail) > nowSeconds;
    return wordsForRejection(verified.error, isInFuture);
  }
  const refusal = refusalOf(verified.value, hub.limits.opinionBytes);
  if (refusal !== undefined) {
    hub.metrics.submission("refused");
    return refusal;
  }
  // Only now: a forged key must not use up what its owner has left.
  const flood = hub.floods?.floodOf(verified.value, address);
  if (flood) {
    hub.metrics.submission(`flood-${flood.reason}`);
    throw new Refusal(429, wordsForFlood(flood), flood.waitSeconds);
  }
  const outcome = await counted(verified.value, hub, address);
  hub.metrics.submission(outcome.kind);
  return outcome;
}

/** Counted before it is stored, so that a thousand at once are not all the first; given back where it is not new. */
async function counted(review: Review, { floods, storage }: Hub, address: string): Promise<AppendOutcome> {
  floods?.count(review, address);
  let isNew = false;
  try {
    const outcome = await storage.submit(review);
    isNew = outcome.kind === "added" || outcome.kind === "held";
    return outcome;
  } finally {
    if (!isNew) floods?.uncount(review, address);
  }
}
