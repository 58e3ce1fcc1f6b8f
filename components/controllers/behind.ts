import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Behind } from "../../lib/model/behind.ts";
import type { TabState } from "../../lib/model/tab-state.ts";
import { command } from "../commands.ts";

/** Who stands behind the page of a tab; read anew whenever the tab tells of another page. */
export class BehindController implements ReactiveController {
  /** `undefined` until the page was read, and where it cannot be. */
  value: Behind | undefined;
  /** Whether the page has been asked; until then "none given" would be a guess. */
  isAsked = false;
  readonly #host: ReactiveControllerHost;
  readonly #state: () => TabState;
  #page = "";

  constructor(host: ReactiveControllerHost, state: () => TabState) {
    this.#host = host;
    this.#state = state;
    host.addController(this);
  }

  hostUpdate(): void {
    const { tabId, url, readAt } = this.#state();
    const page = `${tabId} ${readAt} ${url}`;
    if (page === this.#page) return;
    // The same page that reported again keeps what is on the screen until the new answer is there.
    if (!this.#page.startsWith(`${tabId} `) || !this.#page.endsWith(` ${url}`)) {
      this.value = undefined;
      this.isAsked = false;
    }
    this.#page = page;
    void this.#ask(tabId, page);
  }

  async #ask(tabId: number, page: string): Promise<void> {
    const answer = await command("readBehind", tabId);
    if (page !== this.#page) return;
    this.isAsked = true;
    if (answer.ok) this.value = answer.value;
    this.#host.requestUpdate();
  }
}
