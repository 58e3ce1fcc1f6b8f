import { defineSite } from "./define-site.ts";
import { ownParts } from "./own-parts.ts";
import { parseShownTime } from "./relative-time.ts";
import { parseScore } from "./score.ts";
import { threadPost } from "./thread-post.ts";
import { visibleLine } from "./visible-text.ts";

const posts = '[id^="commento-comment-card-"]';

/** Commento and its forks: drawn into the page itself, every part with an id that ends in the comment's. */
export const commento = defineSite({
  id: "commento",
  name: "Commento",
  kind: "posts",
  hosts: [],
  marks: ["commento"],
  expectsPosts: ({ hash }) => /^#commento-[0-9a-f]{8}/u.test(hash),
  postSelector: posts,
  readPost(node, page) {
    const own = ownParts(node, posts);
    const id = node.id.slice("commento-comment-card-".length);
    const body = own.first(`[id^="commento-comment-text-"],.commento-body`);
    const author = own.first(".commento-name,.commento-author");
    if (!/^[0-9a-f]{8,64}$/u.test(id) || !body || !author) return undefined;
    const time = own.first('[id^="commento-comment-timeago-"],.commento-timeago');
    const start = page.url.href.split("#")[0] ?? page.url.href;
    const parent = node.parentElement?.closest(posts)?.id.slice("commento-comment-card-".length);
    return threadPost(page, {
      url: `${start}#commento-${id}`,
      name: visibleLine(author),
      profile: author.getAttribute("href"),
      time:
        parseShownTime(time?.getAttribute("title"), page.now) ?? parseShownTime(visibleLine(time), page.now),
      bodies: [body],
      replyTo: parent ? `${start}#commento-${parent}` : start,
      metrics: {
        score: parseScore(visibleLine(own.first('[id^="commento-comment-score-"],.commento-score'))),
      },
      audience: "public",
    });
  },
  chipLine: (node) => ownParts(node, posts).first(".commento-header"),
});
