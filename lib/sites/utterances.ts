import { defineSite } from "./define-site.ts";
import { timeOfElement } from "./element-time.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

/** utterances, in the frame that it embeds: GitHub's own markup of an issue's comments. https://utteranc.es */
export const utterances = defineSite({
  id: "utterances",
  name: "utterances",
  kind: "posts",
  hosts: ["utteranc.es"],
  marks: ["utterances"],
  isEmbedded: true,
  expectsPosts: ({ pathname }) => pathname.endsWith("/utterances.html"),
  postSelector: "article.timeline-comment",
  readPost(node, page) {
    const body = node.querySelector(".markdown-body");
    const author = node.querySelector(".comment-meta a");
    // The box to write in is an article too.
    if (!body || !author || node.querySelector("textarea")) return undefined;
    const time = node.querySelector("time[datetime]");
    const url = time?.closest("a")?.getAttribute("href");
    return threadPost(page, {
      url,
      handle: visibleLine(author),
      profile: author.getAttribute("href"),
      time: timeOfElement(time, page.now),
      bodies: [body],
      replyTo: url?.split("#")[0],
      audience: "public",
    });
  },
  chipLine: (node) => node.querySelector<HTMLElement>(".comment-meta,.comment-header") ?? undefined,
});
