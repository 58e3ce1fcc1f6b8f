import { isAlive } from "../../lib/messages/page-send.ts";
import type { Site } from "../../lib/sites/define-site.ts";
import type { Chips } from "./chips.ts";
import { idleWork, type IdleWork } from "./idle-work.ts";
import { PageChanges } from "./page-changes.ts";
import { readPost } from "./read-post.ts";
import { Reporter } from "./reporter.ts";
import { ScrollDepth } from "./scroll-depth.ts";

/** How far beside the window a post counts as about to be seen. */
const nearby = "600px";
/** Posts that are made known in one step. */
const foundAtOnce = 20;
/** Between two looks at a post that changes all the time without saying anything new; doubles up to 32 times, in ms. */
const lookAgainMs = 250;
/** Between two looks at a post with chips, times the number of looks in vain, in ms. */
const tickMs = 16;
/** A recorded post whose counts alone have changed is reported again after this at the earliest, in ms. */
const countsAgainMs = 60_000;

/** What is kept of a post's node, for as long as the page keeps the node. */
interface Known {
  readonly site: Site;
  mark: number;
  identity: number;
  /** What was reported for a recording, and when; none for this recording so far. */
  details: string;
  reportedAt: number;
  /** When it was read last (ms of the page's clock), and how often in vain since it said something new. */
  readAt: number;
  vain: number;
}

/** Follows the posts of a document: finds them, reads them while the page is idle, reports them, draws their chips. */
export class PostWatcher {
  readonly #sites: readonly Site[];
  readonly #known = new WeakMap<HTMLElement, Known>();
  readonly #reporters = new Map<Site, Reporter>();
  readonly #found: HTMLElement[] = [];
  /** To be read: what is seen first, then the rest. Emptied as it is read, so that removed nodes are let go. */
  readonly #near = new Set<HTMLElement>();
  readonly #rest = new Set<HTMLElement>();
  readonly #changes: PageChanges;
  readonly #work: IdleWork;
  readonly #seen: IntersectionObserver;
  readonly #chips: Chips;
  readonly #onPost: (site: Site) => void;
  readonly #depth = new ScrollDepth(() => this.#onDeeper());
  #recorded: ReadonlySet<string> = new Set();
  /** Which recording, so that a later one meets again what stands in the page. */
  #recording = 0;

  /** @param onPost - Told of every post that could be read. */
  constructor(sites: readonly Site[], chips: Chips, onPost: (site: Site) => void) {
    this.#sites = sites;
    this.#chips = chips;
    this.#onPost = onPost;
    this.#work = idleWork(() => this.#step());
    this.#changes = new PageChanges(sites.map(({ postSelector }) => postSelector).join(","), () =>
      this.#work.wake(),
    );
    this.#seen = new IntersectionObserver((entries) => this.#onSeen(entries), { rootMargin: nearby });
    chips.onChange = (node) => this.#readNow(node);
    for (const site of sites)
      this.#reporters.set(
        site,
        new Reporter(
          site.id,
          (node, mark, views, seen) => {
            if (this.#known.get(node)?.mark === mark && node.isConnected) chips.show(node, site, views, seen);
          },
          () => this.#work.wake(),
        ),
      );
    this.#changes.start();
    this.#work.wake();
  }

  /** Posts of these platforms are recorded from now on, those that stand in the page included; of no others. */
  record(siteIds: readonly string[]): void {
    this.#recorded = new Set(siteIds);
    this.#recording++;
    for (const [{ id }, reporter] of this.#reporters)
      reporter.record(this.#recorded.has(id) ? () => this.#depth.tell() : undefined);
    if (this.#recorded.size === 0) return this.#depth.stop();
    this.#depth.start();
    this.#changes.lookThrough();
    this.#work.wake();
  }

  stop(): void {
    this.#depth.stop();
    for (const reporter of this.#reporters.values()) reporter.stop();
    this.#changes.stop();
    this.#work.stop();
    this.#seen.disconnect();
    this.#chips.stop();
  }

  /** One small piece of work. @returns Whether there is more. */
  #step(): boolean {
    if (!isAlive()) {
      this.stop();
      return false;
    }
    if (this.#findOne() || this.#meetSome()) return true;
    if (this.#readOne(this.#near)) {
      // What is on the screen does not wait for what is not.
      if (this.#near.size === 0) this.#flush();
      return true;
    }
    if (this.#readOne(this.#rest)) return true;
    this.#flush();
    return this.#changes.hasMore;
  }

  #onDeeper(): void {
    for (const reporter of this.#reporters.values()) reporter.deepen();
    this.#work.wake();
  }

  #flush(): void {
    for (const reporter of this.#reporters.values()) reporter.flush();
  }

  /** Looks for posts in one part of the page that is new or has changed. */
  #findOne(): boolean {
    const part = this.#changes.next();
    if (!part) return false;
    if (part.post) this.#lookAgain(part.post);
    for (const node of part.found) this.#found.push(node);
    return true;
  }

  #meetSome(): boolean {
    if (this.#found.length === 0) return false;
    for (const node of this.#found.splice(0, foundAtOnce)) this.#meet(node);
    return true;
  }

  #meet(node: HTMLElement): void {
    if (this.#known.has(node)) return this.#lookAgain(node);
    const site = this.#siteOf(node);
    if (!site) return;
    this.#known.set(node, { site, mark: 0, identity: 0, details: "", reportedAt: 0, readAt: 0, vain: 0 });
    this.#rest.add(node);
    this.#seen.observe(node);
  }

  /**
   * Whose post a node is. Sites come in the order in which they know the page; what a better one reads in or around
   * a node is the same post, and gets no second chip.
   */
  #siteOf(node: HTMLElement): Site | undefined {
    const index = this.#sites.findIndex(({ postSelector }) => node.matches(postSelector));
    const better = this.#sites
      .slice(0, Math.max(index, 0))
      .map(({ postSelector }) => postSelector)
      .join(",");
    if (better && (node.querySelector(better) || node.parentElement?.closest(better))) return undefined;
    return this.#sites[index];
  }

  #lookAgain(node: HTMLElement): void {
    const known = this.#known.get(node);
    if (!known) return this.#meet(node);
    const wait = lookAgainMs * 2 ** Math.min(known.vain, 5);
    if (performance.now() - known.readAt < wait) this.#changes.later(node);
    else this.#rest.add(node);
  }

  #onSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      const node = target as HTMLElement;
      if (isIntersecting && this.#rest.delete(node)) this.#near.add(node);
    }
    if (this.#near.size > 0) this.#work.wake();
  }

  #readOne(queue: Set<HTMLElement>): boolean {
    const [node] = queue;
    const known = node && this.#known.get(node);
    if (!node || !known) return false;
    const reporter = this.#reporters.get(known.site);
    if (reporter?.isFull) {
      reporter.flush();
      // Else the answer is still awaited; it wakes us.
      if (reporter.isFull) return false;
    }
    queue.delete(node);
    this.#seen.unobserve(node);
    if (node.isConnected) this.#read(node, known);
    return true;
  }

  #read(node: HTMLElement, known: Known): void {
    const read = readPost(known.site, node, this.#recorded.has(known.site.id));
    known.readAt = performance.now();
    const mark = read?.mark ?? 0;
    if (mark === known.mark && !this.#isNews(read?.details, known)) {
      known.vain++;
      return;
    }
    known.vain = 0;
    known.mark = mark;
    // Another post in the same node. One that was edited keeps its chips until they are known to be others.
    if (read?.identity !== known.identity) this.#chips.drop(node);
    known.identity = read?.identity ?? 0;
    if (!read) return;
    known.details = this.#detailsMark(read.details);
    known.reportedAt = known.readAt;
    this.#onPost(known.site);
    this.#reporters.get(known.site)?.add(node, mark, read.seen);
  }

  /** Whether a recording is to hear of a post again although it says the same as before. */
  #isNews(details: number | undefined, known: Known): boolean {
    if (details === undefined || this.#detailsMark(details) === known.details) return false;
    const isMet = known.details.startsWith(`${this.#recording} `);
    return !isMet || known.readAt - known.reportedAt >= countsAgainMs;
  }

  #detailsMark(details: number | undefined): string {
    return details === undefined ? "" : `${this.#recording} ${details}`;
  }

  /** A post that bears chips has changed: if it is another post now, they go before anyone sees it. */
  #readNow(node: HTMLElement): void {
    const known = this.#known.get(node);
    if (!known || !node.isConnected) return;
    // What moves all the time, such as the clock of a video, is left to the usual way.
    if (performance.now() - known.readAt < tickMs * Math.min(known.vain, 30)) return;
    this.#read(node, known);
    this.#work.wake();
  }
}
