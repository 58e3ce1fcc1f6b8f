import { defineSite } from "./define-site.ts";
import { resultOf, titleLine } from "./search-result.ts";

/** Kagi names its parts after what they are (`sri` a result, `srgi` one in a group), for its people's own styles. */
const titleSelector = "a.__sri_title_link[href],.__srgi-title a[href],.__sri-title a[href]";

export const kagi = defineSite({
  id: "kagi",
  name: "Kagi",
  kind: "search",
  hosts: ["kagi.com"],
  expectsPosts: (url) => url.pathname === "/search" || url.pathname === "/html/search",
  postSelector: ".search-result,.sr-group .__srgi",
  readPost: (node, page) => resultOf(node.querySelector(titleSelector), page, /(?:^|\.)kagi\.com$/u),
  chipLine: (node) => titleLine(node.querySelector(titleSelector), node),
});
