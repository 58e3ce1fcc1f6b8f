import type { Post, PostAudience } from "../../model/post.ts";
import { parseCount } from "../counts.ts";
import type { SitePage } from "../define-site.ts";
import { parseIsoTime } from "../element-time.ts";
import { ownParts } from "../own-parts.ts";
import type { OwnParts } from "../own-parts.ts";
import { parseScore } from "../score.ts";
import type { ShownTime } from "../shown-time.ts";
import { plausibleTime } from "../shown-time.ts";
import { threadPost } from "../thread-post.ts";
import { visibleLine } from "../visible-text.ts";

/** Posts and comments of old.reddit.com: their `data-` attributes say nearly all. Comments nest. */
export const thing2008 = '.thing[data-fullname^="t1_"],.thing[data-fullname^="t3_"]';

export function readReddit2008(node: HTMLElement, page: SitePage): Post | undefined {
  if (node.dataset["promoted"] === "true") return undefined;
  const own = ownParts(node, ".thing");
  const isLink = node.dataset["fullname"]?.startsWith("t3_") === true;
  const title = isLink ? own.first("a.title") : undefined;
  const body = own.first(".usertext-body .md");
  if (isLink ? !title : !body || node.classList.contains("deleted") || isPlaceholder(body)) return undefined;
  return threadPost(page, {
    url: node.dataset["permalink"] ?? own.first("a.bylink")?.getAttribute("href"),
    ...authorOf(node, own),
    time: timeOf(node, own, page.now),
    title: title && visibleLine(title, 400),
    bodies: [body],
    leadsTo: [isLink ? node.dataset["url"] : undefined],
    replyTo: isLink ? undefined : parentOf(node),
    metrics: {
      score: parseScore(node.dataset["score"] ?? own.first(".score.unvoted")?.getAttribute("title")),
      replies: parseCount(node.dataset["commentsCount"]),
    },
    audience: audienceOf(node),
  });
}

function isPlaceholder(body: Element): boolean {
  return /^\[(?:deleted|removed)\]$/u.test(visibleLine(body, 40));
}

function authorOf(node: HTMLElement, own: OwnParts): { handle?: string; profile?: string | null } {
  const link = own.first("a.author");
  // Without the link the account is gone.
  return link
    ? { handle: node.dataset["author"] ?? visibleLine(link), profile: link.getAttribute("href") }
    : {};
}

function timeOf(node: HTMLElement, own: OwnParts, now: number): ShownTime | undefined {
  const milliseconds = node.dataset["timestamp"];
  if (milliseconds && /^\d{12,13}$/u.test(milliseconds))
    return plausibleTime(Number(milliseconds), "second", now);
  return parseIsoTime(own.first("time")?.getAttribute("datetime"), now);
}

/** The comment around it, else the post of the page. */
function parentOf(node: HTMLElement): string | undefined {
  const around = node.parentElement?.closest<HTMLElement>(".thing.comment");
  const post = node.ownerDocument.querySelector<HTMLElement>('#siteTable .thing[data-fullname^="t3_"]');
  return (around ?? post)?.dataset["permalink"];
}

/** `restricted` and `archived` communities limit who may write, not who may read. */
function audienceOf(node: HTMLElement): PostAudience {
  const type = node.dataset["subredditType"];
  if (type === undefined) return "unknown";
  return /^(?:public|restricted|archived|user)$/u.test(type) ? "public" : "restricted";
}
