import type { ReactiveController, ReactiveControllerHost } from "lit";

/** `wide`: three columns. `middle`: a mention comes over the table. `narrow`: the filters come over it as well. */
export type Width = "wide" | "middle" | "narrow";

/** In em, so that larger type counts as a narrower window: 1000 px and 700 px at the usual size. */
const wide = "(width >= 62.5em)";
const narrow = "(width < 43.75em)";

/** How much room the window has. Re-renders its host when that changes. */
export class WindowWidth implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #queries = [matchMedia(wide), matchMedia(narrow)] as const;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get value(): Width {
    const [isWide, isNarrow] = this.#queries;
    if (isWide.matches) return "wide";
    return isNarrow.matches ? "narrow" : "middle";
  }

  get isNarrow(): boolean {
    return this.value === "narrow";
  }

  hostConnected(): void {
    for (const query of this.#queries) query.addEventListener("change", this.#onChange);
  }

  hostDisconnected(): void {
    for (const query of this.#queries) query.removeEventListener("change", this.#onChange);
  }

  readonly #onChange = (): void => this.#host.requestUpdate();
}
