import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import { timeOfElement } from "./element-time.ts";
import { ownParts } from "./own-parts.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

const posts = ".gsc-comment,.gsc-reply";

/** giscus, in the frame that it embeds; its `gsc-` classes are there for the themes of others. https://giscus.app */
export const giscus = defineSite({
  id: "giscus",
  name: "giscus",
  kind: "posts",
  hosts: ["giscus.app"],
  marks: ["giscus"],
  isEmbedded: true,
  expectsPosts: ({ pathname }) => pathname.endsWith("/widget"),
  postSelector: posts,
  readPost(node, page) {
    const own = ownParts(node, posts);
    const body = own.first(".gsc-comment-content,.gsc-reply-content");
    const author = own.first(".gsc-comment-author-avatar,.gsc-reply-author-avatar,.gsc-reply-author a");
    // Deleted and folded comments have no author.
    if (!body || !author) return undefined;
    const time = own.first("time[datetime]");
    const parent = node.parentElement?.closest(".gsc-comment")?.querySelector("time[datetime]");
    return threadPost(page, {
      url: time?.closest("a")?.getAttribute("href"),
      handle: visibleLine(author),
      profile: author.getAttribute("href"),
      time: timeOfElement(time, page.now),
      bodies: [body],
      replyTo: parent?.closest("a")?.getAttribute("href"),
      metrics: { likes: parseCount(visibleLine(own.first(".gsc-upvotes span,.gsc-upvote-button span"))) },
      audience: "public",
    });
  },
  chipLine: (node) => ownParts(node, posts).first(".gsc-comment-header,.gsc-reply-header,.gsc-reply-author"),
});
