import { describe, expect, it } from "vitest";
import { readFoundInPage } from "./found-in-page.ts";

const page = { url: "https://chirp.example/", title: "Chirp" };
const target = { exact: "The soles", prefix: "", suffix: " gave up", start: 4, end: 13 };
const details = { truncated: false, media: [], metrics: {}, audience: "public" } as const;
const post = { text: "The soles gave up", links: [], details };

describe("what a page had to collect", () => {
  it("is a selection with its quote, a post, or both", () => {
    const selection = { ...page, text: "The soles", target };
    expect(readFoundInPage(selection)).toEqual(selection);
    expect(readFoundInPage({ ...page, site: "x", post })).toEqual({ ...page, site: "x", post });
    expect(readFoundInPage({ ...selection, site: "x", post })).toEqual({ ...selection, site: "x", post });
  });

  it.each([
    ["null: nothing was there", null],
    ["a page without anything", page],
    ["an address that is none of the web's", { ...page, url: "file:///etc/passwd", text: "a" }],
    ["a text without end", { ...page, text: "a".repeat(5001) }],
    ["a quote of nothing", { ...page, text: "a", target: { ...target, exact: "" } }],
    ["a post of no platform", { ...page, post }],
    ["a post without its circumstances", { ...page, site: "x", post: { text: "a", links: [] } }],
    ["a post of another shape", { ...page, site: "x", post: { text: 5 } }],
  ])("is not %s", (_, raw) => {
    expect(readFoundInPage(raw)).toBeUndefined();
  });

  it("has a title of bounded length, whatever the page calls itself", () => {
    expect(readFoundInPage({ ...page, title: "a".repeat(5000), text: "a" })?.title).toHaveLength(300);
  });
});
