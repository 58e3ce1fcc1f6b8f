import { browser } from "wxt/browser";
import { saveIntent } from "../../lib/app/write-intent.ts";
import { inBackground } from "../../lib/log.ts";
import { t } from "../../lib/i18n.ts";
import { openSidebar } from "./surface.ts";

/** Browsers show the first only where nothing is selected, so that never both stand in one menu. */
const menus = {
  "talk-back": { title: "menu_talk_back", contexts: ["page"] },
  "talk-back-selection": { title: "menu_talk_back_selection", contexts: ["selection"] },
} as const;

interface Pressed {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly incognito?: boolean | undefined;
}

/** What a press on the menu says beyond the tab. */
interface Said {
  readonly pageUrl?: string | undefined;
  readonly selectionText?: string | undefined;
}

/**
 * Toolbar icon, shortcuts and context menu. Each opens the sidebar at once, while the press still counts as one,
 * and lets the page be read where it was not. Call it synchronously at start-up.
 *
 * @param read - Reads a tab that the person asked for.
 */
export function listenToPresses(read: (tabId: number) => Promise<unknown>): void {
  const open = (tab: Pressed | undefined): tab is Pressed & { readonly id: number } => {
    if (tab?.id === undefined) return false;
    inBackground("open sidebar", openSidebar(tab.id));
    inBackground("read tab", read(tab.id));
    return true;
  };
  const write = (tab: Pressed | undefined, said: Said = {}): void => {
    if (!open(tab)) return;
    const { id: tabId, url, incognito = false } = tab;
    const { pageUrl = url, selectionText: selection } = said;
    const press = { tabId, url: pageUrl, isPrivate: incognito, selection };
    // The sidebar watches this and moves to the composer.
    inBackground("intent", saveIntent(browser.storage.session, press, Date.now()));
  };

  browser.action.onClicked.addListener((tab) => void open(tab));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === "write") write(tab);
  });
  browser.contextMenus.onClicked.addListener((said, tab) => {
    if (said.menuItemId in menus) write(tab, said);
  });
}

/** Menus last across restarts of the worker, but not across updates. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, { title, contexts }] of Object.entries(menus))
    browser.contextMenus.create({
      id,
      title: t(title),
      contexts: [...contexts],
      documentUrlPatterns: ["http://*/*", "https://*/*"],
    });
}
