import type { ReactiveController, ReactiveControllerHost } from "lit";
import { browser } from "wxt/browser";
import { collectKey, type CollectNotice } from "../../lib/model/research/collect.ts";

/** What became of a press on "Collect" in one tab, as the background keeps it in `storage.session`. */
export class CollectNoticeController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #tabId: () => number | undefined;
  #stored: CollectNotice | undefined;

  constructor(host: ReactiveControllerHost, tabId: () => number | undefined) {
    this.#host = host;
    this.#tabId = tabId;
    host.addController(this);
  }

  hostConnected(): void {
    browser.storage.onChanged.addListener(this.#onStored);
    void this.#read();
  }

  hostDisconnected(): void {
    browser.storage.onChanged.removeListener(this.#onStored);
  }

  /** Of another tab it is not said. */
  get value(): CollectNotice | undefined {
    return this.#stored?.tabId === this.#tabId() ? this.#stored : undefined;
  }

  async dismiss(): Promise<void> {
    await browser.storage.session.remove(collectKey);
  }

  readonly #onStored = (changes: Record<string, unknown>, area: string): void => {
    if (area === "session" && collectKey in changes) void this.#read();
  };

  async #read(): Promise<void> {
    this.#stored = (await browser.storage.session.get(collectKey))[collectKey] as CollectNotice | undefined;
    this.#host.requestUpdate();
  }
}
