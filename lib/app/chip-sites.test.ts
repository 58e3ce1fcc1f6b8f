import { describe, expect, it } from "vitest";
import { chipSitesOf, type ChipSiteDependencies } from "./chip-sites.ts";

const needs = (
  choices: Readonly<Record<string, boolean>> = {},
  off: readonly string[] = [],
): ChipSiteDependencies => ({
  kindOf: (id) => (id === "gone" ? undefined : id === "duckduckgo" ? "search" : "posts"),
  choices: () => Promise.resolve(choices),
  offByFeeds: () => Promise.resolve(new Set(off)),
});
const page = { posts: { sites: ["mastodon", "duckduckgo", "gone"] } };

describe("which platforms of a page have chips", () => {
  it("posts have them, results of search engines only when switched on", async () => {
    expect(await chipSitesOf(needs(), page)).toEqual(["mastodon"]);
    expect(await chipSitesOf(needs({ duckduckgo: true }), page)).toEqual(["mastodon", "duckduckgo"]);
  });

  it("none that the person switched off", async () => {
    expect(await chipSitesOf(needs({ mastodon: false }), page)).toEqual([]);
  });

  it("none that a feed switched off, whatever the person chose", async () => {
    expect(await chipSitesOf(needs({ mastodon: true }, ["mastodon"]), page)).toEqual([]);
  });

  it("none on a page that is to be left alone, or that has no posts", async () => {
    expect(await chipSitesOf(needs(), { posts: { ...page.posts, quiet: "site-off" } })).toEqual([]);
    expect(await chipSitesOf(needs(), {})).toEqual([]);
  });
});
