import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Result } from "../../lib/model/result.ts";
import type { TabState } from "../../lib/model/tab-state.ts";

/** Asks what the page of a tab says. */
type Read<T> = (tabId: number) => Promise<Result<T>>;

/** What the page of a tab says; read anew whenever the tab tells of a page. */
export class PageReadingController<T> implements ReactiveController {
  /** `undefined` until the page was read, and where it cannot be. */
  value: T | undefined;
  /** Whether the page has been asked; until then "none given" would be a guess. */
  isAsked = false;
  readonly #host: ReactiveControllerHost;
  readonly #read: Read<T>;
  readonly #state: () => TabState | undefined;
  #asked: TabState | undefined;

  /** @param state - The page to ask; `undefined` where it is of no interest. */
  constructor(host: ReactiveControllerHost, read: Read<T>, state: () => TabState | undefined) {
    this.#host = host;
    this.#read = read;
    this.#state = state;
    host.addController(this);
  }

  hostUpdate(): void {
    const [before, now] = [this.#asked, this.#state()];
    const isSamePage = before?.tabId === now?.tabId && before?.url === now?.url;
    if (isSamePage && before?.readAt === now?.readAt) return;
    // The same page that reported again keeps what is on the screen until the new answer is there.
    if (!isSamePage) {
      this.value = undefined;
      this.isAsked = false;
    }
    this.#asked = now;
    if (now) void this.#ask(now);
  }

  /** Reads the same page once more: more of it may be there by now. */
  async again(): Promise<void> {
    if (this.#asked) await this.#ask(this.#asked);
  }

  async #ask(state: TabState): Promise<void> {
    const answer = await this.#read(state.tabId);
    if (state !== this.#asked) return;
    this.isAsked = true;
    if (answer.ok) this.value = answer.value;
    this.#host.requestUpdate();
  }
}
