import type { ChipView } from "../../lib/messages/page.ts";
import { isAlive, sendPage } from "../../lib/messages/page-send.ts";
import { seenPostLimits, type SeenPost } from "../../lib/model/seen-post.ts";

/** Told for each post what stands beside it; the node may show another post by then. */
type Answered = (node: HTMLElement, mark: number, views: readonly ChipView[], seen: SeenPost) => void;

interface Waiting {
  readonly node: HTMLElement;
  readonly mark: number;
  readonly seen: SeenPost;
}

/** A batch that is recorded and was not answered is sent again after this, then twice that, and so on, in ms. */
const againMs = 500;
const longestMs = 30_000;

/** Collects the posts of one platform and reports them, one message a batch and one batch at a time. */
export class Reporter {
  readonly #site: string;
  readonly #answered: Answered;
  readonly #onFree: () => void;
  #batch: Waiting[] = [];
  #busy = false;
  #depth: (() => number) | undefined;
  #isDeeper = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onFree - Called when a batch was answered and the next may go. */
  constructor(site: string, answered: Answered, onFree: () => void) {
    this.#site = site;
    this.#answered = answered;
    this.#onFree = onFree;
  }

  get isFull(): boolean {
    return this.#batch.length >= seenPostLimits.posts;
  }

  add(node: HTMLElement, mark: number, seen: SeenPost): void {
    this.#batch.push({ node, mark, seen });
  }

  /** From now on batches are recorded, and say how far down the page was scrolled; or no longer. */
  record(depth: (() => number) | undefined): void {
    this.#depth = depth;
    this.#isDeeper = false;
  }

  /** The page was scrolled further down, whether or not posts came: the next flush says so. */
  deepen(): void {
    this.#isDeeper = this.#depth !== undefined;
  }

  /** Sends what there is, unless an answer is still awaited. */
  flush(): void {
    if (this.#busy || (this.#batch.length === 0 && !this.#isDeeper)) return;
    const batch = this.#batch;
    this.#batch = [];
    this.#isDeeper = false;
    this.#busy = true;
    void this.#send(batch, location.href.slice(0, seenPostLimits.link), againMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #send(batch: readonly Waiting[], url: string, waitMs: number): Promise<void> {
    const { lang } = document.documentElement;
    const depth = this.#depth?.();
    const posts = batch.map(({ seen }) => seen);
    const answer = await sendPage("reportPosts", {
      site: this.#site,
      url,
      ...(lang && lang.length <= seenPostLimits.lang && { lang }),
      ...(depth !== undefined && { depth }),
      posts,
    });
    // The background died before it had stored them. Those of which it had are known there by their address.
    if (!answer && this.#depth && isAlive()) {
      this.#timer = setTimeout(() => void this.#send(batch, url, Math.min(waitMs * 2, longestMs)), waitMs);
      return;
    }
    this.#busy = false;
    for (const [index, { node, mark, seen }] of batch.entries())
      this.#answered(node, mark, answer?.[index] ?? [], seen);
    this.#onFree();
  }
}
