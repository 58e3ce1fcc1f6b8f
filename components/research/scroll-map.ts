/** No element is taller: Chromium draws up to 33 554 430 px, Firefox up to 17 895 697. */
export const tallestPx = 15_000_000;

/** So far from either end a pixel is a pixel, whatever is squeezed in between. */
const edgePx = 200_000;

/**
 * Which rows of a long list stand in a scrolled element. A list taller than any element can be is squeezed into one:
 * the thumb's place then means a share of the list, while a wheel, a finger or a key moves by pixels as everywhere.
 * The two drift apart while scrolling by pixels and are brought together when it rests.
 */
export class ScrollMap {
  #count = 0;
  #rowPx = 1;
  #viewPx = 0;
  /** Of the element, and of the list as if it were not squeezed. */
  #scrollTop = 0;
  #top = 0;

  /** @param viewPx - Height of what is seen of the rows. Keeps the place as far as it still exists. */
  resize(count: number, rowPx: number, viewPx: number): void {
    const first = this.#top / this.#rowPx;
    [this.#count, this.#rowPx, this.#viewPx] = [count, rowPx, viewPx];
    this.#top = Math.min(first * rowPx, this.#maxTop);
    this.#scrollTop = this.#squeezed(this.#top);
  }

  get heightPx(): number {
    return Math.min(this.#count * this.#rowPx, tallestPx);
  }

  /** Where the element has to be scrolled to. */
  get scrollTop(): number {
    return this.#scrollTop;
  }

  /** What is added to a row's place in the list for its place in the element. */
  get shiftPx(): number {
    return this.#scrollTop - this.#top;
  }

  get #maxTop(): number {
    return Math.max(0, this.#count * this.#rowPx - this.#viewPx);
  }

  get #maxScroll(): number {
    return Math.max(0, this.heightPx - this.#viewPx);
  }

  /** The element was scrolled. */
  moved(scrollTop: number): void {
    const by = scrollTop - this.#scrollTop;
    this.#scrollTop = scrollTop;
    if (scrollTop <= 0) this.#top = 0;
    else if (scrollTop >= this.#maxScroll - 0.5) this.#top = this.#maxTop;
    // No wheel goes farther between two frames; a thumb moved by one pixel goes farther where the list is squeezed.
    else if (Math.abs(by) <= Math.max(4 * this.#viewPx, 4000)) this.#moveTo(this.#top + by);
    else this.#top = this.#stretched(scrollTop);
  }

  /** Scrolling has come to rest: where the thumb belongs. */
  rest(): void {
    this.#scrollTop = this.#squeezed(this.#top);
  }

  /** The element could not be scrolled to exactly there. */
  landed(scrollTop: number): void {
    this.#scrollTop = scrollTop;
  }

  /** Moves as little as shows the whole row. */
  reveal(index: number): void {
    const start = index * this.#rowPx;
    const end = start + this.#rowPx;
    if (start < this.#top) this.#moveTo(start);
    else if (end > this.#top + this.#viewPx) this.#moveTo(end - this.#viewPx);
    this.rest();
  }

  /** Rows in view, and so many before and after: from (inclusive) to (exclusive). */
  range(extra: number): readonly [from: number, to: number] {
    const from = Math.floor(this.#top / this.#rowPx) - extra;
    const to = Math.ceil((this.#top + this.#viewPx) / this.#rowPx) + extra;
    return [Math.max(0, Math.min(from, this.#count)), Math.max(0, Math.min(to, this.#count))];
  }

  #moveTo(top: number): void {
    this.#top = Math.max(0, Math.min(top, this.#maxTop));
  }

  #stretched(scrollTop: number): number {
    return between(scrollTop, this.#maxScroll, this.#maxTop);
  }

  #squeezed(top: number): number {
    return between(top, this.#maxTop, this.#maxScroll);
  }
}

/** `value` of 0…`max` as a place in 0…`goal`: both ends as they are, the middle by proportion. */
function between(value: number, max: number, goal: number): number {
  const edge = Math.min(edgePx, max / 4, goal / 4);
  if (max === goal || value <= edge) return value;
  if (value >= max - edge) return goal - (max - value);
  return edge + ((value - edge) / (max - 2 * edge)) * (goal - 2 * edge);
}
