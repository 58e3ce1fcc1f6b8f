import { listParameters, reviewList, sendPage } from "./review-list.ts";
import { filterOf } from "./review-query.ts";
import type { Route } from "./route.ts";

export const reviews: Route = {
  ...reviewList,
  path: "/reviews",
  summary: "Find reviews",
  description: "Everything that is given must hold. Newest first, by the authors' own clocks.",
  parameters: listParameters,
  handle: (context, hub) => sendPage(context, hub, filterOf(context)),
};
