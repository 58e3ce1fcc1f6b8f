import { browser } from "wxt/browser";
import { inBackground } from "../../lib/log.ts";
import { t } from "../../lib/i18n.ts";
import { openSidebar } from "./surface.ts";

const menuId = "talk-back";

interface Pressed {
  readonly id?: number | undefined;
}

/**
 * Toolbar icon, shortcuts and context menu. Each opens the sidebar at once, while the press still counts as one,
 * and lets the page be read where it was not. Call it synchronously at start-up.
 *
 * @param read - Reads a tab that the person asked for.
 */
export function listenToPresses(read: (tabId: number) => Promise<unknown>): void {
  const open = (tab: Pressed | undefined, what: "read" | "write"): void => {
    if (tab?.id === undefined) return;
    inBackground("open sidebar", openSidebar(tab.id));
    // The sidebar watches this and moves to the composer.
    if (what === "write")
      inBackground(
        "intent",
        browser.storage.session.set({ intent: { tabId: tab.id, what, at: Date.now() } }),
      );
    inBackground("read tab", read(tab.id));
  };

  browser.action.onClicked.addListener((tab) => open(tab, "read"));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === "write") open(tab, "write");
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === menuId) open(tab, "write");
  });
}

/** Menus last across restarts of the worker, but not across updates. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: menuId,
    title: t("menu_talk_back"),
    contexts: ["page", "selection"],
    documentUrlPatterns: ["http://*/*", "https://*/*"],
  });
}
