import { defineSite } from "./define-site.ts";
import { timeOfElement } from "./element-time.ts";
import { ownParts } from "./own-parts.ts";
import { parseScore } from "./score.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

const posts = '.isso-comment[id^="isso-"]';

/** Isso, which draws its thread into the page itself. https://github.com/isso-comments/isso */
export const isso = defineSite({
  id: "isso",
  name: "Isso",
  kind: "posts",
  hosts: [],
  marks: ["isso"],
  expectsPosts: ({ hash }) => /^#isso-\d/u.test(hash),
  postSelector: posts,
  readPost(node, page) {
    const own = ownParts(node, posts);
    const body = own.first(".isso-text,.text");
    const author = own.first(".isso-author,.author");
    // Deleted comments with answers stay without an author.
    if (!body || !author || own.first(".isso-deleted")) return undefined;
    const start = page.url.href.split("#")[0] ?? page.url.href;
    const parent = node.parentElement?.closest(posts);
    return threadPost(page, {
      url: `${start}#${node.id}`,
      name: visibleLine(author),
      profile: author.getAttribute("href"),
      time: timeOfElement(own.first("time"), page.now),
      bodies: [body],
      replyTo: parent ? `${start}#${parent.id}` : start,
      metrics: { score: parseScore(visibleLine(own.first(".isso-votes,.votes"))) },
      audience: "public",
    });
  },
  chipLine: (node) => ownParts(node, posts).first(".isso-comment-header"),
});
