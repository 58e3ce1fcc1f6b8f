import { browser } from "wxt/browser";
import { createBadgeActions, type BadgeActions } from "../../lib/app/badge-actions.ts";
import { createCorrections, privateCorrections, type Corrections } from "../../lib/app/corrections.ts";
import type { FiguresOf } from "../../lib/app/figure.ts";
import { keptSetting } from "../../lib/app/kept-setting.ts";
import { notePageProofs } from "../../lib/app/page-proofs.ts";
import { createPageReports, type PageReports } from "../../lib/app/page-reports.ts";
import { profileClaims, type ProfileClaims } from "../../lib/app/profile-claims.ts";
import { createProfiles, type Profiles } from "../../lib/app/profiles.ts";
import { privateSiteChoices, siteChoices } from "../../lib/app/site-choices.ts";
import { tabStates, type TabStates } from "../../lib/app/tab-states.ts";
import { createTabView, type TabView } from "../../lib/app/tab-view.ts";
import type { WeightKeeper } from "../../lib/app/weighing/keeper.ts";
import { openDirectory, type Directory } from "../../lib/brands/directory.ts";
import { siteKeyOf } from "../../lib/brands/subjects.ts";
import { keysOfPlace } from "../../lib/brands/same-place.ts";
import { correctionsOf, removeCorrection, saveCorrection } from "../../lib/db/corrections.ts";
import type { CommunityDatabase } from "../../lib/db/community.ts";
import { countBrand, countPage } from "../../lib/db/counters.ts";
import { dailyBrandsOf } from "../../lib/db/daily-brands.ts";
import { hasPageKeys, replacePageKeys } from "../../lib/db/page-keys.ts";
import type { PersonalDatabase } from "../../lib/db/personal.ts";
import { placeKeys } from "../../lib/db/places.ts";
import { saveSiteChoice, siteChoice } from "../../lib/db/sites.ts";
import { logBug } from "../../lib/log.ts";
import { openMentions, type MentionFinder } from "../../lib/mentions/mention-finder.ts";
import type { Point } from "../../lib/model/point.ts";
import type { SubjectKey } from "../../lib/model/subject.ts";
import type { TabState } from "../../lib/model/tab-state.ts";
import { ProfileHeaderSchema } from "../../lib/schema/profile-header.ts";
import { RawPageSchema } from "../../lib/schema/raw-page.ts";
import { RawProductSchema } from "../../lib/schema/raw-product.ts";
import { badgeEverywhere, badgeInPrivate, runMode } from "../../lib/settings.ts";
import { chipSitesIn, createPostServices, siteIdsOf, type PostServices } from "./post-services.ts";
import type { ResearchServices } from "./research-services.ts";
import { clearTab, injectProduct, isReaderIn, surface } from "./surface.ts";

export interface PageServices {
  readonly states: TabStates;
  readonly reports: PageReports;
  readonly view: TabView;
  readonly badge: BadgeActions;
  readonly corrections: Corrections;
  /** Keys of reviewed places at about the latitude of a point, all of them without one; none where they cannot be read. */
  readonly placeKeys: (point?: Point) => Promise<readonly SubjectKey[]>;
  readonly posts: PostServices;
  readonly profiles: Profiles;
  readonly claims: ProfileClaims;
  readonly directory: () => Promise<Directory>;
  /** Finds brands of the directory in texts; opened at the first text. */
  readonly finder: () => Promise<MentionFinder>;
}

/** Files of our own package: read by the worker, never over the network. */
async function readPart(path: string): Promise<Uint8Array> {
  const reply = await fetch(browser.runtime.getURL(`/directory/${path}` as never));
  if (!reply.ok) throw new Error(`directory/${path}: ${reply.status}`);
  return new Uint8Array(await reply.arrayBuffer());
}

/** Opened at the first look-up of a worker's life, once. */
function lazyDirectory(): () => Promise<Directory> {
  let opened: Promise<Directory> | undefined;
  return () => (opened ??= openDirectory(readPart));
}

function lazyFinder(directory: () => Promise<Directory>): () => Promise<MentionFinder> {
  let opened: Promise<MentionFinder> | undefined;
  return () => (opened ??= directory().then((known) => openMentions(readPart, known)));
}

/** Without its reviews a page is still recognised; the sidebar says what is wrong with the database. */
async function orNone<T>(what: string, read: Promise<readonly T[]>): Promise<readonly T[]> {
  return read.catch((cause: unknown) => {
    logBug(what, cause);
    return [];
  });
}

/** What happens with pages, wired to the real browser and the two databases. */
// oxlint-disable-next-line max-lines-per-function -- wiring and one closure over the state of all tabs; its parts stand in files of their own
export function createPageServices(
  personal: PersonalDatabase,
  community: CommunityDatabase,
  weights: Pick<WeightKeeper, "figuresOf">,
  { keep, recording }: Pick<ResearchServices, "keep" | "recording">,
): PageServices {
  const area = browser.storage.session;
  const states = tabStates(area);
  const choices = siteChoices(
    {
      read: (siteKey) => siteChoice(personal, siteKey),
      change: (siteKey, changes) => saveSiteChoice(personal, siteKey, changes, Date.now()),
    },
    privateSiteChoices(area),
  );
  const chipSites = chipSitesIn(community);
  const badgePosition = async ({ url, isPrivate }: TabState): Promise<number | undefined> => {
    const siteKey = siteKeyOf(url);
    return siteKey ? (await choices.read(siteKey, isPrivate === true))?.badgePosition : undefined;
  };
  const readsPosts = async (state: TabState): Promise<boolean> =>
    (await chipSites(state)).length > 0 || (await recording.sitesOf(state)) !== undefined;
  const view = createTabView(surface, badgePosition, readsPosts);
  const directory = lazyDirectory();
  const figuresOf: FiguresOf = (...asked) => orNone("figures", weights.figuresOf(...asked));
  const placeKeysIn = (point?: Point): Promise<readonly SubjectKey[]> =>
    orNone("places", placeKeys(community, point));
  const everywhere = keptSetting(badgeEverywhere);
  const inPrivate = keptSetting(badgeInPrivate);
  const keptMode = keptSetting(runMode);
  const corrections = createCorrections({
    directory,
    keysOfPlace: async (place) => keysOfPlace(place, await placeKeysIn(place.point)),
    stored: {
      read: (ids) => correctionsOf(personal, ids),
      save: (correction) => saveCorrection(personal, correction),
      remove: (id) => removeCorrection(personal, id),
    },
    inMemory: privateCorrections(area),
    refresh: () => reports.refreshCorrections(),
    now: Date.now,
  });
  const claims = profileClaims(area);
  const profiles = createProfiles({
    parse: (raw) => ProfileHeaderSchema.safeParse(raw).data,
    directory,
    claims,
    update: (tabId, url, change) => reports.recogniseAnew(tabId, url, change),
  });
  const reports: PageReports = createPageReports({
    parse: (raw) => RawPageSchema.safeParse(raw).data,
    directory,
    recogniseProfile: (...reading) => profiles.recognise(...reading),
    correct: (...recognised) => corrections.apply(...recognised),
    figuresOf,
    dailyOf: (brandId) => orNone("daily file", dailyBrandsOf(community, brandId)),
    sitesOf: siteIdsOf,
    isSiteOff: async (siteKey, isPrivate) => (await choices.read(siteKey, isPrivate))?.off === true,
    states,
    switches: async () => {
      const [badgeEverywhere, badgeInPrivate] = await Promise.all([everywhere(), inPrivate()]);
      return { badgeEverywhere, badgeInPrivate };
    },
    parseProduct: (raw) => RawProductSchema.safeParse(raw).data,
    deepen: injectProduct,
    count: async ({ brandId, isSeen }) => {
      if (!isSeen) await countPage(personal, Date.now());
      if (brandId) await countBrand(personal, Date.now());
    },
    noteProofs: (page) =>
      notePageProofs(page, {
        has: (site) => hasPageKeys(community, site),
        replace: (site, keys) => replacePageKeys(community, site, keys),
        now: Date.now,
      }),
    mode: async () => {
      // What was kept may be a moment older than the choice that a reader was sent for.
      const mode = await keptMode();
      return mode === "all-sites" ? mode : runMode.getValue();
    },
    isReaderIn,
    clear: clearTab,
    show: view.show,
    now: Date.now,
  });
  const badge = createBadgeActions({
    states,
    choices,
    setBadgeEverywhere: (on) => badgeEverywhere.setValue(on),
    refreshQuiet: reports.refreshQuiet,
  });
  const finder = lazyFinder(directory);
  const recordedSites = recording.sitesOf;
  const posts = createPostServices({ states, chipSites, recordedSites, keep, directory, finder, figuresOf });
  return {
    states,
    reports,
    view,
    badge,
    corrections,
    posts,
    profiles,
    claims,
    directory,
    finder,
    placeKeys: placeKeysIn,
  };
}
