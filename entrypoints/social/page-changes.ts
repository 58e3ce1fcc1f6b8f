import { chipTag } from "./chip.ts";

/** More new parts than that at once, and the whole page is looked through instead. */
const mostParts = 200;
/** Text that changes is looked at when it has come to rest for this long, in ms. */
const restMs = 250;

/** A part of the page to look through. */
interface ChangedPart {
  /** Posts in it, known ones too. */
  readonly found: Iterable<HTMLElement>;
  /** The post that it belongs to. */
  readonly post?: HTMLElement | undefined;
}

/** Follows what comes into a page and what changes there, as cheaply as it can be followed. */
export class PageChanges {
  readonly #selector: string;
  readonly #wake: () => void;
  readonly #observer = new MutationObserver((records) => this.#take(records));
  readonly #added = new Set<Element>();
  readonly #changed = new Set<Element>();
  #ripe = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(selector: string, wake: () => void) {
    this.#selector = selector;
    this.#wake = wake;
  }

  start(): void {
    this.lookThrough();
    this.#observer.observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
      // A node that is used for another post links elsewhere, whatever else stays.
      attributeFilter: ["href"],
    });
  }

  stop(): void {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    this.#added.clear();
    this.#changed.clear();
  }

  /** The whole page is looked through anew, known posts included. */
  lookThrough(): void {
    this.#added.add(document.documentElement);
  }

  get hasMore(): boolean {
    return this.#added.size > 0 || (this.#ripe && this.#changed.size > 0);
  }

  /** The next part to look through, new ones first. */
  next(): ChangedPart | undefined {
    const [added] = this.#added;
    if (added) {
      this.#added.delete(added);
      return this.#partAt(added);
    }
    const [changed] = this.#ripe ? this.#changed : [];
    if (!changed) {
      this.#ripe = false;
      return undefined;
    }
    this.#changed.delete(changed);
    return { found: [], post: changed.closest<HTMLElement>(this.#selector) ?? undefined };
  }

  /** This post has to be looked at again, but not now. */
  later(post: HTMLElement): void {
    this.#changed.add(post);
    this.#ripe = false;
    this.#ripen();
  }

  #partAt(added: Element): ChangedPart {
    if (!added.isConnected) return { found: [] };
    const within = added.querySelectorAll<HTMLElement>(this.#selector);
    return { found: within, post: added.closest<HTMLElement>(this.#selector) ?? undefined };
  }

  #take(records: readonly MutationRecord[]): void {
    for (const { addedNodes, removedNodes, target, type } of records) {
      if (isOurs(addedNodes) || isOurs(removedNodes)) continue;
      for (const node of addedNodes) if (node.nodeType === 1) this.#added.add(node as Element);
      const element = type === "characterData" ? target.parentElement : (target as Element);
      if (element && element !== document.body) this.#changed.add(element);
    }
    if (this.#added.size > mostParts) {
      this.#added.clear();
      this.#added.add(document.documentElement);
    }
    if (this.#changed.size > mostParts) {
      this.#changed.clear();
      this.#added.add(document.documentElement);
    }
    if (this.#added.size > 0) this.#wake();
    this.#ripen();
  }

  #ripen(): void {
    if (this.#changed.size === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#ripe = true;
      this.#wake();
    }, restMs);
  }
}

function isOurs(nodes: NodeList): boolean {
  return nodes.length === 1 && (nodes[0] as Element).localName === chipTag;
}
