import { dailyBrandsOf } from "../../lib/db/daily-brands.ts";
import { follow, unfollow } from "../../lib/db/follows.ts";
import { t } from "../../lib/i18n.ts";
import { databases } from "../databases.ts";
import type { RecordsAbout } from "./records-about.ts";

/** Follows a brand from now on, or no longer. Nobody but this device learns of it. @returns What to say about it. */
export async function changeFollow({ brandId, name }: RecordsAbout, on: boolean): Promise<string> {
  const { community, personal } = databases();
  if (!on) {
    await unfollow(personal, brandId);
    return t("unfollowed", { name });
  }
  // A brand without a site of its own has a name for an id.
  const domain = brandId.startsWith("name:") ? {} : { domain: brandId };
  const known = await dailyBrandsOf(community, brandId);
  await follow(personal, { brandId, name, ...domain, followedAt: Date.now() }, known);
  return t("followed", { name });
}
