import type { LitElement, ReactiveController } from "lit";

/** Distance from the window, in CSS px, at which the next ones are added. */
const aheadPx = 1200;

/**
 * How much of a long list stands in the document: some at first, more as its end (`.sentinel`) comes near. Opening a
 * list of thousands costs what opening one of some dozens does.
 */
export class GrowingListController implements ReactiveController {
  count: number;
  readonly #host: LitElement;
  readonly #step: number;
  #observer: IntersectionObserver | undefined;

  constructor(host: LitElement, step: number) {
    this.#host = host;
    this.#step = step;
    this.count = step;
    host.addController(this);
  }

  /** Another list: it begins anew. */
  reset(): void {
    this.count = this.#step;
  }

  /** What is at this place stays in the document although others came before it. */
  keep(index: number): void {
    this.count = Math.max(this.count, index + 1);
  }

  hostUpdated(): void {
    this.#observer ??= new IntersectionObserver((entries) => this.#onSeen(entries), {
      rootMargin: `${aheadPx}px 0px`,
    });
    this.#observer.disconnect();
    const sentinel = this.#host.renderRoot.querySelector(".sentinel");
    if (sentinel) this.#observer.observe(sentinel);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  #onSeen(entries: readonly IntersectionObserverEntry[]): void {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    this.count += this.#step;
    this.#host.requestUpdate();
  }
}
