import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { ownParts } from "./own-parts.ts";
import { parseShownTime } from "./relative-time.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

const posts = 'li.post[id^="post-"]';

/** Disqus, in the frame that it embeds: `data-role` is what its own script works with. */
export const disqus = defineSite({
  id: "disqus",
  name: "Disqus",
  kind: "posts",
  hosts: ["disqus.com"],
  marks: ["disqus"],
  isEmbedded: true,
  expectsPosts: ({ pathname }) => pathname.startsWith("/embed/comments"),
  postSelector: posts,
  readPost(node, page) {
    const own = ownParts(node, posts);
    const id = /^post-(\d{1,15})$/u.exec(node.id)?.[1];
    const body = own.first('[data-role="message"]');
    const author = own.first(".post-byline .author,.author");
    // Deleted comments keep their place without author or message.
    if (!id || !body || !author) return undefined;
    const link = author.matches("a") ? author : author.querySelector("a");
    const time = own.first('[data-role="relative-time"]');
    return threadPost(page, {
      url: addressOf(time?.getAttribute("href"), id, page),
      name: visibleLine(author),
      handle: link?.getAttribute("data-username") ?? undefined,
      profile: link?.getAttribute("href")?.startsWith("http") ? link.getAttribute("href") : undefined,
      time:
        parseShownTime(time?.getAttribute("title"), page.now) ?? parseShownTime(visibleLine(time), page.now),
      bodies: [body],
      media: own.all('[data-role="post-media-list"] img,.post-media-list img'),
      replyTo: parentOf(own.first('[data-role="parent-link"]'), page),
      metrics: { likes: parseCount(visibleLine(own.first('[data-role="likes"]'))) },
      audience: "public",
    });
  },
  chipLine: (node) => ownParts(node, posts).first("header") ?? undefined,
});

/** The frame's own address says which page it stands in. */
function hostPage(page: SitePage): string | undefined {
  const address = page.url.searchParams.get("t_u") ?? page.url.searchParams.get("t_i");
  return address && /^https?:\/\//u.test(address) ? address.split("#")[0] : undefined;
}

function addressOf(href: string | null | undefined, id: string, page: SitePage): string | undefined {
  if (href && /^https?:\/\//u.test(href)) return href;
  const start = hostPage(page);
  return start && `${start}#comment-${id}`;
}

function parentOf(link: Element | undefined, page: SitePage): string | undefined {
  const id = /#comment-(\d{1,15})$/u.exec(link?.getAttribute("href") ?? "")?.[1];
  return id ? addressOf(link?.getAttribute("href"), id, page) : hostPage(page);
}
