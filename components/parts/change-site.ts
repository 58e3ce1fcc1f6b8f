import { saveSiteChoice } from "../../lib/db/sites.ts";
import { t } from "../../lib/i18n.ts";
import { command } from "../commands.ts";
import { databases } from "../databases.ts";
import { problemText } from "./problem-text.ts";

/** Does what was picked from the header's menu for a site. @returns What to say about it. */
export async function changeSite(what: string, siteKey: string): Promise<string> {
  if (what === "forget-here") {
    const result = await command("forget", { site: siteKey });
    return result.ok ? t("forgotten") : problemText(result.error);
  }
  const off = what === "hide-here";
  await saveSiteChoice(databases().personal, siteKey, { off }, Date.now());
  return t(off ? "hidden_here" : "shown_here");
}
