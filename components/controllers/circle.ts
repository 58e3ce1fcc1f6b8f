import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Person } from "../../lib/model/person.ts";
import type { AuthorId } from "../../lib/model/review.ts";
import { type Circle, circleStore } from "../parts/circle-store.ts";

/** Whom the person follows and has muted, and who is near to them; re-renders its host when that changes. */
export class CircleController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #unlisten: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unlisten = circleStore.listen(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#unlisten?.();
  }

  /** Whether it has been read. */
  get isRead(): boolean {
    return circleStore.value !== undefined;
  }

  /** Why it cannot be read, if it cannot. */
  get error(): unknown {
    return circleStore.error;
  }

  get circle(): Circle {
    return circleStore.circle;
  }

  personOf(author: AuthorId): Person | undefined {
    return this.circle.people.get(author);
  }

  /** Whether anybody is near. */
  get hasNear(): boolean {
    return this.circle.nearness.size > 0;
  }
}
