import { expect, it } from "vitest";
import { chipGroupOf } from "./chip-groups.ts";

it("platforms stand in groups of their kind", () => {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- reads best beside its use
  const groupOf = (id: string): string => chipGroupOf({ id, kind: "posts" });
  expect(["x", "mastodon", "a-new-one"].map(groupOf)).toEqual(["feeds", "feeds", "feeds"]);
  expect(["reddit", "hackernews", "discourse"].map(groupOf)).toEqual(["forums", "forums", "forums"]);
  expect(["wordpress", "disqus", "microformats"].map(groupOf)).toEqual(["blogs", "blogs", "blogs"]);
  expect(chipGroupOf({ id: "duckduckgo", kind: "search" })).toBe("search");
});
