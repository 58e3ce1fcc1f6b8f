import type { Post } from "../model/post.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { parseIsoTime } from "./element-time.ts";
import { ownParts } from "./own-parts.ts";
import type { OwnParts } from "./own-parts.ts";
import { parseShownTime } from "./relative-time.ts";
import type { ShownTime } from "./shown-time.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

/** Themes choose the element and the classes; `id="comment-123"` is what permalinks lead to, so none may drop it. */
const comments = ["li", "article", "div", "section", "dd"].map((tag) => `${tag}[id^="comment-"]`).join();
/** Where a theme puts what was written. */
const written =
  '.comment-content,.wp-block-comment-content,.comment-text,.comment_text,.commenttext,.comment-entry,.comment__content,[itemprop="text"],[itemprop="commentText"],.comment-body-content,.wpd-comment-text,.comcontent';
const aside =
  ".meta,.comment-meta,.comment-author,.comment-metadata,.commentmetadata,.comment-header,.comment-footer,.reply,.comment-reply-link,.comment-reply,.comment-awaiting-moderation,.comment-respond,.children,.says,cite,.fn,time,h3,h4,h5,header,footer,form,.sharedaddy,.cld-like-dislike-wrap,[class*=rating],.edit-link";

/** Comments of WordPress, whatever the theme; reviews in its shops are comments too. */
export const wordpress = defineSite({
  id: "wordpress",
  name: "WordPress",
  kind: "posts",
  hosts: [],
  marks: ["wordpress"],
  // Most of its pages have none; an address of one comment must have that.
  expectsPosts: ({ hash }) => /^#comment-\d/u.test(hash),
  postSelector: comments,
  readPost,
  chipLine(node) {
    const own = ownParts(node, comments);
    return (
      own.first(".comment-meta,.comment-author,.commentmetadata,.comment-metadata,.comment-header,.meta") ??
      own.first(".fn,cite,.wp-block-comment-author-name")?.parentElement ??
      undefined
    );
  },
});

function readPost(node: HTMLElement, page: SitePage): Post | undefined {
  const id = /^comment-(\d{1,20})$/u.exec(node.id)?.[1];
  if (!id || node.matches(".pingback,.trackback") || node.closest(".pingback,.trackback")) return undefined;
  const own = ownParts(node, comments);
  const bodies = bodiesOf(own, node);
  const author = authorOf(own);
  // What merely has such an id says nothing of its own, or nobody says it.
  if (bodies.length === 0 || own.first(".comment-awaiting-moderation")) return undefined;
  return threadPost(page, {
    url:
      own.first(`a[href$="#comment-${id}"]`)?.getAttribute("href") ??
      `${page.url.href.split("#")[0]}#comment-${id}`,
    ...author,
    time: timeOf(own, page.now),
    bodies,
    skip: `${aside},${comments}`,
    replyTo: parentOf(node, page),
    audience: node.closest("body")?.classList.contains("logged-in") ? "unknown" : "public",
  });
}

/** The element around the text where the theme has one, else the paragraphs that stand beside name and time. */
function bodiesOf(own: OwnParts, node: HTMLElement): readonly Element[] {
  const body = own.first(written);
  if (body) return [body];
  return own.all("p,blockquote,ul:not(.children),ol:not(.children),pre").filter((piece) => {
    const holder = piece.parentElement?.closest(`${aside},p,blockquote,ul,ol,pre`);
    // A comment is itself in a list.
    return !holder || holder === node || holder.contains(node);
  });
}

function authorOf(own: OwnParts): { name?: string; profile?: string | null } {
  const cite = own.first(
    '.fn,.comment-author-name,.comment-author-link,.wp-block-comment-author-name,[itemprop="author"] [itemprop="name"],.comment-author cite,cite,.comment-author b,.comment-author strong,.comment-author,.woocommerce-review__author,.wpd-comment-author,.comauth,.media-heading,[class*="comment-name"]',
  );
  const name = visibleLine(cite).replace(
    /\s+(?:says|sagt|dit|dice|zegt|schreef|disse|mówi|пишет|on|am)\s*:?$|\s*:$/iu,
    "",
  );
  const link = cite?.matches("a") ? cite : cite?.querySelector("a[href]");
  return name === "" ? {} : { name, profile: link?.getAttribute("href") ?? null };
}

function timeOf(own: OwnParts, now: number): ShownTime | undefined {
  const iso = parseIsoTime(own.first("time[datetime]")?.getAttribute("datetime"), now);
  if (iso) return iso;
  const machine = own.first('[itemprop="datePublished"],[itemprop="commentTime"]');
  const shown =
    own.first(
      ".comment-date,.comment-time,.commentmetadata a,.comment-metadata a,.comment-meta a,.wp-block-comment-date,.wpd-comment-date,.date,.comment-meta time,.commentmetadata",
    ) ?? own.first('a[href*="#comment-"]');
  return (
    parseIsoTime(machine?.getAttribute("content") ?? machine?.getAttribute("datetime"), now) ??
    parseShownTime(shown?.getAttribute("title"), now) ??
    parseShownTime(visibleLine(shown, 80), now)
  );
}

/** The comment around it, else the page without its fragment. */
function parentOf(node: HTMLElement, page: SitePage): string {
  const start = page.url.href.split("#")[0] ?? page.url.href;
  const holder =
    node.parentElement?.closest<HTMLElement>(comments) ??
    node.closest("ul.children,ol.children")?.closest<HTMLElement>("li,div,article");
  const parent = holder?.matches(comments) ? holder : holder?.querySelector<HTMLElement>(comments);
  return parent && parent !== node && /^comment-\d+$/u.test(parent.id) ? `${start}#${parent.id}` : start;
}
