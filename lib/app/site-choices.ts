import type { SessionArea } from "./tab-states.ts";

export interface SiteChoice {
  readonly off: boolean;
  /** Share of the window's height, 0–1, from the top. */
  readonly badgePosition?: number;
}

export interface SiteChoiceStore {
  read(siteKey: string): Promise<SiteChoice | undefined>;
  change(siteKey: string, changes: Partial<SiteChoice>): Promise<void>;
}

const keyOf = (siteKey: string): string => `private-site:${siteKey}`;

/** What was chosen in private windows: in memory, gone with the browser. */
export function privateSiteChoices(area: SessionArea): SiteChoiceStore {
  const read = async (siteKey: string): Promise<SiteChoice | undefined> =>
    (await area.get(keyOf(siteKey)))[keyOf(siteKey)] as SiteChoice | undefined;
  return {
    read,
    async change(siteKey, changes) {
      const choice = { off: false, ...(await read(siteKey)), ...changes };
      await area.set({ [keyOf(siteKey)]: choice });
    },
  };
}

/** One store for both kinds of window: private ones read what was stored before and never write there. */
export function siteChoices(
  stored: SiteChoiceStore,
  inMemory: SiteChoiceStore,
): {
  read(siteKey: string, isPrivate: boolean): Promise<SiteChoice | undefined>;
  change(siteKey: string, isPrivate: boolean, changes: Partial<SiteChoice>): Promise<void>;
} {
  return {
    async read(siteKey, isPrivate) {
      return (isPrivate ? await inMemory.read(siteKey) : undefined) ?? stored.read(siteKey);
    },
    change: (siteKey, isPrivate, changes) => (isPrivate ? inMemory : stored).change(siteKey, changes),
  };
}
