import { readSelected } from "../../lib/detect/text-target.ts";
import type { CollectWish, FoundInPage } from "../../lib/model/research/collect.ts";
import { seenPostLimits as most } from "../../lib/model/seen-post.ts";
import { cleanLink } from "../../lib/sites/web-link.ts";
import { readPosts, type PlacedPost } from "./read-posts.ts";

interface World {
  /** Left by `social`, where that runs: what the browser's menu was opened over last. */
  readonly backtalkPressed?: WeakRef<Node>;
}

/**
 * What a person means by "Collect" in this page: what they selected, with the post that it stands in; else the post
 * that they pressed on. `null`: neither. Reads what stands there, changes nothing, asks nobody.
 */
export function readFound(wish: CollectWish): FoundInPage | null {
  const selected = wish.quote ? undefined : readSelected(document, most.text);
  const placed = selected ? postAround(selected.around) : postMeant(wish);
  const url = cleanLink(location.href, new URL(location.href));
  if (url === undefined || (!selected && !placed)) return null;
  const lang = languageAt(selected?.around ?? placed?.node);
  return {
    url,
    title: document.title,
    ...(lang && lang.length <= most.lang && { lang }),
    ...(selected && { text: selected.text, isCut: selected.isCut, target: selected.target }),
    ...(placed && { site: placed.site, post: placed.post }),
  };
}

/** The post whose text holds all that was selected: of several posts selected together, none. */
function postAround(element: Element): PlacedPost | undefined {
  return readPosts().around(element);
}

/** Where nothing is selected: the post that is quoted, linked to or pressed on; else the only one that the page is about. */
function postMeant({ link, quote }: CollectWish): PlacedPost | undefined {
  const posts = readPosts();
  if (quote) return posts.all().find(({ post }) => isQuoted(post, quote));
  const pressed = (globalThis as World).backtalkPressed?.deref();
  const linked = link === undefined ? undefined : posts.all().find(({ post }) => isAt(post.url, link));
  if (linked) return linked;
  for (const node of [pressed, deepest(":hover"), document.activeElement]) {
    const element = node instanceof Element ? node : node?.parentElement;
    const post = element?.isConnected ? posts.around(element) : undefined;
    if (post) return post;
  }
  const all = posts.all();
  return all.find(({ post }) => isAt(post.url, location.href)) ?? (all.length === 1 ? all[0] : undefined);
}

function isQuoted(post: PlacedPost["post"], quote: NonNullable<CollectWish["quote"]>): boolean {
  if (quote.url !== undefined) return post.url === quote.url;
  const by = post.author?.name ?? post.author?.handle;
  return by === quote.author && post.text.startsWith(quote.text);
}

function isAt(url: string | undefined, href: string): boolean {
  return url !== undefined && url === cleanLink(href, new URL(location.href));
}

/** The innermost element that matches, through open shadow roots. */
function deepest(selector: string): Element | undefined {
  let found: Element | undefined;
  let root: Document | ShadowRoot | null = document;
  while (root) {
    const inner: Element | undefined = [...root.querySelectorAll(selector)].at(-1);
    found = inner ?? found;
    root = inner?.shadowRoot ?? null;
  }
  return found;
}

function languageAt(element: Element | undefined): string {
  const said = element?.closest<HTMLElement>("[lang]:not([lang=''])");
  return said?.lang ?? "";
}
