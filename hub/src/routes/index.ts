import { about, atom } from "./about.ts";
import { batch } from "./batch.ts";
import { docs } from "./docs.ts";
import { feedBucket, feedDaily, feedDelta, feedHead, feedSegment } from "./feed.ts";
import { geo } from "./geo.ts";
import { health } from "./health.ts";
import { issuer } from "./issuer.ts";
import { metrics } from "./metrics.ts";
import { openapi } from "./openapi.ts";
import { hubIdentity, removals, removalsJson } from "./removals.ts";
import { review } from "./review.ts";
import { reviews } from "./reviews.ts";
import type { Route } from "./route.ts";
import { since } from "./since.ts";
import { subject } from "./subject.ts";
import { submit } from "./submit.ts";

/** Every route of the hub: what is served, described, limited and counted. */
export const routes: readonly Route[] = [
  submit,
  reviews,
  review,
  subject,
  issuer,
  batch,
  geo,
  about,
  atom,
  feedHead,
  feedSegment,
  feedDaily,
  feedDelta,
  feedBucket,
  since,
  removals,
  removalsJson,
  hubIdentity,
  health,
  metrics,
  openapi(() => routes),
  docs("/docs", () => routes),
  docs("/", () => routes),
];
