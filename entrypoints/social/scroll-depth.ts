/** What scrolls less than this share of the window is a box in the page, not its feed. */
const leastShare = 0.5;

/** How far down a page was scrolled at most, since its address changed, in heights of the window. For recordings alone. */
export class ScrollDepth {
  readonly #onDeeper: () => void;
  #url = "";
  #most = 0;
  #told = 0;

  /** @param onDeeper - Called when it is a window or more deeper than was told last. */
  constructor(onDeeper: () => void) {
    this.#onDeeper = onDeeper;
  }

  start(): void {
    document.addEventListener("scrollend", this.#look, { capture: true, passive: true });
  }

  stop(): void {
    document.removeEventListener("scrollend", this.#look, { capture: true });
  }

  /** For the next batch. */
  tell(): number {
    this.#note(document.scrollingElement);
    this.#told = this.#most;
    return this.#most;
  }

  readonly #look = ({ target }: Event): void => {
    this.#note(target instanceof Element ? target : document.scrollingElement);
    if (this.#most - this.#told >= 1) this.#onDeeper();
  };

  #note(scrolled: Element | null): void {
    if (this.#url !== location.href) {
      this.#url = location.href;
      this.#most = 0;
      this.#told = 0;
    }
    if (!scrolled || scrolled.clientHeight < innerHeight * leastShare) return;
    this.#most = Math.max(this.#most, Math.round((scrolled.scrollTop / scrolled.clientHeight) * 10) / 10);
  }
}
