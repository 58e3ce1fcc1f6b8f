import type { ReactiveController, ReactiveControllerHost } from "lit";
import { browser } from "wxt/browser";
import type { SidebarFocus } from "../../lib/model/sidebar-focus.ts";
import { focusKey } from "../parts/focus.ts";
import { isSamePlace } from "../parts/place.ts";
import { ActiveTabController, type TabReading } from "./active-tab.ts";

interface Options {
  readonly fixedTabId?: number;
  readonly isReading: () => boolean;
  readonly isWriting: () => boolean;
  readonly onFollow: () => void;
}

/**
 * What the sidebar shows of the tab in front: it follows, but never takes away what is being read or written.
 * Then the new place waits in `pending` until the person switches. A brand that the person asked about is their own
 * act: only what is being written keeps it waiting.
 */
export class FollowedPlaceController implements ReactiveController {
  shown: TabReading = { status: "starting" };
  pending: TabReading | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #tab: ActiveTabController;
  readonly #options: Options;
  #seen: TabReading | undefined;
  /** When a brand was last asked about, as far as is known here; epoch ms. */
  #askedAt = Date.now();
  /** The person changed what is shown of this tab: what comes next of it is what they want to see. */
  #expectedOf: number | undefined;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#tab = new ActiveTabController(host, options.fixedTabId);
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const now = this.#tab.reading;
    if (now === this.#seen) return;
    this.#seen = now;
    const isAsked = this.#isAsked(now);
    if (isSamePlace(now, this.shown)) {
      this.shown = now;
      this.pending = undefined;
      if (isAsked && !this.#options.isWriting()) this.#options.onFollow();
    } else if (this.shown.status === "read" && this.#mustWait(now, isAsked)) {
      this.pending = now;
    } else {
      this.#follow(now);
    }
  }

  /** Whether the person has just asked for what is read now. */
  #isAsked(now: TabReading): boolean {
    const at = now.status === "read" ? (now.focus?.at ?? 0) : 0;
    if (at <= this.#askedAt) return false;
    this.#askedAt = at;
    return true;
  }

  #mustWait(now: TabReading, isAsked: boolean): boolean {
    const { isReading, isWriting } = this.#options;
    if (isAsked) return isWriting();
    if ("tabId" in now && now.tabId === this.#expectedOf) return false;
    return isWriting() || isReading();
  }

  /** The brand that was asked about, and the post, where that is shown. */
  get focus(): SidebarFocus | undefined {
    return this.shown.status === "read" ? this.shown.focus : undefined;
  }

  /** Also of a page that nobody has read, or may read. */
  get tabId(): number | undefined {
    return "tabId" in this.shown ? this.shown.tabId : undefined;
  }

  /** The person is about to change what is shown of this tab: it is followed at once. */
  expect(): void {
    if ("tabId" in this.shown) this.#expectedOf = this.shown.tabId;
  }

  /** From the brand that was asked about back to what the page itself is about. */
  async back(): Promise<void> {
    const { focus } = this;
    if (!focus) return;
    this.expect();
    await browser.storage.session.remove(focusKey(focus.tabId));
    // The tab in front is another one by now: that is where to go.
    this.switch();
  }

  /** Whether the tab that is shown is private: then nothing of it may reach the disk. */
  get isPrivate(): boolean {
    const { shown } = this;
    if (shown.status === "starting") return false;
    return (shown.status === "read" ? shown.state.isPrivate : shown.isPrivate) === true;
  }

  switch(): void {
    if (this.pending) this.#follow(this.pending);
    this.#host.requestUpdate();
  }

  #follow(reading: TabReading): void {
    this.shown = reading;
    this.pending = undefined;
    this.#expectedOf = undefined;
    this.#options.onFollow();
  }
}
