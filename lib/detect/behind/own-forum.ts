import type { RawBehind } from "../../model/behind.ts";
import { isSameSite, webAddress } from "../web-address.ts";

/** Links whose hosts sound like a forum; cheap for the browser, and checked by `ownForum`. */
export const forumLinks = ["community", "forum", "forums", "discuss", "discourse", "talk"]
  .map((label) => `a[href^="https://${label}." i]`)
  .join(",");

const forumHost = /^(?:community|forums?|discuss|discourse|talk)\./iu;

/**
 * The origin of the brand's own forum: a host of the same site that is called so, or the page itself where it is one.
 * Which software runs there nobody knows before it is asked.
 */
export function ownForum({ forums = [], page: { marks } }: RawBehind, page: URL): string | undefined {
  if (marks?.includes("discourse") && page.protocol === "https:") return page.origin;
  for (const href of forums) {
    const url = webAddress(href);
    if (url?.protocol === "https:" && forumHost.test(url.hostname) && isSameSite(url, page))
      return url.origin;
  }
  return undefined;
}
