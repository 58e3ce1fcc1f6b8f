import { browser } from "wxt/browser";
import type { RunModeTools } from "../../lib/app/run-mode.ts";
import type { TabStates } from "../../lib/app/tab-states.ts";
import { clearTab, injectReader } from "./surface.ts";

const pages = ["http://*/*", "https://*/*"];
const script = {
  id: "page",
  js: ["page.js"],
  matches: pages,
  runAt: "document_idle",
  allFrames: false,
} as const;

/** Whether the person lets us see every site; browsers let them withdraw it at any time. */
export function hasSiteAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: pages });
}

/** What the first-run choice does in a real browser. */
export function runModeTools(states: TabStates): RunModeTools {
  return {
    async register() {
      const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [script.id] });
      if (!known) await browser.scripting.registerContentScripts([{ ...script, js: [...script.js] }]);
    },
    async unregister() {
      const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [script.id] });
      if (known) await browser.scripting.unregisterContentScripts({ ids: [script.id] });
    },
    async injectIntoOpenTabs() {
      for (const tab of await browser.tabs.query({ url: pages, discarded: false }))
        // Not awaited: a tab that is still loading answers when it has loaded.
        if (tab.id !== undefined) void injectReader(tab.id);
    },
    async leaveOpenTabs() {
      const known = await states.all();
      await states.remove(known.map(({ tabId }) => tabId));
      for (const { tabId } of known) await clearTab(tabId);
    },
  };
}
