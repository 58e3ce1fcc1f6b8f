import { addressOf } from "../model/address.ts";
import type { SidebarFocus } from "../model/sidebar-focus.ts";
import type { SessionArea } from "./tab-states.ts";

/**
 * A tab has another address, or none that we may see, or was closed: what a chip asked the sidebar to show on the
 * page before is over.
 */
export async function leaveFocus(area: SessionArea, tabId: number, url: string | undefined): Promise<void> {
  const key = `focus:${tabId}`;
  const focus = (await area.get(key))[key] as SidebarFocus | undefined;
  if (focus && addressOf(focus.url) !== addressOf(url)) await area.remove(key);
}
