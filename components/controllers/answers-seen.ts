import type { LitElement, ReactiveController } from "lit";
import { markAnswersSeen } from "../../lib/db/own-answers.ts";
import { databases } from "../databases.ts";

/** Answers count as seen once half of one, or as much as fits, has been on screen: cards of the host with `data-id`. */
export class AnswersSeen implements ReactiveController {
  readonly #host: LitElement;
  readonly #selector: () => string | undefined;
  #observer: IntersectionObserver | undefined;

  /** @param selector - Of the cards; `undefined` while they are nobody's answers to the person. */
  constructor(host: LitElement, selector: () => string | undefined) {
    this.#host = host;
    this.#selector = selector;
    host.addController(this);
  }

  hostUpdated(): void {
    const selector = this.#selector();
    if (selector === undefined) return;
    this.#observer ??= new IntersectionObserver((entries) => this.#onScreen(entries), {
      threshold: [0, 0.5],
    });
    for (const card of this.#host.renderRoot.querySelectorAll(selector)) this.#observer.observe(card);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  #onScreen(entries: readonly IntersectionObserverEntry[]): void {
    const seen = entries.flatMap(({ intersectionRatio, intersectionRect, isIntersecting, target }) => {
      const { id } = (target as HTMLElement).dataset;
      const isSeen =
        isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height > innerHeight / 2);
      return isSeen && id !== undefined ? [{ id }] : [];
    });
    void markAnswersSeen(databases().personal, seen, Date.now());
  }
}
