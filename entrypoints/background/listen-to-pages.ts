import { browser } from "wxt/browser";
import { leaveFocus } from "../../lib/app/focus.ts";
import type { Gate } from "../../lib/app/gate.ts";
import { pageSender, type MessageSender, type OwnIdentity, type PageSender } from "../../lib/app/senders.ts";
import { leaveCollected } from "../../lib/app/research/collect-notice.ts";
import { leaveIntent, saveIntent } from "../../lib/app/write-intent.ts";
import { inBackground } from "../../lib/log.ts";
import { pageMessaging } from "../../lib/messages/page.ts";
import { listenToPosts } from "./listen-to-posts.ts";
import type { PageServices } from "./page-services.ts";
import { injectProfileReader, openSidebar } from "./surface.ts";

/**
 * The `page` map. Every sender is checked, every argument is parsed where it is used. Call it synchronously at
 * start-up.
 */
export function listenToPages(services: PageServices, own: OwnIdentity, gate: Gate): void {
  const { badge, profiles, reports, states, view } = services;
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
    act(sender, async (page) => {
      const state = await reports.report(data, page);
      if (state.ok && state.value.profile) await injectProfileReader(page.tabId);
    }),
  );
  pageMessaging.onMessage("reportProfile", ({ data, sender }) =>
    act(sender, (page) => profiles.report(data, page)),
  );
  pageMessaging.onMessage("reportProduct", ({ data, sender }) =>
    act(sender, (page) => reports.reportProduct(data, page)),
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
  pageMessaging.onMessage("talkBack", ({ sender }) => {
    const page = from(sender);
    if (!page) return;
    inBackground("open sidebar", openSidebar(page.tabId));
    const press = { ...page, selection: undefined };
    inBackground("intent", saveIntent(browser.storage.session, press, Date.now()));
  });
  pageMessaging.onMessage("hideBadge", ({ data, sender }) => act(sender, (page) => badge.hide(data, page)));
  pageMessaging.onMessage("moveBadge", ({ data, sender }) => act(sender, (page) => badge.move(data, page)));

  listenToPosts(services.posts, own, gate);

  const leave = async (tabId: number, url: string | undefined): Promise<void> => {
    const { session } = browser.storage;
    // At once, not one after the other: a page that comes meanwhile must not be taken for the one before.
    await Promise.all([
      reports.leave(tabId, url),
      leaveFocus(session, tabId, url),
      leaveIntent(session, tabId, url),
      leaveCollected(session, tabId, url),
    ]);
  };
  browser.tabs.onRemoved.addListener((tabId) => inBackground("tab closed", leave(tabId, undefined)));
  browser.tabs.onUpdated.addListener((tabId, change) => {
    // Many pages report nothing (the browser's own, withheld sites, PDFs, errors, any page in on-click mode): what
    // was there before is over all the same. The address of some is not told to us; then it is `undefined`.
    if (change.url !== undefined || change.status === "complete")
      inBackground(
        "tab left",
        addressNow(tabId).then((url) => leave(tabId, url)),
      );
  });
}

/** Where a tab is by now: an event about a page may arrive after the next page has told of itself. */
async function addressNow(tabId: number): Promise<string | undefined> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.url;
}
