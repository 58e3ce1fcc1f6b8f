import type { ReactiveController, ReactiveControllerHost } from "lit";
import { compute } from "../compute.ts";

/** At the latest after so many ms questions are asked, however busy the page is. */
const patienceMs = 2000;

/**
 * The dedicated worker, once the page has drawn its first content and is idle: from then on it is held for the host.
 * Questions of this host end with it.
 */
export class IdleCompute implements ReactiveController {
  isReady = false;
  readonly #host: ReactiveControllerHost;
  #idle = 0;
  #release: (() => void) | undefined;
  #turn = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#idle = requestIdleCallback(() => this.#onIdle(), { timeout: patienceMs });
  }

  hostDisconnected(): void {
    cancelIdleCallback(this.#idle);
    this.#turn.abort();
    this.#release?.();
    this.#release = undefined;
    this.isReady = false;
  }

  /** Of the question that is asked now; the one before is taken back. */
  nextTurn(): AbortSignal {
    this.#turn.abort();
    this.#turn = new AbortController();
    return this.#turn.signal;
  }

  /** Of the question asked last, for what belongs to it. */
  get signal(): AbortSignal {
    return this.#turn.signal;
  }

  #onIdle(): void {
    this.isReady = true;
    this.#release = compute().hold();
    this.#host.requestUpdate();
  }
}
