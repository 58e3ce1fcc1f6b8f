import { defineSite } from "./define-site.ts";
import { resultOf, titleLine } from "./search-result.ts";

/**
 * Class names are generated and change every few months. What has stood for years: results are below `#search`, and a
 * result's link holds its title, a heading of the third level; links below a result, pictures and suggestions have
 * none, or stand inside theirs.
 */
const heading = ':is(h3,[role="heading"][aria-level="3"])';
/** Advertisements, goods on show, and questions whose answers are folded away. */
const elsewhere =
  "#tads,#tadsb,#bottomads,[data-text-ad],[data-pla],[data-pla-slot-pos],g-scrolling-carousel,[data-q],[data-initq]";

export const google = defineSite({
  id: "google",
  name: "Google",
  kind: "search",
  hosts: ["google.*"],
  expectsPosts: (url) =>
    url.pathname === "/search" &&
    !url.searchParams.get("tbm") &&
    /^(?:14|web)?$/u.test(url.searchParams.get("udm") ?? ""),
  postSelector: `#search :has(> a[href] ${heading})`,
  readPost(node, page) {
    if (node.closest(elsewhere)) return undefined;
    return resultOf(titleOf(node), page, /(?:^|\.)google\.[a-z.]{2,6}$/u);
  },
  chipLine: (node) => titleLine(titleOf(node), node),
});

function titleOf(node: HTMLElement): Element | undefined {
  return [...node.children].find((child) => child.matches("a[href]") && child.querySelector(heading));
}
