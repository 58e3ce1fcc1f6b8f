import type { SiteChoice } from "./personal-rows.ts";
import type { PersonalDatabase } from "./personal.ts";

export type { SiteChoice } from "./personal-rows.ts";

export async function siteChoice(db: PersonalDatabase, siteKey: string): Promise<SiteChoice | undefined> {
  return db.sites.get(siteKey);
}

/** Changes one site's choices and keeps its others. */
export async function saveSiteChoice(
  db: PersonalDatabase,
  siteKey: string,
  changes: Partial<Pick<SiteChoice, "off" | "badgePosition">>,
  nowMs: number,
): Promise<void> {
  await db.transaction("rw", db.sites, async () => {
    const row = (await db.sites.get(siteKey)) ?? { siteKey, off: false };
    await db.sites.put({ ...row, ...changes, updatedAt: nowMs });
  });
}

/** Sites that are switched off, by name. */
export async function sitesOff(db: PersonalDatabase): Promise<SiteChoice[]> {
  return db.sites.filter(({ off }) => off).toArray();
}
