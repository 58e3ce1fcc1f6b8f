import { degreesOf } from "./query.ts";
import { listParameters, reviewList, sendPage } from "./review-list.ts";
import { filterOf, query } from "./review-query.ts";
import type { Route } from "./route.ts";

export const geo: Route = {
  ...reviewList,
  path: "/geo",
  summary: "Find reviews of places in a box",
  description: "`xmin` above `xmax` means across the 180th meridian. All filters of `/reviews` work as well.",
  parameters: [
    query("xmin", "number", "Western edge, degrees of longitude. Needed."),
    query("ymin", "number", "Southern edge, degrees of latitude. Needed."),
    query("xmax", "number", "Eastern edge. Needed."),
    query("ymax", "number", "Northern edge. Needed."),
    ...listParameters,
  ],
  handle(context, hub) {
    const box = {
      minLon: degreesOf(context, "xmin", 180),
      minLat: degreesOf(context, "ymin", 90),
      maxLon: degreesOf(context, "xmax", 180),
      maxLat: degreesOf(context, "ymax", 90),
    };
    return sendPage(context, hub, { ...filterOf(context), box });
  },
};
