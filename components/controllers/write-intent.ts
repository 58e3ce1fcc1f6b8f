import type { ReactiveController, ReactiveControllerHost } from "lit";
import { browser } from "wxt/browser";
import { intentKey, type WriteIntent } from "../../lib/model/write-intent.ts";

/** How long a press on "write about this" is meant: opening the sidebar and reading the page fit in. */
const validMs = 30_000;

/** `not-yet`: the tab is not shown so far. `waits`: the person first finishes what they write, however long. */
export type IntentOutcome = "taken" | "not-yet" | "waits";

/**
 * A press on the shortcut or the context menu asks the sidebar to open its composer, through `storage.session`.
 *
 * @param onIntent - Called until it answers that the composer was opened for this press.
 * @param first - A press that opened this very page.
 */
export function watchWriteIntent(
  host: ReactiveControllerHost,
  onIntent: (intent: WriteIntent) => IntentOutcome,
  first?: WriteIntent,
): void {
  host.addController(new WriteIntentController(host, onIntent, first));
}

class WriteIntentController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onIntent: (intent: WriteIntent) => IntentOutcome;
  #intent: WriteIntent | undefined;
  #waits = false;

  constructor(
    host: ReactiveControllerHost,
    onIntent: (intent: WriteIntent) => IntentOutcome,
    first?: WriteIntent,
  ) {
    this.#host = host;
    this.#onIntent = onIntent;
    this.#intent = first;
  }

  hostConnected(): void {
    browser.storage.onChanged.addListener(this.#onStored);
    void this.#readAtStart();
  }

  hostDisconnected(): void {
    browser.storage.onChanged.removeListener(this.#onStored);
  }

  hostUpdated(): void {
    const intent = this.#intent;
    if (!intent) return;
    const outcome = this.#onIntent(intent);
    this.#waits = outcome === "waits";
    if (this.#waits || (outcome === "not-yet" && Date.now() - intent.at <= validMs)) return;
    this.#intent = undefined;
    void browser.storage.session.remove(intentKey);
  }

  readonly #onStored = (changes: Record<string, unknown>, area: string): void => {
    if (area === "session" && intentKey in changes) void this.#readChanged();
  };

  async #readAtStart(): Promise<void> {
    this.#intent ??= await storedIntent();
    if (this.#intent) this.#host.requestUpdate();
  }

  async #readChanged(): Promise<void> {
    const intent = await storedIntent();
    // Taken elsewhere, or too old; one that waits here is only the person's to give up.
    if (!intent && this.#waits) return;
    this.#intent = intent;
    this.#host.requestUpdate();
  }
}

async function storedIntent(): Promise<WriteIntent | undefined> {
  return (await browser.storage.session.get(intentKey))[intentKey] as WriteIntent | undefined;
}
