import type { ChipView } from "../../lib/messages/page.ts";
import { sendPage } from "../../lib/messages/page-send.ts";
import { seenPostLimits, type SeenPost } from "../../lib/model/seen-post.ts";

/** Told for each post what stands beside it; the node may show another post by then. */
type Answered = (node: HTMLElement, mark: number, views: readonly ChipView[], seen: SeenPost) => void;

interface Waiting {
  readonly node: HTMLElement;
  readonly mark: number;
  readonly seen: SeenPost;
}

/** Collects the posts of one platform and reports them, one message a batch and one batch at a time. */
export class Reporter {
  readonly #site: string;
  readonly #answered: Answered;
  readonly #onFree: () => void;
  #batch: Waiting[] = [];
  #busy = false;

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

  /** Sends what there is, unless an answer is still awaited. */
  flush(): void {
    if (this.#busy || this.#batch.length === 0) return;
    const batch = this.#batch;
    this.#batch = [];
    this.#busy = true;
    void this.#send(batch);
  }

  async #send(batch: readonly Waiting[]): Promise<void> {
    const { lang } = document.documentElement;
    const posts = batch.map(({ seen }) => seen);
    const url = location.href.slice(0, seenPostLimits.link);
    const about = { site: this.#site, url, ...(lang && lang.length <= 35 && { lang }) };
    const answer = (await sendPage("reportPosts", { ...about, posts })) ?? [];
    this.#busy = false;
    for (const [index, { node, mark, seen }] of batch.entries())
      this.#answered(node, mark, answer[index] ?? [], seen);
    this.#onFree();
  }
}
