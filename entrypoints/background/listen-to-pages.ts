import { browser } from "wxt/browser";
import type { Gate } from "../../lib/app/gate.ts";
import { pageSender, type MessageSender, type OwnIdentity, type PageSender } from "../../lib/app/senders.ts";
import { inBackground } from "../../lib/log.ts";
import { pageMessaging } from "../../lib/messages/page.ts";
import type { PageServices } from "./page-services.ts";
import { openSidebar } from "./surface.ts";

/**
 * The `page` map. Every sender is checked, every argument is parsed where it is used. Call it synchronously at
 * start-up.
 */
export function listenToPages(
  { badge, reports, states, view }: PageServices,
  own: OwnIdentity,
  gate: Gate,
): void {
  const from = (sender: MessageSender): PageSender | undefined => pageSender(sender, own);
  /** Does what a page asks for, or nothing while everything is being deleted. */
  const act = async (sender: MessageSender, work: (page: PageSender) => Promise<unknown>): Promise<void> => {
    const page = from(sender);
    if (page)
      await gate.pass<unknown>(
        () => work(page),
        () => undefined,
      );
  };

  pageMessaging.onMessage("reportPage", ({ data, sender }) =>
    act(sender, (page) => reports.report(data, page)),
  );
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
  pageMessaging.onMessage("hideBadge", ({ data, sender }) => act(sender, (page) => badge.hide(data, page)));
  pageMessaging.onMessage("moveBadge", ({ data, sender }) => act(sender, (page) => badge.move(data, page)));

  browser.tabs.onRemoved.addListener((tabId) => inBackground("tab closed", reports.leave(tabId, undefined)));
  browser.tabs.onUpdated.addListener((tabId, change) => {
    // Many pages report nothing (the browser's own, withheld sites, PDFs, errors, any page in on-click mode): what
    // was there before is over all the same. The address of some is not told to us; then it is `undefined`.
    if (change.url !== undefined || change.status === "complete")
      inBackground(
        "tab left",
        addressNow(tabId).then((url) => reports.leave(tabId, url)),
      );
  });
}

/** Where a tab is by now: an event about a page may arrive after the next page has told of itself. */
async function addressNow(tabId: number): Promise<string | undefined> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.url;
}
