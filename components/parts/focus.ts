import { addressOf } from "../../lib/model/address.ts";
import type { SidebarFocus } from "../../lib/model/sidebar-focus.ts";
import type { TabState } from "../../lib/model/tab-state.ts";

/** Where the focus of a tab is kept, in `storage.session`. */
export function focusKey(tabId: number): string {
  return `focus:${tabId}`;
}

/** The brand that was asked about on this very page; a focus of another page or another tab holds no longer. */
export function focusOf(stored: unknown, { tabId, url }: TabState): SidebarFocus | undefined {
  const focus = stored as SidebarFocus | undefined;
  if (focus?.tabId !== tabId || focus.brand === undefined) return undefined;
  return addressOf(focus.url) === addressOf(url) ? focus : undefined;
}

/** A tab as it is shown while another brand is asked about: nothing that the page says of itself belongs to that. */
export function focusedState(state: TabState, { brand }: SidebarFocus): TabState {
  const { tabId, url, title, siteKey, isPrivate, readAt } = state;
  return {
    tabId,
    url,
    title,
    ...(siteKey !== undefined && { siteKey }),
    kind: "other",
    resolution: { brand },
    claimedRatings: [],
    figure: { kind: "none" },
    ...(isPrivate && { isPrivate }),
    readAt,
  };
}
