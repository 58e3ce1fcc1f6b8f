import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { ItemFilter } from "../../lib/model/research/query.ts";
import { wholeOf } from "./item-filter.ts";
import { hashOf, stateOf, type WorkspaceState } from "./workspace-state.ts";

/** `push`: Back leads to what was before. `replace`: it was only a step on the way. */
type Step = "push" | "replace";

/** What the workspace shows, kept in the page's address. Re-renders its host when the person goes back or forward. */
export class WorkspaceRoute implements ReactiveController {
  state: WorkspaceState = stateOf(location.hash);
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.state = stateOf(location.hash);
    addEventListener("popstate", this.#onPop);
  }

  hostDisconnected(): void {
    removeEventListener("popstate", this.#onPop);
  }

  /** Back, forward, and an address that was typed over. */
  readonly #onPop = (): void => {
    this.state = stateOf(location.hash);
    this.#host.requestUpdate();
  };

  go(state: WorkspaceState, step: Step = "push"): void {
    this.state = state;
    const hash = hashOf(state);
    if (hash !== location.hash) {
      if (step === "push") history.pushState(undefined, "", hash);
      else history.replaceState(undefined, "", hash);
    }
    this.#host.requestUpdate();
  }

  /** Another collection, from the beginning. */
  open(collection: string, step: Step = "push"): void {
    this.go({ collection, filter: wholeOf(collection), order: "time", descending: true }, step);
  }

  /** Narrows or widens; `undefined` takes a bound away. What stands open stays open. */
  filter(change: Partial<ItemFilter>, step: Step = "push"): void {
    const entries = Object.entries({ ...this.state.filter, ...change });
    const filter = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    this.go({ ...this.state, filter: filter as unknown as ItemFilter }, step);
  }

  show(item: number | undefined, step: Step = "push"): void {
    const { item: _before, ...rest } = this.state;
    this.go(item === undefined ? rest : { ...rest, item }, step);
  }
}
