import type { Context } from "hono";
import { reviewTypes, sendReviews } from "../replies/reviews-reply.ts";
import { booleanOf, integerOf, pageOf } from "./query.ts";
import { filterOf, filterParameters, pageParameters, query } from "./review-query.ts";
import { badRequest, type Route, type RouteParameter } from "./route.ts";

export const extraParameters: readonly RouteParameter[] = [
  query("issuers", "boolean", "Also how much each author has written."),
  query("maresi_subjects", "boolean", "Also what was said about each of the reviews."),
];

/** A long page costs as much as several short ones. */
export function costOfPage(context: Context): number {
  try {
    return 1 + Math.floor((integerOf(context, "limit", 0) ?? 0) / 1000);
  } catch {
    // The handler will say what is wrong with it.
    return 1;
  }
}

export const reviews: Route = {
  method: "get",
  path: "/reviews",
  group: "Reviews",
  summary: "Find reviews",
  description: "Everything that is given must hold. Newest first, by the authors' own clocks.",
  parameters: [...filterParameters, ...pageParameters, ...extraParameters],
  replies: {
    200: { description: "The reviews.", types: reviewTypes, schema: "Reviews" },
    304: { description: "Nothing has changed." },
    400: badRequest,
    413: { description: "More in one page than this server gives.", types: ["text/plain"] },
  },
  allowance: "reads",
  cost: costOfPage,
  handle(context, hub) {
    const { defaultPage: usual, largestPage: largest } = hub.limits;
    return sendReviews(context, hub, filterOf(context), pageOf(context, { usual, largest }), {
      issuers: booleanOf(context, "issuers") ?? false,
      maresiSubjects: booleanOf(context, "maresi_subjects") ?? false,
    });
  },
};
