import { signatureKey } from "../../../lib/reviews/signature.ts";
import { Refusal } from "../http/refusal.ts";
import { send, sendJson } from "../http/send.ts";
import { nTriples } from "../replies/n-triples.ts";
import { reviewJson } from "../replies/review-json.ts";
import { preferredType } from "../replies/reviews-reply.ts";
import type { Route } from "./route.ts";

export const review: Route = {
  method: "get",
  path: "/review/:signature",
  group: "Reviews",
  summary: "One review by its signature",
  description: "Also when it was edited or deleted since: ask `/reviews` for what holds now.",
  parameters: [{ name: "signature", in: "path", type: "string", description: "64 bytes in base64url." }],
  replies: {
    200: {
      description: "The review.",
      types: ["application/json", "application/n-triples"],
      schema: "Review",
    },
    304: { description: "Nothing has changed." },
    404: { description: "It is not here.", types: ["text/plain"] },
  },
  allowance: "reads",
  async handle(context, hub) {
    const row = await hub.storage.find(signatureKey(context.req.param("signature") ?? ""));
    if (!row) throw new Refusal(404, "Non-existent entity: no review with this signature is known here.");
    if (preferredType(context) === "application/n-triples") {
      return send(context, { type: "application/n-triples; charset=utf-8", body: nTriples([row]) });
    }
    return sendJson(context, reviewJson(row));
  },
};
