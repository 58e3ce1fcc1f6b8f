import { browser } from "wxt/browser";
import { pageSender, type MessageSender, type OwnIdentity, type PageSender } from "../../lib/app/senders.ts";
import { inBackground } from "../../lib/log.ts";
import { pageMessaging } from "../../lib/messages/page.ts";
import type { PageServices } from "./page-services.ts";
import { openSidebar } from "./surface.ts";

/**
 * The `page` map. Every sender is checked, every argument is parsed where it is used. Call it synchronously at
 * start-up.
 */
export function listenToPages({ badge, reports, states, view }: PageServices, own: OwnIdentity): void {
  const from = (sender: MessageSender): PageSender | undefined => pageSender(sender, own);

  pageMessaging.onMessage("reportPage", async ({ data, sender }) => {
    const page = from(sender);
    if (page) await reports.report(data, page);
  });
  pageMessaging.onMessage("badgeView", async ({ sender }) => {
    const page = from(sender);
    const state = page && (await states.get(page.tabId));
    return state && view.badgeView(state);
  });
  // Synchronous up to the call itself: an `await` before it would lose the person's gesture.
  pageMessaging.onMessage("openSidebar", ({ sender }) => {
    const page = from(sender);
    if (page) inBackground("open sidebar", openSidebar(page.tabId));
  });
  pageMessaging.onMessage("hideBadge", async ({ data, sender }) => {
    const page = from(sender);
    if (page) await badge.hide(data, page);
  });
  pageMessaging.onMessage("moveBadge", async ({ data, sender }) => {
    const page = from(sender);
    if (page) await badge.move(data, page);
  });

  browser.tabs.onRemoved.addListener((tabId) => inBackground("tab closed", states.remove([tabId])));
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    // Pages we may not see (the browser's own, withheld sites) report nothing: what was there before is over.
    if (change.status === "complete" && !/^https?:/.test(tab.url ?? ""))
      inBackground("tab left", states.remove([tabId]));
  });
}
