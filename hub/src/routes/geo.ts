import { reviewTypes, sendReviews } from "../replies/reviews-reply.ts";
import { booleanOf, degreesOf, pageOf } from "./query.ts";
import { filterOf, filterParameters, pageParameters, query } from "./review-query.ts";
import { costOfPage, extraParameters } from "./reviews.ts";
import { badRequest, type Route } from "./route.ts";

export const geo: Route = {
  method: "get",
  path: "/geo",
  group: "Reviews",
  summary: "Find reviews of places in a box",
  description: "`xmin` above `xmax` means across the 180th meridian. All filters of `/reviews` work as well.",
  parameters: [
    query("xmin", "number", "Western edge, degrees of longitude. Needed."),
    query("ymin", "number", "Southern edge, degrees of latitude. Needed."),
    query("xmax", "number", "Eastern edge. Needed."),
    query("ymax", "number", "Northern edge. Needed."),
    ...filterParameters,
    ...pageParameters,
    ...extraParameters,
  ],
  replies: {
    200: { description: "The reviews.", types: reviewTypes, schema: "Reviews" },
    304: { description: "Nothing has changed." },
    400: badRequest,
    413: { description: "More in one page than this server gives.", types: ["text/plain"] },
  },
  allowance: "reads",
  cost: costOfPage,
  handle(context, hub) {
    const box = {
      minLon: degreesOf(context, "xmin", 180),
      minLat: degreesOf(context, "ymin", 90),
      maxLon: degreesOf(context, "xmax", 180),
      maxLat: degreesOf(context, "ymax", 90),
    };
    const { defaultPage: usual, largestPage: largest } = hub.limits;
    return sendReviews(context, hub, { ...filterOf(context), box }, pageOf(context, { usual, largest }), {
      issuers: booleanOf(context, "issuers") ?? false,
      maresiSubjects: booleanOf(context, "maresi_subjects") ?? false,
    });
  },
};
