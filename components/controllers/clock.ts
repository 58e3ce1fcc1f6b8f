import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Re-renders its host every `periodMs` while `needed` says so: countdowns and ages. */
export class ClockController implements ReactiveController {
  nowMs = Date.now();
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #periodMs: number;
  readonly #needed: () => boolean;

  constructor(host: ReactiveControllerHost, periodMs: number, needed: () => boolean = () => true) {
    this.#host = host;
    this.#periodMs = periodMs;
    this.#needed = needed;
    host.addController(this);
  }

  hostUpdate(): void {
    this.nowMs = Date.now();
  }

  hostUpdated(): void {
    if (!this.#needed()) this.#stop();
    else this.#timer ??= setInterval(() => this.#host.requestUpdate(), this.#periodMs);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
