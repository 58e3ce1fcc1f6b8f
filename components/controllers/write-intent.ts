import type { ReactiveController, ReactiveControllerHost } from "lit";
import { browser } from "wxt/browser";

/** How long a press on "write about this" is meant: opening the sidebar and reading the page fit in. */
const validMs = 10_000;

interface Intent {
  readonly tabId: number;
  readonly what: string;
  /** Epoch ms. */
  readonly at: number;
}

/**
 * A press on the shortcut or the context menu asks the sidebar to open its composer, through `storage.session`.
 *
 * @param onIntent - Called until it answers that the composer could be opened for this tab.
 */
export function watchWriteIntent(host: ReactiveControllerHost, onIntent: (tabId: number) => boolean): void {
  host.addController(new WriteIntentController(host, onIntent));
}

class WriteIntentController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onIntent: (tabId: number) => boolean;
  #intent: Intent | undefined;

  constructor(host: ReactiveControllerHost, onIntent: (tabId: number) => boolean) {
    this.#host = host;
    this.#onIntent = onIntent;
  }

  hostConnected(): void {
    browser.storage.onChanged.addListener(this.#onStored);
    void this.#read();
  }

  hostDisconnected(): void {
    browser.storage.onChanged.removeListener(this.#onStored);
  }

  hostUpdated(): void {
    const intent = this.#intent;
    if (!intent) return;
    if (Date.now() - intent.at > validMs) this.#intent = undefined;
    else if (this.#onIntent(intent.tabId)) {
      this.#intent = undefined;
      void browser.storage.session.remove("intent");
    }
  }

  readonly #onStored = (changes: Record<string, unknown>, area: string): void => {
    if (area === "session" && "intent" in changes) void this.#read();
  };

  async #read(): Promise<void> {
    const { intent } = await browser.storage.session.get("intent");
    this.#intent = intent as Intent | undefined;
    if (this.#intent?.what === "write") this.#host.requestUpdate();
    else this.#intent = undefined;
  }
}
