import { browser } from "wxt/browser";
import { createBadgeActions, type BadgeActions } from "../../lib/app/badge-actions.ts";
import { keptSetting } from "../../lib/app/kept-setting.ts";
import { createPageReports, type PageReports } from "../../lib/app/page-reports.ts";
import { privateSiteChoices, siteChoices } from "../../lib/app/site-choices.ts";
import { tabStates, type TabStates } from "../../lib/app/tab-states.ts";
import { createTabView, type TabView } from "../../lib/app/tab-view.ts";
import { openDirectory, type Directory } from "../../lib/brands/directory.ts";
import { siteKeyOf } from "../../lib/brands/subjects.ts";
import type { CommunityDatabase } from "../../lib/db/community.ts";
import { countBrand, countPage } from "../../lib/db/counters.ts";
import type { PersonalDatabase } from "../../lib/db/personal.ts";
import { saveSiteChoice, siteChoice } from "../../lib/db/sites.ts";
import { summariesOf } from "../../lib/db/summaries.ts";
import { logBug } from "../../lib/log.ts";
import { RawPageSchema } from "../../lib/schema/raw-page.ts";
import { badgeEverywhere, badgeInPrivate, runMode } from "../../lib/settings.ts";
import { clearTab, isReaderIn, surface } from "./surface.ts";

export interface PageServices {
  readonly states: TabStates;
  readonly reports: PageReports;
  readonly view: TabView;
  readonly badge: BadgeActions;
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

/** What happens with pages, wired to the real browser and the two databases. */
export function createPageServices(personal: PersonalDatabase, community: CommunityDatabase): PageServices {
  const area = browser.storage.session;
  const states = tabStates(area);
  const choices = siteChoices(
    {
      read: (siteKey) => siteChoice(personal, siteKey),
      change: (siteKey, changes) => saveSiteChoice(personal, siteKey, changes, Date.now()),
    },
    privateSiteChoices(area),
  );
  const view = createTabView(surface, async ({ url, isPrivate }) => {
    const siteKey = siteKeyOf(url);
    return siteKey ? (await choices.read(siteKey, isPrivate === true))?.badgePosition : undefined;
  });
  const everywhere = keptSetting(badgeEverywhere);
  const inPrivate = keptSetting(badgeInPrivate);
  const keptMode = keptSetting(runMode);
  const reports = createPageReports({
    parse: (raw) => RawPageSchema.safeParse(raw).data,
    directory: lazyDirectory(),
    // Without its reviews a page is still recognised; the sidebar says what is wrong with the database.
    summariesOf: (keys) =>
      summariesOf(community, keys).catch((cause: unknown) => {
        logBug("summaries", cause);
        return [];
      }),
    isSiteOff: async (siteKey, isPrivate) => (await choices.read(siteKey, isPrivate))?.off === true,
    states,
    switches: async () => {
      const [badgeEverywhere, badgeInPrivate] = await Promise.all([everywhere(), inPrivate()]);
      return { badgeEverywhere, badgeInPrivate };
    },
    count: async ({ brandId }) => {
      await countPage(personal, Date.now());
      if (brandId) await countBrand(personal, Date.now());
    },
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
  return { states, reports, view, badge };
}
