import type { Site } from "../sites/define-site.ts";

/** How platforms stand together in options. */
type ChipGroup = "feeds" | "forums" | "blogs" | "search";

const forums: ReadonlySet<string> = new Set(["discourse", "hackernews", "lemmy", "lobsters", "reddit"]);
/** Comments below articles, and pages that mark their posts whatever software they run on. */
const blogs: ReadonlySet<string> = new Set([
  "blogger",
  "commento",
  "disqus",
  "giscus",
  "isso",
  "microformats",
  "schema-org",
  "typepad",
  "utterances",
  "wordpress",
]);

export function chipGroupOf({ id, kind }: Pick<Site, "id" | "kind">): ChipGroup {
  if (kind === "search") return "search";
  if (forums.has(id)) return "forums";
  return blogs.has(id) ? "blogs" : "feeds";
}
