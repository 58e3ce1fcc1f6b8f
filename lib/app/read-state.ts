import type { Directory } from "../brands/directory.ts";
import { resolvePage } from "../brands/resolve.ts";
import { siteOffer } from "../brands/site-offer.ts";
import { siteKeyOf } from "../brands/subjects.ts";
import { readPage } from "../detect/facts.ts";
import { quietReason } from "../detect/sensitive.ts";
import type { RawPage } from "../model/page.ts";
import type { RawProduct } from "../model/product-page.ts";
import type { TabState } from "../model/tab-state.ts";
import type { CorrectedResolution, Corrections } from "./corrections.ts";
import type { Access } from "./page-access.ts";
import { chosenQuiet, quietOf, type QuietDependencies } from "./page-quiet.ts";
import { pageSays, type PageSays, type SayingDependencies } from "./page-says.ts";
import type { Profiles } from "./profiles.ts";
import type { PageSender } from "./senders.ts";
import { wantsDeep } from "./wants-deep.ts";

/** A page as it was reported, by whom, and how we may read it. */
export interface Reading {
  readonly page: RawPage;
  readonly sender: PageSender;
  readonly access: Access;
}

export interface ReadDependencies extends QuietDependencies, SayingDependencies {
  readonly directory: () => Promise<Directory>;
  /** What is known of the account that a page is about, and of profiles that a site names as its own. */
  readonly recogniseProfile: Profiles["recognise"];
  /** What a page is about by the person's word. */
  readonly correct: Corrections["apply"];
  /** Ids of the platforms whose posts a page may show, from its address and marks. */
  readonly sitesOf: (url: string, marks: readonly string[]) => readonly string[];
}

/**
 * What a page is about, as its tab's state.
 *
 * @param deep - What deep extraction found on it, once it ran.
 */
export async function readState(
  needs: ReadDependencies,
  { page, sender: { tabId, isPrivate }, access }: Reading,
  deep?: RawProduct,
): Promise<{ readonly state: TabState; readonly wantsDeep: boolean }> {
  const facts = readPage(page, deep);
  const own = quietReason(page.url, facts);
  const recognise = async (): Promise<{
    readonly about: CorrectedResolution & Pick<TabState, "profile" | "site">;
    readonly says: PageSays;
  }> => {
    // An address inside a home or company network says nothing about any brand, and is nobody's business.
    const resolved = own === "local" ? {} : await resolvePage(facts, await needs.directory());
    const { profile, resolution } = await needs.recogniseProfile(page, facts, resolved, isPrivate);
    const corrected = await needs.correct(resolution, page.url, isPrivate);
    const site = own === "local" ? undefined : await siteOffer(page.url, await needs.directory());
    const about = { ...corrected, ...(profile && { profile }), ...(site && { site }) };
    return { about, says: await pageSays(about.resolution, isPrivate, needs) };
  };
  // Side by side: a person waits for the badge.
  const [{ about, says }, chosen] = await Promise.all([recognise(), chosenQuiet(needs, page.url, isPrivate)]);
  const state: TabState = {
    tabId,
    url: page.url,
    title: facts.title,
    siteKey: siteKeyOf(page.url),
    kind: facts.kind,
    ...about,
    claimedRatings: facts.claimedRatings,
    ...(facts.organization && { organization: facts.organization }),
    ...says,
    ...quietOf(own, chosen, own === "local" ? [] : needs.sitesOf(page.url, page.marks ?? [])),
    access,
    ...(isPrivate && { isPrivate }),
    readAt: needs.now(),
  };
  const isNobodysBusiness = own === "local" || own === "sensitive";
  const resolution = about.recognised ?? about.resolution;
  return { state, wantsDeep: !deep && !isNobodysBusiness && wantsDeep({ facts, resolution }) };
}
