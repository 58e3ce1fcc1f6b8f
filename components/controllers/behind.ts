import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { LookedBehind } from "../../lib/model/behind.ts";
import type { TabState } from "../../lib/model/tab-state.ts";
import { command } from "../commands.ts";

/** Who stands behind the page of a tab; read anew whenever the tab tells of a page. */
export class BehindController implements ReactiveController {
  /** `undefined` until the page was read, and where it cannot be. */
  value: LookedBehind | undefined;
  /** Whether the page has been asked; until then "none given" would be a guess. */
  isAsked = false;
  readonly #host: ReactiveControllerHost;
  readonly #state: () => TabState | undefined;
  #read: TabState | undefined;

  /** @param state - The page to ask; `undefined` where it is of no interest. */
  constructor(host: ReactiveControllerHost, state: () => TabState | undefined) {
    this.#host = host;
    this.#state = state;
    host.addController(this);
  }

  hostUpdate(): void {
    const [before, now] = [this.#read, this.#state()];
    const isSamePage = before?.tabId === now?.tabId && before?.url === now?.url;
    if (isSamePage && before?.readAt === now?.readAt) return;
    // The same page that reported again keeps what is on the screen until the new answer is there.
    if (!isSamePage) {
      this.value = undefined;
      this.isAsked = false;
    }
    this.#read = now;
    if (now) void this.#ask(now);
  }

  async #ask(state: TabState): Promise<void> {
    const answer = await command("readBehind", state.tabId);
    if (state !== this.#read) return;
    this.isAsked = true;
    if (answer.ok) this.value = answer.value;
    this.#host.requestUpdate();
  }
}
