import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Whether the browser believes to have a network. Only ever used to word things, never to decide. */
export class OnlineController implements ReactiveController {
  value = navigator.onLine;
  readonly #host: ReactiveControllerHost;
  readonly #update = (): void => {
    this.value = navigator.onLine;
    this.#host.requestUpdate();
  };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("online", this.#update);
    addEventListener("offline", this.#update);
  }

  hostDisconnected(): void {
    removeEventListener("online", this.#update);
    removeEventListener("offline", this.#update);
  }
}
