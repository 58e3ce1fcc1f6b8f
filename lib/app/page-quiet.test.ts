import { describe, expect, it } from "vitest";
import type { TabState } from "../model/tab-state.ts";
import { quietOf, withQuiet, type QuietDependencies } from "./page-quiet.ts";

const sites = ["wordpress"];

describe("why nothing is drawn", () => {
  it("is the page's own reason before the person's", () => {
    expect(quietOf("password", "site-off", [])).toEqual({ quiet: "password" });
    expect(quietOf(undefined, "site-off", [])).toEqual({ quiet: "site-off" });
    expect(quietOf(undefined, undefined, [])).toEqual({});
  });

  it("leaves the comments below an article their chips", () => {
    expect(quietOf("article", undefined, sites)).toEqual({ quiet: "article", posts: { sites } });
  });

  it("but not where the person switched the site off", () => {
    expect(quietOf("article", "site-off", sites)).toEqual({
      quiet: "article",
      posts: { sites, quiet: "site-off" },
    });
  });

  it("holds for posts as for the badge otherwise", () => {
    expect(quietOf("sensitive", undefined, sites).posts).toEqual({ sites, quiet: "sensitive" });
  });
});

describe("a choice that changes", () => {
  const facts = { off: false };
  const needs: QuietDependencies = {
    isSiteOff: () => Promise.resolve(facts.off),
    switches: () => Promise.resolve({ badgeEverywhere: true, badgeInPrivate: false }),
  };
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- reads best beside its use
  const state = (changes: Partial<TabState>): TabState => ({
    tabId: 1,
    url: "https://diary.example/post",
    title: "",
    kind: "article",
    resolution: {},
    claimedRatings: [],
    figure: { kind: "none" },
    readAt: 0,
    ...changes,
  });

  it("reaches the posts below an article", async () => {
    const article = state({ quiet: "article", posts: { sites } });
    facts.off = true;
    expect(await withQuiet(needs, article)).toMatchObject({ quiet: "article", posts: { quiet: "site-off" } });
    facts.off = false;
    expect(await withQuiet(needs, article)).toBeUndefined();
    const off = state({ quiet: "site-off", posts: { sites, quiet: "site-off" } });
    const on = await withQuiet(needs, off);
    expect(on).not.toHaveProperty("quiet");
    expect(on?.posts).toEqual({ sites });
  });

  it("about one site holds before the one about all of them: nothing is read there at all", async () => {
    facts.off = true;
    const nowhere: QuietDependencies = {
      ...needs,
      switches: () => Promise.resolve({ badgeEverywhere: false, badgeInPrivate: false }),
    };
    expect(await withQuiet(nowhere, state({ posts: { sites } }))).toMatchObject({
      posts: { quiet: "site-off" },
    });
    facts.off = false;
    expect(await withQuiet(nowhere, state({ posts: { sites } }))).toMatchObject({
      posts: { quiet: "everywhere" },
    });
  });

  it("changes nothing where the page itself is the reason", async () => {
    facts.off = true;
    expect(await withQuiet(needs, state({ quiet: "password", posts: { sites } }))).toBeUndefined();
    facts.off = false;
  });
});
