import type { Context } from "hono";
import type { Hub } from "../hub.ts";
import { reviewTypes, sendReviews } from "../replies/reviews-reply.ts";
import type { ReviewFilter } from "../storage/filter.ts";
import { booleanOf, integerOf, pageOf } from "./query.ts";
import { filterParameters, pageParameters, query } from "./review-query.ts";
import { badRequest, type Route, type RouteParameter } from "./route.ts";

export const listParameters: readonly RouteParameter[] = [
  ...filterParameters,
  ...pageParameters,
  query("issuers", "boolean", "Also how much each author has written."),
  query("maresi_subjects", "boolean", "Also what was said about each of the reviews."),
];

/** What every route that lists reviews has in common. */
export const reviewList = {
  method: "get",
  group: "Reviews",
  replies: {
    200: { description: "The reviews.", types: reviewTypes, schema: "Reviews" },
    304: { description: "Nothing has changed." },
    400: badRequest,
    413: { description: "More in one page than this server gives.", types: ["text/plain"] },
  },
  allowance: "reads",
  /** A long page costs as much as several short ones. */
  cost(context) {
    try {
      return 1 + Math.floor((integerOf(context, "limit", 0) ?? 0) / 1000);
    } catch {
      // The handler will say what is wrong with it.
      return 1;
    }
  },
} as const satisfies Partial<Route>;

/** Answers with the page that the query asks for, of the reviews that pass `filter`. */
export function sendPage(context: Context, hub: Hub, filter: ReviewFilter): Promise<Response> {
  const { defaultPage: usual, largestPage: largest } = hub.limits;
  return sendReviews(context, hub, filter, pageOf(context, { usual, largest }), {
    issuers: booleanOf(context, "issuers") ?? false,
    maresiSubjects: booleanOf(context, "maresi_subjects") ?? false,
  });
}
