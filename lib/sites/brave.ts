import { defineSite } from "./define-site.ts";
import { resultOf, titleLine } from "./search-result.ts";

/** The kind of a result stands in `data-type`: `web`, beside `ad`, `videos`, `news`, `faq` and others. */
const titleSelector = 'a[href]:has([class*="title"])';

export const brave = defineSite({
  id: "brave",
  name: "Brave Search",
  kind: "search",
  hosts: ["search.brave.com"],
  expectsPosts: (url) => url.pathname === "/search",
  postSelector: '#results [data-type="web"]',
  readPost: (node, page) => resultOf(node.querySelector(titleSelector), page, /(?:^|\.)search\.brave\.com$/u),
  chipLine: (node) => titleLine(node.querySelector(titleSelector), node),
});
