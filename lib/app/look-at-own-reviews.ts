import type { ReadDay } from "../detect/own-reviews/days-of.ts";
import { readOwnReviews } from "../detect/own-reviews/read-own-reviews.ts";
import { addressOf } from "../model/address.ts";
import type { OwnReviewsCheck } from "../model/own-reviews-check.ts";
import type { RawOwnReviews } from "../model/own-reviews.ts";
import { refused } from "../model/refusal.ts";
import { ok, problem, type Result } from "../model/result.ts";
import type { TabState } from "../model/tab-state.ts";
import { checkOwnReviews } from "../trust/own-reviews/index.ts";

export interface OwnReviewsDependencies {
  /** Reads a tab's page, or all of its frames; `undefined` where no code of ours may run. Untrusted. */
  readonly collect: (tabId: number, frames: "top" | "all") => Promise<readonly unknown[] | undefined>;
  readonly parse: (raw: unknown) => RawOwnReviews | undefined;
  readonly stateOf: (tabId: number) => Promise<TabState | undefined>;
  readonly readDay: ReadDay;
}

/**
 * Looks at the reviews that the page of a tab shows, checks them, and forgets them: what comes back is counts and a few
 * of them to read. Frames are read only where the page has one of a review service.
 *
 * Problems: `refused` (`no-page`) where the tab shows no page that was read, or another one by now; `permission` where
 * the browser withholds the page; `bad-shape` where what came from it is not ours.
 */
export async function lookAtOwnReviews(
  tabId: number,
  { collect, parse, readDay, stateOf }: OwnReviewsDependencies,
): Promise<Result<OwnReviewsCheck>> {
  const state = await stateOf(tabId);
  if (!state) return refused("no-page");
  const [raw] = (await collect(tabId, "top")) ?? [];
  if (raw === undefined || raw === null) return problem("permission", { reason: "site-access" });
  const page = parse(raw);
  if (!page) return problem("bad-shape");
  if (addressOf(page.url) !== addressOf(state.url)) return refused("no-page");
  const others = page.hasFrames
    ? ((await collect(tabId, "all")) ?? []).flatMap((one) => parse(one) ?? [])
    : [];
  // The page itself is among all frames.
  const frames = others.filter(({ url }) => url !== page.url);
  const read = readOwnReviews([page, ...frames], readDay);
  const claimed = claimOf(state) ?? read.claimed;
  return ok(checkOwnReviews({ ...read, ...(claimed && { claimed }) }));
}

/** What the page claims in its structured data: of what it sells, else of itself. */
function claimOf({ claimedRatings }: TabState): TabState["claimedRatings"][number] | undefined {
  return claimedRatings.find(({ about }) => about === "product") ?? claimedRatings[0];
}
