import type { LitElement, ReactiveController } from "lit";
import { ScrollMap } from "./scroll-map.ts";

/** Rows that are drawn beyond what is seen, on either side; so many a step, so that not every pixel draws anew. */
const extraRows = 12;
const stepRows = 6;
/** Where a browser does not say that scrolling has ended, so long without it is the end; and after keys. */
const restMs = 150;

/**
 * Which rows the table has to draw, and where. Of its host it knows `.scroller`, in it `.head`, and `.probe`, which is
 * as high as a row: heights are in rem and differ for cards, so they are measured.
 */
export class TableScroll implements ReactiveController {
  count = 0;
  /** Of the scrolled element, in rem: 640 px are fewer of them where text is larger. */
  widthRem = 60;
  readonly #host: LitElement;
  readonly #map = new ScrollMap();
  #rowPx = 52;
  #viewPx = 0;
  #sized = "";
  /** The place is ours to set. Never otherwise: a person's scrolling is told only with the next frame. */
  #mustScroll = false;
  #drawn: readonly [number, number] = [0, 0];
  #observer: ResizeObserver | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#observe();
    this.#resize();
    const element = this.#scroller;
    if (!element || !this.#mustScroll) return;
    this.#mustScroll = false;
    element.scrollTop = this.#map.scrollTop;
    this.#map.landed(element.scrollTop);
  }

  hostDisconnected(): void {
    clearTimeout(this.#rest);
    this.#rest = undefined;
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  get #scroller(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(".scroller");
  }

  get isMoving(): boolean {
    return this.#rest !== undefined;
  }

  get isAtTop(): boolean {
    return this.#map.range(0)[0] === 0;
  }

  get heightPx(): number {
    return this.#map.heightPx;
  }

  /** Rows that fit into the window, less one that is seen before and after. */
  get pageRows(): number {
    return Math.max(1, Math.floor(this.#viewPx / this.#rowPx) - 1);
  }

  /** Rows to draw: from (inclusive) to (exclusive). */
  get range(): readonly [from: number, to: number] {
    const [from, to] = this.#map.range(extraRows);
    this.#drawn = [
      Math.floor(from / stepRows) * stepRows,
      Math.min(Math.ceil(to / stepRows) * stepRows, this.count),
    ];
    return this.#drawn;
  }

  /** Where a row stands in the element. */
  placePx(index: number): number {
    return Math.round(index * this.#rowPx + this.#map.shiftPx);
  }

  reveal(index: number): void {
    this.#map.reveal(index);
    this.#mustScroll = true;
    this.#moves();
    this.#host.requestUpdate();
  }

  readonly onScroll = (): void => {
    const element = this.#scroller;
    if (!element || element.scrollTop === this.#map.scrollTop) return;
    const [shift, drawn] = [this.#map.shiftPx, String(this.#drawn)];
    this.#map.moved(element.scrollTop);
    this.#moves();
    if (String(this.range) !== drawn || this.#map.shiftPx !== shift) this.#host.requestUpdate();
  };

  readonly onScrollEnd = (): void => {
    clearTimeout(this.#rest);
    this.#rest = undefined;
    this.#map.rest();
    this.#mustScroll = true;
    this.#host.requestUpdate();
  };

  #moves(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(this.onScrollEnd, restMs);
  }

  #observe(): void {
    if (this.#observer) return;
    // What is drawn anew may have another size: not within the same round of the observer.
    this.#observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
    for (const part of this.#host.renderRoot.querySelectorAll(".scroller, .head, .probe")) {
      this.#observer.observe(part);
    }
    this.#measure();
  }

  #measure(): void {
    const root = this.#host.renderRoot;
    const head = root.querySelector<HTMLElement>(".head");
    const scroller = this.#scroller;
    if (!head || !scroller) return;
    const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.#rowPx = root.querySelector(".probe")?.getBoundingClientRect().height || this.#rowPx;
    this.#viewPx = Math.max(0, scroller.clientHeight - head.offsetHeight);
    this.widthRem = scroller.clientWidth / remPx;
    this.#resize();
    this.#host.requestUpdate();
  }

  #resize(): void {
    const sized = [this.count, this.#rowPx, this.#viewPx].join(" ");
    if (sized === this.#sized) return;
    this.#sized = sized;
    this.#map.resize(this.count, this.#rowPx, this.#viewPx);
    this.#mustScroll = true;
    this.#host.requestUpdate();
  }
}
