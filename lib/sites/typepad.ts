import { defineSite } from "./define-site.ts";
import { parseShownTime } from "./relative-time.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

const comments = '.comment[id^="comment-"],.comment[id^="c"]';

/**
 * Comments of TypePad and Movable Type: `.comment-content` and a `.comment-footer` "Posted by: Anna | May 3, 2021 at
 * 10:11 AM", whose second link is the permalink.
 */
export const typepad = defineSite({
  id: "typepad",
  name: "TypePad",
  kind: "posts",
  hosts: [],
  marks: ["typepad"],
  expectsPosts: ({ hash }) => /^#(?:comment-|c\d)/u.test(hash),
  postSelector: comments,
  readPost(node, page) {
    const body = node.querySelector(".comment-content");
    const footer = node.querySelector(".comment-footer,.comment-header");
    if (!body || !footer) return undefined;
    const permalink = footer.querySelector('.comment-permalink,a[href*="#comment-"],a[href*="#c"]');
    const link = [...footer.querySelectorAll("a[href]")].find(
      (one) => one !== permalink && !one.contains(permalink),
    );
    return threadPost(page, {
      url: permalink?.getAttribute("href"),
      name:
        visibleLine(footer.querySelector(".commenter-name,.vcard,.fn") ?? link) ||
        writtenName(visibleLine(footer)),
      profile: link?.getAttribute("href"),
      time: parseShownTime(visibleLine(permalink, 80), page.now),
      bodies: [body],
      replyTo: page.url.origin + page.url.pathname,
      audience: "public",
    });
  },
  chipLine: (node) => node.querySelector<HTMLElement>(".comment-footer,.comment-header") ?? undefined,
});

/** Of those without a link: "Posted by: Anna | …". */
function writtenName(footer: string): string {
  return /:\s*([^|]{1,80}?)\s*\|/u.exec(footer)?.[1] ?? "";
}
