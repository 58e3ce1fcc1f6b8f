import { defineSite } from "./define-site.ts";
import { resultOf, titleLine } from "./search-result.ts";

/**
 * Each generated class stands beside one with a meaning (`result-link`). Advertisements are frames of their own;
 * "Anonymous View" is another link, beside the title.
 */
const titleSelector = "a.result-link[href],a.result-title[href]";

export const startpage = defineSite({
  id: "startpage",
  name: "Startpage",
  kind: "search",
  hosts: ["startpage.com"],
  expectsPosts: (url) =>
    /^\/(?:do|sp|rvd)\/(?:d?search|metasearch)/u.test(url.pathname) &&
    /^(?:web)?$/u.test(url.searchParams.get("cat") ?? ""),
  postSelector: ".result:has(a.result-link,a.result-title)",
  readPost: (node, page) => resultOf(node.querySelector(titleSelector), page, /(?:^|\.)startpage\.com$/u),
  chipLine: (node) => titleLine(node.querySelector(titleSelector), node),
});
