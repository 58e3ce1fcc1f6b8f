import { chipSitesOf } from "../../lib/app/chip-sites.ts";
import type { FiguresOf } from "../../lib/app/figure.ts";
import { keptSetting } from "../../lib/app/kept-setting.ts";
import {
  createPostReports,
  type PostReportDependencies,
  type PostReports,
} from "../../lib/app/post-reports.ts";
import type { ForgetWhat } from "../../lib/app/forget.ts";
import type { TabStates } from "../../lib/app/tab-states.ts";
import type { Directory } from "../../lib/brands/directory.ts";
import type { CommunityDatabase } from "../../lib/db/community.ts";
import { sitesOffByFeeds } from "../../lib/db/sync-state.ts";
import type { MentionFinder } from "../../lib/mentions/mention-finder.ts";
import { withCheck, withoutChecks } from "../../lib/model/post-check.ts";
import type { TabState } from "../../lib/model/tab-state.ts";
import { chipSites, feeds, postChecks } from "../../lib/settings.ts";
import { siteOf, sites, sitesFor, standsOn } from "../../lib/sites/index.ts";

export type PostServices = PostReports;

export interface PostServiceDependencies {
  readonly states: TabStates;
  readonly chipSites: (state: TabState) => Promise<readonly string[]>;
  readonly recordedSites: PostReportDependencies["recordedSites"];
  readonly keep: PostReportDependencies["keep"];
  readonly directory: () => Promise<Directory>;
  readonly finder: () => Promise<MentionFinder>;
  readonly figuresOf: FiguresOf;
}

/** Ids of the platforms whose posts a page may show, those that stand in a frame of it included. */
export function siteIdsOf(url: string, marks: readonly string[]): readonly string[] {
  const address = URL.parse(url);
  if (!address) return [];
  // A page bears the mark of what it embeds; the platform's own host is that of the frame.
  const framed = sites.filter(({ hosts, id }) => hosts.length > 0 && marks.includes(id));
  return [...new Set([...sitesFor(address, marks), ...framed].map(({ id }) => id))];
}

/** Whether an address is a platform's own, whatever the page around it. */
export function isOnSite(siteId: string, url: string): boolean {
  const address = URL.parse(url);
  const site = siteOf(siteId);
  return address !== null && site !== undefined && standsOn(site, address.hostname);
}

/** Which platforms of a page have chips now. */
export function chipSitesIn(community: CommunityDatabase): (state: TabState) => Promise<readonly string[]> {
  const choices = keptSetting(chipSites);
  const copied = keptSetting(feeds);
  const needs = {
    kindOf: (id: string) => siteOf(id)?.kind,
    choices,
    offByFeeds: async () => sitesOffByFeeds(community, await copied()),
  };
  return (state) => chipSitesOf(needs, state);
}

/** What happens with posts, wired to the real browser and the two databases. */
export function createPostServices(needs: PostServiceDependencies): PostServices {
  return createPostReports({
    ...needs,
    kindOf: (id) => siteOf(id)?.kind,
    isOnSite,
    async mentionsIn({ text, links, author }, { site, lang, pageBrandIds }) {
      return (await needs.finder()).find(text, {
        links,
        pageBrandIds,
        ...(site && { platform: site }),
        ...(author?.handle && { authorHandle: author.handle }),
        ...(lang && { lang }),
      });
    },
    async keepCheck(siteId, found) {
      const checks = await postChecks.getValue();
      await postChecks.setValue({ ...checks, [siteId]: withCheck(checks[siteId], found, Date.now()) });
    },
    now: Date.now,
  });
}

const hourMs = 3_600_000;

/** Clears what is kept of where posts were found: of the last hour, or of a platform's own site. */
export async function forgetPostChecks(what: ForgetWhat, nowMs: number): Promise<void> {
  const checks = await postChecks.getValue();
  const left = withoutChecks(checks, (id, { at }) =>
    "site" in what ? isOnSite(id, `https://${what.site}/`) : at >= nowMs - hourMs,
  );
  await postChecks.setValue(left);
}
