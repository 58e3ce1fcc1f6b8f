import { browser } from "wxt/browser";
import type { Gate } from "../../lib/app/gate.ts";
import type { Collecting, CollectPress } from "../../lib/app/research/collect.ts";
import { t } from "../../lib/i18n.ts";
import { inBackground } from "../../lib/log.ts";
import { openSidebar } from "./surface.ts";

const pages = ["http://*/*", "https://*/*"];
const openWorkspace = "open-research";

type MenuEntry = Parameters<typeof browser.contextMenus.create>[0];

interface Pressed {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly incognito?: boolean | undefined;
}

/** Entries of the browser's own menu: in pages, and on the toolbar icon. */
export function collectMenus(): readonly MenuEntry[] {
  return [
    {
      id: "collect-selection",
      title: t("menu_collect_selection"),
      contexts: ["selection"],
      documentUrlPatterns: pages,
    },
    {
      id: "collect-post",
      title: t("menu_collect_post"),
      contexts: ["page", "link"],
      documentUrlPatterns: pages,
    },
    { id: openWorkspace, title: t("menu_research"), contexts: ["action"] },
  ];
}

/**
 * Menu and shortcut of collecting. Each opens the sidebar at once, while the press still counts as one: what became of
 * it is said there. Call it synchronously at start-up.
 */
export function listenToCollecting(collecting: Collecting, gate: Gate): void {
  const press = (
    tab: Pressed | undefined,
    how: Pick<CollectPress, "frameId" | "wish"> & { readonly url?: string | undefined },
  ): void => {
    const { id: tabId, incognito: isPrivate = false, url } = tab ?? {};
    if (tabId === undefined) return;
    inBackground("open sidebar", openSidebar(tabId));
    const collect = (): Promise<void> => collecting.press({ tabId, url, isPrivate, ...how });
    inBackground(
      "collect",
      gate.pass(collect, () => undefined),
    );
  };
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === "collect") press(tab, { wish: {} });
  });
  browser.contextMenus.onClicked.addListener(({ frameId, linkUrl, menuItemId, pageUrl }, tab) => {
    if (menuItemId === openWorkspace)
      inBackground("workspace", browser.tabs.create({ url: browser.runtime.getURL("/research.html") }));
    if (menuItemId === "collect-selection" || menuItemId === "collect-post")
      press(tab, { frameId, url: tab?.url ?? pageUrl, wish: linkUrl === undefined ? {} : { link: linkUrl } });
  });
}
