import { accountAt } from "../brands/account-page.ts";
import type { Directory } from "../brands/directory.ts";
import { profileStanding } from "../brands/profile-standing.ts";
import { siteKeyOf } from "../brands/subjects.ts";
import { originOf } from "../model/address.ts";
import type { PageFacts, RawPage } from "../model/page.ts";
import type { ProfileHeader } from "../model/profile.ts";
import { problem, type Result } from "../model/result.ts";
import type { Resolution } from "../model/subject.ts";
import type { TabState } from "../model/tab-state.ts";
import { claimsOf, type ProfileClaims } from "./profile-claims.ts";
import type { PageSender } from "./senders.ts";

/** What is known of a page by itself, and of the account that it is about, if it is about one. */
export type Recognised = Pick<TabState, "profile"> & { readonly resolution: Resolution };

export interface Profiles {
  /**
   * Whose account a page is, by what the page itself has told; everything else stays as it was resolved. Keeps which
   * profiles a site names as its own, unless the window is private.
   */
  recognise(page: RawPage, facts: PageFacts, resolved: Resolution, isPrivate: boolean): Promise<Recognised>;
  /** The reader of profiles told who an account says that it is. */
  report(raw: unknown, sender: PageSender): Promise<Result<void>>;
}

interface ProfileDependencies {
  /** Checks what a content script sent; `undefined`: not a profile. */
  readonly parse: (raw: unknown) => ProfileHeader | undefined;
  readonly directory: () => Promise<Directory>;
  readonly claims: ProfileClaims;
  /** Changes what is known of a tab, unless it shows another page by then. */
  readonly update: (
    tabId: number,
    url: string,
    change: (state: TabState) => Promise<Recognised | undefined>,
  ) => Promise<void>;
}

export function createProfiles({ claims, directory, parse, update }: ProfileDependencies): Profiles {
  const stand = async (header: ProfileHeader, resolved: Resolution): Promise<Recognised> => {
    const profile = accountAt(header.url);
    if (!profile) return { resolution: resolved };
    const named = await claims.of(siteKeyOf(header.url) ?? "");
    const { brand, standing } = await profileStanding({ profile, header, claims: named }, await directory());
    return { resolution: brand ? { brand } : resolved, profile: standing };
  };
  return {
    async recognise(page, facts, resolved, isPrivate) {
      if (!isPrivate) await claims.note(claimsOf(page, facts, resolved));
      return stand(headerOf(page, facts), resolved);
    },
    async report(raw, { tabId, url }) {
      const header = parse(raw);
      // The address that the browser gives for a sender may be that of the document's first page; `update` compares
      // the whole address with the page that the tab is known to show.
      if (!header || originOf(header.url) !== originOf(url)) return problem("bad-shape");
      await update(tabId, header.url, async ({ profile, recognised, resolution }) => {
        if (!profile) return undefined;
        // What was known of the account before must not outlive what the page shows now.
        const before = profile.brandName === undefined ? (recognised ?? resolution) : {};
        return stand(header, before);
      });
      return { ok: true, value: undefined };
    },
  };
}

/** What every page tells of itself, before its account is read: title and description, its own links. */
function headerOf(
  { links, url }: RawPage,
  { description, heading, organization, title }: PageFacts,
): ProfileHeader {
  const name = heading ?? title.split(/\s+[|–—•·(]|\s+-\s+|\s*\(@/u)[0]?.trim();
  const own = [
    ...links.filter(([rel]) => /\bme\b/.test(rel)).map(([, href]) => href),
    ...(organization?.sameAs ?? []),
  ];
  return {
    url,
    ...(name && { name: name.slice(0, 200) }),
    ...(description !== undefined && { description: description.slice(0, 2000) }),
    links: own.slice(0, 12),
  };
}
