import type { BadgeView } from "../messages/page.ts";
import type { TabState } from "../model/tab-state.ts";
import { badgeViewOf, hasBadge } from "./badge-view.ts";
import { toolbarLook, type ToolbarLook } from "./toolbar.ts";

/** What the browser offers to show something in a tab. Tabs close at any time: none of these may throw for that. */
export interface TabSurface {
  paint(tabId: number, look: ToolbarLook): Promise<void>;
  /** Tells the badge that nothing is to be drawn any more; where there is none, nothing happens. */
  removeBadge(tabId: number): Promise<void>;
  /** Puts the badge into the page; one that is there already only asks again what to draw. */
  injectBadge(tabId: number): Promise<void>;
  /** Puts the reader of posts into the page; one that is there already only asks again what to read. */
  injectPosts(tabId: number): Promise<void>;
  /** Takes chips away and ends their reader; where there is none, nothing happens. */
  removePosts(tabId: number): Promise<void>;
  /** Address of the sidebar page as a frame, where the sidebar itself cannot be opened from a page. */
  frameUrl(tabId: number): string | undefined;
}

export interface TabView {
  /** Toolbar and badge as the state has them now. */
  readonly show: (state: TabState) => Promise<void>;
  readonly badgeView: (state: TabState) => Promise<BadgeView | undefined>;
}

/**
 * @param badgePosition - Where the person left the badge on this page's site, if they did.
 * @param readsPosts - Whether posts of the page get chips or are recorded.
 */
export function createTabView(
  surface: TabSurface,
  badgePosition: (state: TabState) => Promise<number | undefined>,
  readsPosts: (state: TabState) => Promise<boolean>,
): TabView {
  const badgeView = async (state: TabState): Promise<BadgeView | undefined> =>
    badgeViewOf(state, await badgePosition(state), surface.frameUrl(state.tabId));
  return {
    badgeView,
    async show(state) {
      const { tabId } = state;
      const painted = surface.paint(tabId, toolbarLook(state));
      // A page gets no code of ours beyond the reader unless there is something to draw.
      await (hasBadge(state) ? surface.injectBadge(tabId) : surface.removeBadge(tabId));
      if (state.posts)
        await ((await readsPosts(state)) ? surface.injectPosts(tabId) : surface.removePosts(tabId));
      await painted;
    },
  };
}
