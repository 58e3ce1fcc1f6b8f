import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { PageSubject } from "../../lib/model/subject.ts";
import { command } from "../commands.ts";
import { searchedBrandOf } from "../parts/searched-brand.ts";

/**
 * Ends searches that nobody waits for any more: about brands that the sidebar has turned away from, and all of them
 * when it closes. What has come stays.
 */
export class SearchesController implements ReactiveController {
  readonly #begun = new Set<string>();
  readonly #inView: () => readonly PageSubject[];
  readonly #stopAll = (): void => this.#stop(() => true);

  /** @param inView - What the sidebar can show now. */
  constructor(host: ReactiveControllerHost, inView: () => readonly PageSubject[]) {
    this.#inView = inView;
    host.addController(this);
  }

  begin(brandId: string): void {
    this.#begun.add(brandId);
  }

  hostConnected(): void {
    addEventListener("pagehide", this.#stopAll);
  }

  hostDisconnected(): void {
    removeEventListener("pagehide", this.#stopAll);
    this.#stopAll();
  }

  hostUpdated(): void {
    if (this.#begun.size === 0) return;
    const inView = new Set(this.#inView().map((subject) => searchedBrandOf(subject)?.brandId));
    this.#stop((brandId) => !inView.has(brandId));
  }

  #stop(isOver: (brandId: string) => boolean): void {
    for (const brandId of [...this.#begun].filter(isOver)) {
      this.#begun.delete(brandId);
      void command("stopSearch", brandId);
    }
  }
}
