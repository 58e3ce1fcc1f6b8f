import type { TabState } from "../model/tab-state.ts";

export interface ChipSiteDependencies {
  /** `undefined`: no such platform. */
  readonly kindOf: (siteId: string) => "posts" | "search" | undefined;
  /** What the person switched, by site id. */
  readonly choices: () => Promise<Readonly<Record<string, boolean>>>;
  /** Platforms that a feed of the person's has switched off for now, because reading them goes wrong. */
  readonly offByFeeds: () => Promise<ReadonlySet<string>>;
}

/** Whether a platform has chips unless the person says otherwise: what search engines answer is left alone. */
export function hasChipsByDefault(kind: "posts" | "search"): boolean {
  return kind === "posts";
}

/** The platforms of a page whose posts get chips now. */
export async function chipSitesOf(
  needs: ChipSiteDependencies,
  { posts }: Pick<TabState, "posts">,
): Promise<readonly string[]> {
  if (!posts || posts.quiet) return [];
  const [choices, off] = await Promise.all([needs.choices(), needs.offByFeeds()]);
  return posts.sites.filter((id) => {
    const kind = needs.kindOf(id);
    return kind !== undefined && !off.has(id) && (choices[id] ?? hasChipsByDefault(kind));
  });
}
