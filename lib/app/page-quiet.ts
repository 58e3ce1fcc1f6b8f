import { siteKeyOf } from "../brands/subjects.ts";
import type { QuietReason, TabState } from "../model/tab-state.ts";

export interface QuietDependencies {
  readonly isSiteOff: (siteKey: string, isPrivate: boolean) => Promise<boolean>;
  readonly switches: () => Promise<{ readonly badgeEverywhere: boolean; readonly badgeInPrivate: boolean }>;
}

/** Reasons that a person can switch; the others belong to the page. */
const changeable: ReadonlySet<QuietReason | undefined> = new Set(["private", "everywhere", "site-off"]);

/** Why nothing is drawn on a page because of what the person chose. */
export async function chosenQuiet(
  needs: QuietDependencies,
  url: string,
  isPrivate: boolean,
): Promise<QuietReason | undefined> {
  const { badgeEverywhere, badgeInPrivate } = await needs.switches();
  if (isPrivate && !badgeInPrivate) return "private";
  const siteKey = siteKeyOf(url);
  // Before what is said of every page: where a site is switched off nothing is read at all.
  if (siteKey && (await needs.isSiteOff(siteKey, isPrivate))) return "site-off";
  return badgeEverywhere ? undefined : "everywhere";
}

/**
 * @param own - The page's own reason.
 * @param chosen - The person's.
 * @param sites - Platforms whose posts it may show. An article has no badge; the comments below it may have chips.
 */
export function quietOf(
  own: QuietReason | undefined,
  chosen: QuietReason | undefined,
  sites: readonly string[],
): Pick<TabState, "quiet" | "posts"> {
  const quiet = own ?? chosen;
  const postsQuiet = (own === "article" ? undefined : own) ?? chosen;
  const posts = { sites, ...(postsQuiet && { quiet: postsQuiet }) };
  return { ...(quiet && { quiet }), ...(sites.length > 0 && { posts }) };
}

/** The state after what the person chose may have changed; `undefined` where that makes no difference. */
export async function withQuiet(needs: QuietDependencies, state: TabState): Promise<TabState | undefined> {
  const { posts, quiet, ...rest } = state;
  const own = changeable.has(quiet) ? undefined : quiet;
  if (own && own !== "article") return undefined;
  const chosen = await chosenQuiet(needs, state.url, state.isPrivate === true);
  const next = quietOf(own, chosen, posts?.sites ?? []);
  return next.quiet === quiet && next.posts?.quiet === posts?.quiet ? undefined : { ...rest, ...next };
}
