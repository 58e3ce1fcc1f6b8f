/** Looked through for one part; a post that has more of the same kind is not one we understand. */
const maxCandidates = 300;

/**
 * What belongs to a post itself and not to the posts inside it: comments below it, the post it quotes. `nested` is
 * the selector of posts.
 */
export interface OwnParts {
  first(selector: string): HTMLElement | undefined;
  all(selector: string): readonly HTMLElement[];
  /** For `visibleText`: what is not to be read into this post. */
  readonly isForeign: (element: Element) => boolean;
}

export function ownParts(post: Element, nested: string): OwnParts {
  // Asked once a post: selectors with `:has` are dear, and most posts have no other inside.
  const inner = new Set<Element>(post.querySelectorAll(nested));
  const isOwn = (element: Element): boolean => {
    if (inner.size === 0) return true;
    let holder: Element | null = element;
    while (holder && holder !== post && !inner.has(holder)) holder = holder.parentElement;
    return holder === null || holder === post;
  };
  const all = (selector: string, limit: number): HTMLElement[] => {
    const found: HTMLElement[] = [];
    let seen = 0;
    for (const element of post.querySelectorAll<HTMLElement>(selector)) {
      seen += 1;
      if (seen > maxCandidates || found.length >= limit) break;
      if (isOwn(element)) found.push(element);
    }
    return found;
  };
  return {
    first: (selector) => all(selector, 1)[0],
    all: (selector) => all(selector, maxCandidates),
    isForeign: (element) => inner.has(element),
  };
}

/** The first of several selectors that finds something, in the order of trust. */
export function firstOf(parts: OwnParts, ...selectors: readonly string[]): HTMLElement | undefined {
  for (const selector of selectors) {
    const found = parts.first(selector);
    if (found) return found;
  }
  return undefined;
}
