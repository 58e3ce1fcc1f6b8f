import { browser } from "wxt/browser";
import { saveIntent } from "../../lib/app/write-intent.ts";
import { inBackground, logBug } from "../../lib/log.ts";
import { t } from "../../lib/i18n.ts";
import { collectMenus } from "./listen-to-collecting.ts";
import { openSidebar } from "./surface.ts";

/** Browsers show the first only where nothing is selected, so that never both stand in one menu. */
const menus = {
  "talk-back": { title: "menu_talk_back", contexts: ["page"] },
  "talk-back-selection": { title: "menu_talk_back_selection", contexts: ["selection"] },
} as const;

/** @returns The tab, where there is one. */
function open(tab: Pressed | undefined): number | undefined {
  if (tab?.id !== undefined) inBackground("open sidebar", openSidebar(tab.id));
  return tab?.id;
}

/** A page that loads and loads keeps nobody from writing. */
function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2000));
}

interface Pressed {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly incognito?: boolean | undefined;
}

/** What a press on the menu says beyond the tab. */
interface Said {
  readonly pageUrl?: string | undefined;
  readonly selectionText?: string | undefined;
  readonly isPrivate?: boolean;
}

/**
 * Toolbar icon, shortcuts and context menu. Each opens the sidebar at once, while the press still counts as one,
 * and lets the page be read where it was not. Call it synchronously at start-up.
 *
 * @param read - Reads a tab that the person asked for.
 * @param select - Looks in what was selected for the brand that it is about, once the tab was read.
 */
export function listenToPresses(
  read: (tabId: number) => Promise<unknown>,
  select: (tabId: number, selection: string) => Promise<void>,
): void {
  const look = async (tabId: number, { selectionText, isPrivate }: Said): Promise<void> => {
    await read(tabId);
    if (selectionText && !isPrivate) await select(tabId, selectionText);
  };
  const write = (tab: Pressed | undefined, said: Said = {}): void => {
    const tabId = open(tab);
    if (tabId === undefined) return;
    const { url, incognito: isPrivate = false } = tab ?? {};
    const { pageUrl = url, selectionText: selection } = said;
    const press = { tabId, url: pageUrl, isPrivate, selection };
    const looked = look(tabId, { ...said, isPrivate }).catch((error: unknown) => logBug("press", error));
    // The sidebar watches this and moves to the composer: about what was found, else about the page.
    const ready = selection ? Promise.race([looked, patience()]) : Promise.resolve();
    inBackground(
      "intent",
      ready.then(() => saveIntent(browser.storage.session, press, Date.now())),
    );
  };

  browser.action.onClicked.addListener((tab) => {
    const tabId = open(tab);
    if (tabId !== undefined) inBackground("read tab", read(tabId));
  });
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
  for (const menu of collectMenus()) browser.contextMenus.create(menu);
}
