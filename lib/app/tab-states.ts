import type { SidebarFocus } from "../model/sidebar-focus.ts";
import type { TabState } from "../model/tab-state.ts";

/** The part of `browser.storage.session` that is used; it never reaches a disk. */
export interface SessionArea {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

export interface TabStates {
  get(tabId: number): Promise<TabState | undefined>;
  all(): Promise<readonly TabState[]>;
  save(state: TabState): Promise<void>;
  remove(tabIds: readonly number[]): Promise<void>;
  /** What a person asked about from a chip in that tab. */
  saveFocus(focus: SidebarFocus): Promise<void>;
}

const prefix = "tab:";
const focusPrefix = "focus:";

/** What is known of each tab, under `tab:<id>` and `focus:<id>` for extension pages to watch. */
export function tabStates(area: SessionArea): TabStates {
  return {
    async get(tabId) {
      const key = prefix + tabId;
      return (await area.get(key))[key] as TabState | undefined;
    },
    async all() {
      const items = Object.entries(await area.get(null));
      return items.filter(([key]) => key.startsWith(prefix)).map(([, state]) => state as TabState);
    },
    save: (state) => area.set({ [prefix + state.tabId]: state }),
    remove: (tabIds) => area.remove(tabIds.flatMap((id) => [prefix + id, focusPrefix + id])),
    saveFocus: (focus) => area.set({ [focusPrefix + focus.tabId]: focus }),
  };
}
