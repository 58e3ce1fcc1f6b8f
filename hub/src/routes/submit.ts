import { verifyToken } from "../../../lib/reviews/token.ts";
import { refusalOf, wordsForOutcome, wordsForRejection } from "../admission.ts";
import { Refusal } from "../http/refusal.ts";
import type { Hub } from "../hub.ts";
import { badRequest, type Route } from "./route.ts";

export const submit: Route = {
  method: "put",
  path: "/submit/:jwt",
  group: "Reviews",
  summary: "Hand in a signed review",
  description:
    "An edit or a delete is a review of `urn:maresi:<signature of the original>` with an `action`, signed by the same key. The same token again is answered with `true` again. The site that a review is about is never asked.",
  parameters: [
    { name: "jwt", in: "path", type: "string", description: "The review as a signed token (JWS, ES256)." },
  ],
  replies: {
    200: { description: "It is stored: the word `true`.", types: ["text/plain"] },
    400: badRequest,
    429: { description: "Too many from this address; see `Retry-After`.", types: ["text/plain"] },
  },
  allowance: "writes",
  async handle(context, hub) {
    const refusal = await handIn(context.req.param("jwt") ?? "", hub);
    if (refusal !== undefined) throw new Refusal(400, refusal);
    return context.text("true", 200, { "Cache-Control": "no-store" });
  },
};

/** Verifies and stores. Returns why not. */
async function handIn(jwt: string, hub: Hub): Promise<string | undefined> {
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
  const outcome = await hub.storage.submit(verified.value);
  hub.metrics.submission(outcome.kind);
  return wordsForOutcome(outcome);
}
