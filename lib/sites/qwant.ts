import { defineSite } from "./define-site.ts";
import { resultOf, titleLine } from "./search-result.ts";

/** Class names are generated; the test ids tell results (`webResult`) from advertisements (`adResult`). */
const titleSelector = 'a[href]:has(h2,h3,[class*="title"])';

export const qwant = defineSite({
  id: "qwant",
  name: "Qwant",
  kind: "search",
  hosts: ["qwant.com"],
  expectsPosts: (url) => url.searchParams.has("q") && /^(?:web|all)?$/u.test(url.searchParams.get("t") ?? ""),
  postSelector: '[data-testid="webResult"]',
  readPost: (node, page) => resultOf(titleOf(node), page, /(?:^|\.)qwant\.com$/u),
  chipLine: (node) => titleLine(titleOf(node), node),
});

function titleOf(node: HTMLElement): Element | null {
  return node.querySelector(titleSelector) ?? node.querySelector('a[href^="http"]');
}
