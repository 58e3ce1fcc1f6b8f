import { refused } from "../model/refusal.ts";
import { ok, problem, type Result } from "../model/result.ts";
import type { TabState } from "../model/tab-state.ts";
import type { PageReports } from "./page-reports.ts";

/** How long a page may take to answer after our reader was put into it, in ms. */
const answerMs = 5_000;

/**
 * Reads a tab because the person asked: works with site access withheld (the press on the toolbar lends it for
 * this tab) and in a private window, where what is read lives in memory until the tab closes.
 *
 * Problems: `permission` (`site-access`) where the browser withholds the site, `refused` (`no-page`) on the
 * browser's own pages, `timeout` where the page did not answer.
 */
export async function readTab(
  tabId: number,
  reports: Pick<PageReports, "expect" | "unexpect">,
  inject: (tabId: number) => Promise<boolean>,
  hasSiteAccess: () => Promise<boolean>,
): Promise<Result<TabState>> {
  const answer = reports.expect(tabId, answerMs);
  if (!(await inject(tabId))) {
    // Else the next page of this tab would pass for one that was asked for.
    reports.unexpect(tabId);
    return (await hasSiteAccess()) ? refused("no-page") : problem("permission", { reason: "site-access" });
  }
  const state = await answer;
  return state ? ok(state) : problem("timeout");
}
