import type { ReactiveController, ReactiveControllerHost } from "lit";

const pauseMs = 150;

/** Acts once a person has stopped typing for a moment. */
export class TypingPause implements ReactiveController {
  readonly #act: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, act: () => void) {
    this.#act = act;
    host.addController(this);
  }

  /** Call it at every key. */
  readonly typed = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#act, pauseMs);
  };

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
