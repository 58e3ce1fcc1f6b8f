import type { ReviewRow } from "../../lib/db/community-rows.ts";

/** The one server whose reviews have a public page each. */
const hostWithPages = "api.mangrove.reviews";

/** Where anybody may read a review without Backtalk; `undefined` for those from other servers, and samples. */
export function publicPageOf({
  addedFrom,
  isSample,
  signature,
}: Pick<ReviewRow, "addedFrom" | "isSample" | "signature">): string | undefined {
  if (isSample || URL.parse(addedFrom)?.host !== hostWithPages) return undefined;
  return `https://mangrove.reviews/list?signature=${encodeURIComponent(signature)}`;
}

/** An SPDX name as people write it: `CC-BY-SA-4.0` is CC BY-SA 4.0. None given is the network's own. */
export function licenseName(given = "CC-BY-4.0"): string {
  return given.replace(/^CC-(BY(?:-[A-Z]{2})*)-(\d)/, "CC $1 $2");
}
