import type { ReactiveController, ReactiveControllerHost } from "lit";
import { browser } from "wxt/browser";
import type { SidebarFocus } from "../../lib/model/sidebar-focus.ts";
import type { TabState } from "../../lib/model/tab-state.ts";
import { focusedState, focusKey, focusOf } from "../parts/focus.ts";

/**
 * What is known of the tab in front. `unread`: an ordinary page nobody has read yet; `restricted`: a page that
 * no extension may read; `hidden`: its address is not told to us, so it is one of the two.
 */
export type TabReading =
  | { readonly status: "starting" }
  | {
      readonly status: "read";
      readonly tabId: number;
      readonly state: TabState;
      /** A brand the person asked about on this page, and the post it was about; `state` is then about that. */
      readonly focus?: SidebarFocus;
    }
  | {
      readonly status: "unread" | "restricted" | "hidden";
      readonly tabId: number;
      readonly isPrivate?: boolean;
    };

/**
 * Follows the active tab of this window, or one fixed tab, through what the background keeps in
 * `storage.session`. Asks nobody else and causes no request.
 */
export class ActiveTabController implements ReactiveController {
  reading: TabReading = { status: "starting" };
  readonly #host: ReactiveControllerHost;
  readonly #fixedTabId: number | undefined;
  #tabId: number | undefined;
  /** Number of the newest look: looks take time, and an older one must not overwrite it. */
  #turn = 0;
  #windowId: number | undefined;

  constructor(host: ReactiveControllerHost, fixedTabId?: number) {
    this.#host = host;
    this.#fixedTabId = fixedTabId;
    this.#tabId = fixedTabId;
    host.addController(this);
  }

  hostConnected(): void {
    browser.storage.onChanged.addListener(this.#onStored);
    // A frame inside a page has no `tabs`; there the tab is always fixed.
    browser.tabs?.onActivated.addListener(this.#onActivated);
    browser.tabs?.onUpdated.addListener(this.#onUpdated);
    void this.#start();
  }

  hostDisconnected(): void {
    browser.storage.onChanged.removeListener(this.#onStored);
    browser.tabs?.onActivated.removeListener(this.#onActivated);
    browser.tabs?.onUpdated.removeListener(this.#onUpdated);
  }

  async #start(): Promise<void> {
    if (this.#fixedTabId === undefined) {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      this.#tabId = tab?.id;
      this.#windowId = tab?.windowId;
    }
    await this.#read();
  }

  readonly #onActivated = (active: { tabId: number; windowId: number }): void => {
    if (this.#fixedTabId !== undefined || active.windowId !== this.#windowId) return;
    this.#tabId = active.tabId;
    void this.#read();
  };

  readonly #onUpdated = (tabId: number, change: { status?: string }): void => {
    if (tabId === this.#tabId && change.status === "complete") void this.#read();
  };

  readonly #onStored = (changes: Record<string, unknown>, area: string): void => {
    const tabId = this.#tabId;
    if (area !== "session" || tabId === undefined) return;
    if (`tab:${tabId}` in changes || focusKey(tabId) in changes) void this.#read();
  };

  async #read(): Promise<void> {
    const tabId = this.#tabId;
    if (tabId === undefined) return;
    const turn = ++this.#turn;
    const reading = await this.#readingOf(tabId);
    // The person turned to another tab, or the page was read meanwhile: what came later is what holds.
    if (turn !== this.#turn) return;
    this.reading = reading;
    this.#host.requestUpdate();
  }

  async #readingOf(tabId: number): Promise<TabReading> {
    const key = `tab:${tabId}`;
    const stored = await browser.storage.session.get([key, focusKey(tabId)]);
    const state = stored[key] as TabState | undefined;
    if (!state) return { ...(await this.#access(tabId)), tabId };
    const focus = focusOf(stored[focusKey(tabId)], state);
    return focus
      ? { status: "read", tabId, state: focusedState(state, focus), focus }
      : { status: "read", tabId, state };
  }

  /** The address of a tab is told only where we have access to its host; those of browser pages never are. */
  async #access(
    tabId: number,
  ): Promise<{ readonly status: "unread" | "restricted" | "hidden"; readonly isPrivate?: boolean }> {
    const tab = await browser.tabs?.get(tabId).catch(() => undefined);
    const isPrivate = tab?.incognito === true;
    if (!tab?.url) return { status: "hidden", isPrivate };
    return { status: /^https?:/.test(tab.url) ? "unread" : "restricted", isPrivate };
  }
}
