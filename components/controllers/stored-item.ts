import type { ReactiveController, ReactiveControllerHost } from "lit";

/** The part of wxt's `storage.defineItem` used here. */
interface Item<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  watch(onChange: (value: T) => void): () => void;
}

/** A setting that re-renders its host when it changes, here or in another page. */
export class StoredItemController<T> implements ReactiveController {
  /** `undefined` until it has been read. */
  value: T | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #item: Item<T>;
  #unwatch: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, item: Item<T>) {
    this.#host = host;
    this.#item = item;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unwatch = this.#item.watch((value) => this.#take(value));
    // A setting that cannot be read keeps its control empty; there is nothing else to show.
    void this.#item.getValue().then((value) => this.#take(value));
  }

  hostDisconnected(): void {
    this.#unwatch?.();
  }

  async set(value: T): Promise<void> {
    this.#take(value);
    await this.#item.setValue(value);
  }

  #take(value: T): void {
    this.value = value;
    this.#host.requestUpdate();
  }
}
