import type { Post } from "../model/post.ts";
import { buildPost } from "./build-post.ts";
import { parseCount } from "./counts.ts";
import { defineSite } from "./define-site.ts";
import type { SitePage } from "./define-site.ts";
import { timeOfElement } from "./element-time.ts";
import { timeOfShortCode } from "./id-times.ts";
import { linksOf, mediaOf } from "./links-and-media.ts";
import { ownParts } from "./own-parts.ts";
import type { OwnParts } from "./own-parts.ts";
import { someUnfold } from "./see-more.ts";
import { visibleLine, visibleText } from "./visible-text.ts";

/** Class names are generated; `data-pressable-container` marks each post, quoted ones inside too. */
const postSelector = '[data-pressable-container="true"]';
const permalink = /\/@([\w.]{1,30})\/post\/([\w-]{5,60})/u;
const button = '[role="button"],button';

export const threads = defineSite({
  id: "threads",
  name: "Threads",
  kind: "posts",
  hosts: ["threads.com", "threads.net"],
  expectsPosts: (url) => /^\/(?:$|@[\w.]+(?:\/(?:post|replies|reposts)(?:\/|$)|\/?$)|search|for_you|following)/u.test(url.pathname),
  postSelector,
  readPost: readThreadsPost,
  chipLine(node) {
    const own = ownParts(node, postSelector);
    const time = own.first("time");
    return (time?.closest("a") ?? authorIn(own)?.anchor)?.parentElement ?? undefined;
  },
}); // oxfmt-ignore

function readThreadsPost(node: HTMLElement, page: SitePage): Post | undefined {
  const own = ownParts(node, postSelector);
  const author = authorIn(own);
  if (!author) return undefined;
  const code = codeIn(own, author.handle);
  const name = visibleLine(author.anchor, 100);
  const lines = linesIn(own).filter((line) => visibleLine(line, 100) !== name);
  const anchors = [
    ...lines.flatMap((line) => [...line.querySelectorAll("a[href]")]),
    ...own.all('a[href*="l.threads."],a[target="_blank"][rel*="nofollow"]'),
  ];
  return buildPost({
    url: code && `https://www.threads.com/@${author.handle}/post/${code}`,
    author: { handle: author.handle, name, url: `https://www.threads.com/@${author.handle}` },
    time: timeOfElement(own.first("time"), page.now) ?? timeOfShortCode(code, page.now),
    text: lines.map((line) => visibleText(line, { skip: own.isForeign, keepNewlines: true })).join("\n"),
    truncated: someUnfold(own.all(button)),
    links: linksOf(anchors, page.url, /threads\.(?:com|net)\/(?:search|tag)|\/post\//u),
    media: mediaOf(own.all("picture img,video"), page.url),
    metrics: metricsIn(own),
  });
} // oxfmt-ignore

interface Author {
  readonly handle: string;
  readonly anchor: HTMLElement;
}

function authorIn(own: OwnParts): Author | undefined {
  for (const anchor of own.all('a[href*="/@"]').slice(0, 20)) {
    const handle = /\/@([\w.]{1,30})\/?(?:\?|$)/u.exec(anchor.getAttribute("href") ?? "")?.[1];
    if (handle && visibleLine(anchor, 100) !== "") return { handle, anchor };
  }
  return undefined;
}

function codeIn(own: OwnParts, handle: string): string | undefined {
  for (const anchor of own.all('a[href*="/post/"]').slice(0, 20)) {
    const [, by, code] = permalink.exec(anchor.getAttribute("href") ?? "") ?? [];
    if (by === handle) return code;
  }
  return undefined;
}

/** What was written is `span dir="auto"`, as are names, times and labels, which stand in links and buttons. */
function linesIn(own: OwnParts): readonly HTMLElement[] {
  const lines = own.all('span[dir="auto"]').slice(0, 80);
  const written = lines.filter((line) => !line.closest(`a,h1,h2,${button}`) && !line.querySelector("time"));
  return written.filter(
    (line) => !line.parentElement?.closest('span[dir="auto"]') && visibleLine(line, 10) !== "",
  );
}

/** The buttons' icons say what they do, in the reader's language; these cover most readers. */
const icons = {
  likes: /^(?:un)?like|gefällt|j.aime|me gusta|curtir|mi piace|vind ik leuk|いいね|좋아요|讚|赞/iu,
  replies: /^(?:reply|comment)|antwort|kommentar|répondre|comment|responder|coment|rispondi|beantwoord|返信|답글|回覆|评论/iu,
  shares: /^repost|reposten|republier|repostear|repubblica|再投稿|리포스트|轉發|转发/iu,
} as const; // oxfmt-ignore

function metricsIn(own: OwnParts): Post["metrics"] {
  const found: { likes?: number; replies?: number; shares?: number } = {};
  for (const element of own.all(button).slice(0, 20)) {
    const icon = element.querySelector("svg[aria-label],svg title");
    const label = icon?.getAttribute("aria-label") ?? icon?.textContent ?? "";
    const count = parseCount(visibleLine(element, 40));
    const kind = (Object.keys(icons) as (keyof typeof icons)[]).find((name) => icons[name].test(label));
    if (kind && count !== undefined) found[kind] ??= count;
  }
  return found;
}
