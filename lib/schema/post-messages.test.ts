import { describe, expect, it } from "vitest";
import { AskAbout, CheckedPosts, PostBatchSchema } from "./post-messages.ts";

const post = { text: "Northwind again", links: ["https://northwind.example/"] };
const batch = { site: "mastodon", url: "https://social.example/home", posts: [post] };

describe("a batch of posts", () => {
  it("is taken as content code sends it, and fields that nobody names are dropped", () => {
    expect(PostBatchSchema.parse({ ...batch, more: 1 })).toEqual(batch);
    const whole = {
      ...post,
      url: "https://social.example/@a/1",
      author: { name: "A", handle: "a@b.example" },
    };
    expect(PostBatchSchema.parse({ ...batch, lang: "en", posts: [whole] }).posts).toEqual([whole]);
  });

  it.each([
    ["no posts at all", { ...batch, posts: undefined }],
    ["more than fit", { ...batch, posts: Array.from({ length: 41 }, () => post) }],
    ["a text without end", { ...batch, posts: [{ ...post, text: "x".repeat(5001) }] }],
    ["more links than fit", { ...batch, posts: [{ ...post, links: Array(21).fill("https://a.example") }] }],
    ["a site that is none", { ...batch, site: "../x" }],
    ["a text that is none", { ...batch, posts: [{ ...post, text: { toString: 1 } }] }],
  ])("is refused with %s", (_, wrong) => {
    expect(PostBatchSchema.safeParse(wrong).success).toBe(false);
  });
});

it("a press on a chip names a brand and quotes a bounded post", () => {
  const ask = { brandId: "northwind.example", quote: { text: "Soles", author: "anna" } };
  expect(AskAbout.parse(ask)).toEqual(ask);
  expect(AskAbout.safeParse({ brandId: "" }).success).toBe(false);
  expect(AskAbout.safeParse({ ...ask, quote: { text: "x".repeat(501) } }).success).toBe(false);
});

it("a check says of one site whether there were posts", () => {
  expect(CheckedPosts.safeParse({ site: "x", found: true }).success).toBe(true);
  expect(CheckedPosts.safeParse({ site: "x", found: "yes" }).success).toBe(false);
});
