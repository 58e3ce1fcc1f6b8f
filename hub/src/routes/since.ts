import { sendJson } from "../http/send.ts";
import { integerOf } from "./query.ts";
import { query } from "./review-query.ts";
import { badRequest, type Route } from "./route.ts";

export const since: Route = {
  method: "get",
  path: "/v1/reviews",
  group: "Feeds",
  summary: "Tokens in the order in which they were stored",
  description:
    "For copying and following: nothing is skipped, back-dated reviews included. Ask again with `since` set to `next` until `next` equals `through`.",
  parameters: [
    query("since", "integer", "The last number you have; 0 or nothing to begin."),
    query("limit", "integer", "Most tokens to answer; 1000 if not said, and at most."),
  ],
  replies: {
    200: { description: "Tokens and their numbers.", types: ["application/json"], schema: "Since" },
    304: { description: "Nothing has changed." },
    400: badRequest,
  },
  allowance: "reads",
  async handle(context, hub) {
    const after = integerOf(context, "since", 0) ?? 0;
    const limit = Math.min(integerOf(context, "limit", 1) ?? Infinity, hub.limits.largestSincePage);
    // Read before the tokens: what comes meanwhile is above it and stays for the next page.
    const { sequence } = await hub.storage.state();
    const tokens = await hub.storage.tokens({ after, through: sequence, limit });
    // Numbers at the end that belong to removed tokens are passed over, so that a follower arrives.
    const next = tokens.length < limit ? Math.max(after, sequence) : (tokens.at(-1)?.n ?? after);
    return sendJson(context, { reviews: tokens, next, through: sequence });
  },
};
