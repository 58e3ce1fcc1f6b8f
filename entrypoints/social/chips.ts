import type { ChipView } from "../../lib/messages/page.ts";
import { isAlive } from "../../lib/messages/page-send.ts";
import { freeSpace } from "../../lib/model/free-space.ts";
import type { SeenPost } from "../../lib/model/seen-post.ts";
import type { Quote } from "../../lib/model/sidebar-focus.ts";
import type { Site } from "../../lib/sites/define-site.ts";
import { chipTag, drawChips, type ChipRow } from "./chip.ts";
import { lineBoxes } from "./line-boxes.ts";
import { isOnDark } from "./page-theme.ts";
import { quoteOf } from "./read-post.ts";

/** How far beside the window chips are drawn, so that they are there when one scrolls. */
const nearby = "300px";
/** Height of a chip's target and space between two, in px; as in `style.ts`. */
const height = 24;
const gap = 2;

/** A post that has something beside it. */
interface Marked {
  readonly site: Site;
  readonly views: readonly ChipView[];
  readonly quote: Quote;
  drawn?: ChipRow;
  /** Size of the post when its chips were placed. */
  size?: string;
}

type Ask = (brandId: string, quote: Quote, pill: HTMLElement) => void;

/** Draws chips beside the posts that come into view, and takes them away with what they stood by. */
export class Chips {
  /** A post that bears chips has changed. */
  onChange: (post: HTMLElement) => void = () => undefined;
  readonly #ask: Ask;
  readonly #marked = new WeakMap<HTMLElement, Marked>();
  /** Posts whose page took our chips away: it does not want them there. */
  readonly #refused = new WeakSet<HTMLElement>();
  readonly #near = new IntersectionObserver((entries) => this.#onNear(entries), { rootMargin: nearby });
  readonly #sizes = new ResizeObserver((entries) =>
    this.#resized(entries.map(({ target }) => target as HTMLElement)),
  );
  readonly #changes = new MutationObserver((records) => this.#changed(records));

  /** @param ask - A person pressed a chip. */
  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** These brands stand beside a post from now on, or none. */
  show(post: HTMLElement, site: Site, views: readonly ChipView[], seen: SeenPost): void {
    const before = this.#marked.get(post);
    if (before && JSON.stringify(before.views) === JSON.stringify(views)) {
      this.#marked.set(post, { ...before, quote: quoteOf(seen) });
      return;
    }
    this.drop(post);
    if (views.length === 0 || this.#refused.has(post)) return;
    this.#marked.set(post, { site, views, quote: quoteOf(seen) });
    this.#near.observe(post);
  }

  /** Nothing stands beside a post any more. */
  drop(post: HTMLElement): void {
    const marked = this.#marked.get(post);
    if (!marked) return;
    this.#marked.delete(post);
    this.#near.unobserve(post);
    this.#sizes.unobserve(post);
    marked.drawn?.host.remove();
  }

  stop(): void {
    this.#near.disconnect();
    this.#sizes.disconnect();
    this.#changes.disconnect();
    for (const host of document.querySelectorAll(chipTag)) host.remove();
  }

  #onNear(entries: readonly IntersectionObserverEntry[]): void {
    const posts = entries
      .filter(({ isIntersecting }) => isIntersecting)
      .map(({ target }) => target as HTMLElement);
    this.#draw(posts.filter((post) => post.isConnected && !this.#marked.get(post)?.drawn));
  }

  /** All are added, then all are measured, then all are placed: the page is laid out once. */
  #draw(posts: readonly HTMLElement[]): void {
    const added = posts.flatMap((post) => {
      const marked = this.#marked.get(post);
      if (!marked) return [];
      this.#near.unobserve(post);
      const drawn = drawChips(marked.views, (brandId, pill) => this.#press(post, brandId, pill));
      marked.drawn = drawn;
      drawn.host.classList.toggle("pinned", getComputedStyle(post).position !== "static");
      // Left by an older version of us, or copied along with the node.
      for (const old of post.querySelectorAll(`:scope > ${chipTag}`)) old.remove();
      post.append(drawn.host);
      return [{ post, marked, drawn }];
    });
    this.#place(added);
    for (const { post, marked, drawn } of added) {
      if (!drawn.host.isConnected) continue;
      marked.size = sizeOf(post);
      this.#sizes.observe(post);
      this.#changes.observe(post, { childList: true, subtree: true, characterData: true });
    }
  }

  #place(all: readonly { post: HTMLElement; marked: Marked; drawn: ChipRow }[]): void {
    // What found no room before is measured again.
    for (const { drawn } of all) for (const part of [drawn.row, ...drawn.pills]) part.hidden = false;
    const places = all.map(({ post, marked, drawn }) => placeOf(post, marked.site, drawn));
    for (const [index, { drawn }] of all.entries()) {
      const place = places[index];
      // No room: no chip. The post is looked at again when its size changes.
      drawn.row.hidden = !place;
      drawn.row.classList.remove("unplaced");
      if (!place) continue;
      for (const [at, pill] of drawn.pills.entries()) pill.hidden = at >= place.pills;
      drawn.row.classList.toggle("dark", place.dark);
      // Moved by a transform alone, a chip is never a layout shift.
      drawn.row.style.transform = `translate(${place.x}px,${place.y}px)`;
      drawn.row.dir = place.dir;
    }
  }

  #resized(posts: readonly HTMLElement[]): void {
    const moved = posts.flatMap((post) => {
      const marked = this.#marked.get(post);
      const size = sizeOf(post);
      if (!marked?.drawn?.host.isConnected || marked.size === size) return [];
      marked.size = size;
      return [{ post, marked, drawn: marked.drawn }];
    });
    this.#place(moved);
  }

  #changed(records: readonly MutationRecord[]): void {
    const posts = new Set<HTMLElement>();
    for (const { removedNodes, target } of records) {
      const post = this.#postAround(target);
      if (!post) continue;
      const host = this.#marked.get(post)?.drawn?.host;
      if (host && !host.isConnected && [...removedNodes].includes(host)) {
        this.#refused.add(post);
        this.drop(post);
      } else posts.add(post);
    }
    for (const post of posts) this.onChange(post);
  }

  #postAround(node: Node): HTMLElement | undefined {
    for (let around: Node | null = node; around; around = around.parentNode)
      if (this.#marked.get(around as HTMLElement)?.drawn) return around as HTMLElement;
    return undefined;
  }

  #press(post: HTMLElement, brandId: string, pill: HTMLElement): void {
    const marked = this.#marked.get(post);
    if (!marked) return;
    if (isAlive()) this.#ask(brandId, marked.quote, pill);
    else this.stop();
  }
}

function sizeOf({ offsetHeight, offsetWidth }: HTMLElement): string {
  return `${offsetWidth}×${offsetHeight}`;
}

interface Place {
  /** From where the host stands, in px. */
  readonly x: number;
  readonly y: number;
  /** How many find room. */
  readonly pills: number;
  readonly dark: boolean;
  readonly dir: "ltr" | "rtl";
}

/** Reads the layout and changes nothing. */
function placeOf(post: HTMLElement, site: Site, { host, pills }: ChipRow): Place | undefined {
  const line = lineOf(site, post);
  if (!line) return undefined;
  const box = line.getBoundingClientRect();
  const row = { left: box.left, top: box.top - height, bottom: box.bottom + height };
  const right = Math.min(box.right, post.getBoundingClientRect().right, document.documentElement.clientWidth);
  const boxes = lineBoxes(post, line, { ...row, right });
  if (!boxes) return undefined;
  const rtl = getComputedStyle(line).direction === "rtl";
  const widths = pills.map((pill) => pill.getBoundingClientRect().width);
  const at = host.getBoundingClientRect();
  for (let count = pills.length; count > 0; count--) {
    const width = widths.slice(0, count).reduce((sum, one) => sum + one + gap, -gap);
    const question = { ...boxes, line: { ...row, right }, width, height, rtl };
    const found = freeSpace(question);
    if (found) {
      const place = { x: found.left - at.left, y: found.top - at.top, pills: count };
      return { ...place, dark: isOnDark(line), dir: rtl ? "rtl" : "ltr" };
    }
  }
  return undefined;
}

function lineOf(site: Site, post: HTMLElement): HTMLElement | undefined {
  try {
    return site.chipLine(post);
  } catch {
    // An adapter that meets a page it does not understand must not break it.
    return undefined;
  }
}
