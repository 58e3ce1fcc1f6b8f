import { defineSite } from "./define-site.ts";
import { citedResult, resultOf, titleLine } from "./search-result.ts";

/**
 * `b_algo` has been the class of what is no advertisement (`b_ad`) for over ten years. Links count clicks and hold
 * their target in base64; where that fails, the address in words says at least which site it is.
 */
const titleSelector = "h2 a[href],a[href]:has(h2),.b_algoheader > a[href]";

export const bing = defineSite({
  id: "bing",
  name: "Bing",
  kind: "search",
  hosts: ["bing.com"],
  expectsPosts: (url) => url.pathname === "/search",
  postSelector: "#b_results > li.b_algo",
  readPost(node, page) {
    return (
      resultOf(node.querySelector(titleSelector), page, /(?:^|\.)bing\.com$/u) ??
      citedResult(node.querySelector("cite"), page, /(?:^|\.)bing\.com$/u)
    );
  },
  chipLine: (node) => titleLine(node.querySelector(titleSelector), node),
});
