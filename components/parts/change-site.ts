import { saveSiteChoice } from "../../lib/db/sites.ts";
import { t } from "../../lib/i18n.ts";
import { command } from "../commands.ts";
import { databases } from "../databases.ts";
import { problemText } from "./problem-text.ts";

/** Switches the badge off or on for a site, here and in tabs that stand open. */
export async function switchSite(siteKey: string, off: boolean): Promise<void> {
  await saveSiteChoice(databases().personal, siteKey, { off }, Date.now());
  // What is stored holds from the next page on, whether or not the worker could tell the open ones.
  await command("sitesChanged");
}

/** Does what was picked from the header's menu for a site. @returns What to say about it. */
export async function changeSite(what: string, siteKey: string): Promise<string> {
  if (what === "forget-here") {
    const result = await command("forget", { site: siteKey });
    return result.ok ? t("forgotten") : problemText(result.error);
  }
  const off = what === "hide-here";
  await switchSite(siteKey, off);
  return t(off ? "hidden_here" : "shown_here");
}
