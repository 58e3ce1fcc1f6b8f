import { describe, expect, it } from "vitest";
import { feedOf, feedRules, threadOf } from "./feed-of.ts";
import { sites } from "./index.ts";

describe("the feed that an address shows", () => {
  it.each([
    ["mastodon", "https://social.example/home", "following"],
    ["mastodon", "https://social.example/public/local", "latest"],
    ["mastodon", "https://social.example/@anna/1", "thread"],
    ["mastodon", "https://social.example/@anna", "profile"],
    ["reddit", "https://www.reddit.com/", "ranked"],
    ["reddit", "https://www.reddit.com/new/", "latest"],
    ["reddit", "https://www.reddit.com/r/boots/comments/1/soles/", "thread"],
    ["reddit", "https://old.reddit.com/user/anna", "profile"],
    ["hackernews", "https://news.ycombinator.com/newest", "latest"],
    ["hackernews", "https://news.ycombinator.com/item?id=1", "thread"],
    ["x", "https://x.com/home", "unknown"],
    ["x", "https://x.com/anna", "profile"],
    ["x", "https://x.com/anna/status/1", "thread"],
    ["instagram", "https://www.instagram.com/?variant=following", "following"],
    ["instagram", "https://www.instagram.com/", "ranked"],
    ["lemmy", "https://lemmy.example/c/boots?sort=New", "latest"],
    ["tiktok", "https://www.tiktok.com/@anna/video/1", "thread"],
    ["disqus", "https://disqus.com/embed/comments/?base=default", "thread"],
    ["linkedin", "https://www.linkedin.com/feed/", "ranked"],
    ["youtube", "https://www.youtube.com/watch?v=1", "thread"],
    ["nowhere", "https://nowhere.example/", "unknown"],
    ["x", "no address", "unknown"],
  ])("%s at %s: %s", (site, address, kind) => {
    expect(feedOf(site, address)).toEqual({ kind });
  });

  it.each([
    ["x", "https://x.com/search?q=kite%20soles&f=live", "search", "kite soles"],
    ["bluesky", "https://bsky.app/search?q=kite", "search", "kite"],
    ["mastodon", "https://social.example/tags/Sohlen", "tag", "Sohlen"],
    ["instagram", "https://www.instagram.com/explore/tags/caf%C3%A9/", "tag", "café"],
    ["reddit", "https://www.reddit.com/r/boots/search/?q=kite", "search", "kite"],
    ["reddit", "https://www.reddit.com/r/boots/", "group", "boots"],
    ["reddit", "https://www.reddit.com/r/boots/new/", "latest", "boots"],
    ["facebook", "https://www.facebook.com/groups/boots", "group", "boots"],
    ["tiktok", "https://www.tiktok.com/tag/%zz", "tag", "%zz"],
    ["wordpress", "https://blog.example/?s=kite", "search", "kite"],
  ])("%s at %s: %s of %s", (site, address, kind, terms) => {
    expect(feedOf(site, address)).toEqual({ kind, terms });
  });

  it("is told for every platform whose posts are read, and has bounded terms", () => {
    const posts = sites.filter(({ kind }) => kind === "posts").map(({ id }) => id);
    expect(Object.keys(feedRules).toSorted()).toEqual(posts.toSorted());
    expect(feedOf("x", `https://x.com/search?q=${"x".repeat(999)}`).terms).toHaveLength(200);
  });
});

describe("the conversation of a page", () => {
  it("is its address, without what says where it was looked at or where one came from", () => {
    expect(threadOf("x", "https://x.com/anna/status/1?utm_source=mail#reply")).toBe(
      "https://x.com/anna/status/1",
    );
    expect(threadOf("hackernews", "https://news.ycombinator.com/item?id=1")).toBe(
      "https://news.ycombinator.com/item?id=1",
    );
  });

  it("is none where many stand", () => {
    expect(threadOf("x", "https://x.com/home")).toBeUndefined();
    expect(threadOf("x", "no address")).toBeUndefined();
  });
});
