import type { RawPage } from "../../model/page.ts";

/** A page about more keys than these is no page of one person. */
const mostKeys = 4;

/**
 * What `rel=me` leads to on a page and may be a reviewer's key: a link of ours, or a page that lists what a key wrote.
 * Only what stands in the page itself counts; nothing is fetched. Whether it is a key, `lib/reviews/key-link.ts` finds.
 */
export function keyLinksIn({ links }: RawPage): readonly string[] {
  const found = links.flatMap(([rel, href]) => (isMe(rel) && mayBeKey(href) ? [href] : []));
  const distinct = [...new Set(found)];
  return distinct.length <= mostKeys ? distinct : [];
}

function isMe(rel: string): boolean {
  return rel.toLowerCase().split(/\s+/u).includes("me");
}

function mayBeKey(href: string): boolean {
  return /^backtalk-key:/iu.test(href) || (/^https:/iu.test(href) && /[?&]kid=/u.test(href));
}
