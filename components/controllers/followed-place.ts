import type { ReactiveController, ReactiveControllerHost } from "lit";
import { isSamePlace } from "../parts/place.ts";
import { ActiveTabController, type TabReading } from "./active-tab.ts";

/**
 * What the sidebar shows of the tab in front: it follows, but never takes away what is being read or written.
 * Then the new place waits in `pending` until the person switches.
 */
export class FollowedPlaceController implements ReactiveController {
  shown: TabReading = { status: "starting" };
  pending: TabReading | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #tab: ActiveTabController;
  readonly #isBusy: () => boolean;
  readonly #onFollow: () => void;
  #seen: TabReading | undefined;

  constructor(
    host: ReactiveControllerHost,
    options: { readonly fixedTabId?: number; readonly isBusy: () => boolean; readonly onFollow: () => void },
  ) {
    this.#host = host;
    this.#tab = new ActiveTabController(host, options.fixedTabId);
    this.#isBusy = options.isBusy;
    this.#onFollow = options.onFollow;
    host.addController(this);
  }

  hostUpdate(): void {
    const now = this.#tab.reading;
    if (now === this.#seen) return;
    this.#seen = now;
    if (isSamePlace(now, this.shown)) {
      this.shown = now;
      this.pending = undefined;
    } else if (this.shown.status === "read" && this.#isBusy()) {
      this.pending = now;
    } else {
      this.#follow(now);
    }
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
    this.#onFollow();
  }
}
