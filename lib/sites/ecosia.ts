import { defineSite } from "./define-site.ts";
import { resultOf, titleLine } from "./search-result.ts";

/** Test ids on everything; advertisements are `mainline-result-ad`. */
const titleSelector = '[data-test-id="result-link"],a.result__link';

export const ecosia = defineSite({
  id: "ecosia",
  name: "Ecosia",
  kind: "search",
  hosts: ["ecosia.org"],
  expectsPosts: (url) => url.pathname === "/search",
  postSelector: '[data-test-id="mainline-result-web"]',
  readPost: (node, page) => resultOf(node.querySelector(titleSelector), page, /(?:^|\.)ecosia\.org$/u),
  chipLine: (node) => titleLine(node.querySelector(titleSelector), node),
});
