import { defineSite } from "./define-site.ts";
import { resultOf, titleLine } from "./search-result.ts";

/**
 * The page with scripts has test ids (`result`, against `ad`). Those without: `html.` keeps its class names of 2012,
 * and marks advertisements with `result--ad`.
 */
const titleSelector = '[data-testid="result-title-a"],a.result__a';

export const duckduckgo = defineSite({
  id: "duckduckgo",
  name: "DuckDuckGo",
  kind: "search",
  hosts: ["duckduckgo.com"],
  expectsPosts: (url) =>
    url.searchParams.has("q") && !/^(?:images|videos|news|maps)$/u.test(url.searchParams.get("ia") ?? ""),
  postSelector: '[data-testid="result"],#links .result:not(.result--ad)',
  readPost: (node, page) => resultOf(node.querySelector(titleSelector), page, /(?:^|\.)duckduckgo\.com$/u),
  chipLine: (node) => titleLine(node.querySelector(titleSelector), node),
});
