import type { ReactiveControllerHost } from "lit";
import type { AuthorRequest } from "../parts/emit.ts";

interface Opened {
  readonly request: AuthorRequest;
  /** Where the person was before: what Back returns to. */
  readonly scrollY: number;
  readonly focused: HTMLElement | undefined;
}

/**
 * Authors that are open, one on top of the other. What lies below stays in the document, hidden, so that Back finds
 * scroll and focus where they were.
 */
export class AuthorViews {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #opened: readonly Opened[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  get requests(): readonly AuthorRequest[] {
    return this.#opened.map(({ request }) => request);
  }

  get isOpen(): boolean {
    return this.#opened.length > 0;
  }

  async open(request: AuthorRequest): Promise<void> {
    if (this.#opened.at(-1)?.request.author === request.author) return;
    this.#opened = [...this.#opened, { request, scrollY, focused: deepFocus() }];
    await this.#redraw();
    scrollTo(0, 0);
    [...(this.#host.shadowRoot?.querySelectorAll("bt-author") ?? [])].at(-1)?.focus({ preventScroll: true });
  }

  async back(): Promise<void> {
    const before = this.#opened.at(-1);
    this.#opened = this.#opened.slice(0, -1);
    await this.#redraw();
    scrollTo(0, before?.scrollY ?? 0);
    before?.focused?.focus({ preventScroll: true });
  }

  /** Something else is looked at. */
  close(): void {
    if (!this.isOpen) return;
    this.#opened = [];
    this.#host.requestUpdate();
  }

  async #redraw(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const views = [...(this.#host.shadowRoot?.querySelectorAll("bt-author") ?? [])];
    await views.at(-1)?.updateComplete;
  }
}

/** What has the focus, through shadow roots. */
function deepFocus(): HTMLElement | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement ? focused : undefined;
}
