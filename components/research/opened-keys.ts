import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { CollectionPrivacy } from "../../lib/model/research/collection.ts";
import { fits, type OpenedKey } from "../../lib/research/privacy/seal-key.ts";

/** Private keys that were opened in this page. In memory alone: they go with it. */
const opened: OpenedKey[] = [];
const changes = new EventTarget();

export function keepOpened(key: OpenedKey): void {
  opened.push(key);
  changes.dispatchEvent(new Event("change"));
}

/** Forgets every key, as closing the page would. */
export function forgetOpened(): void {
  opened.length = 0;
  changes.dispatchEvent(new Event("change"));
}

/** The keys that are open, for a host that is drawn anew when another is. */
export class OpenedKeysController implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    changes.addEventListener("change", this.#update);
  }

  hostDisconnected(): void {
    changes.removeEventListener("change", this.#update);
  }

  for(privacy: CollectionPrivacy): OpenedKey | undefined {
    return opened.find((key) => fits(key, privacy));
  }

  readonly #update = (): void => this.#host.requestUpdate();
}
