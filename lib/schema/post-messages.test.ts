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

  const details = {
    audience: "public",
    media: [{ kind: "image", url: "https://social.example/1.png", alt: "A sole" }],
    metrics: { likes: 3, score: -2 },
    publishedAt: 1_700_000_000_000,
    publishedAtPrecision: "hour",
    replyTo: "https://social.example/@b/2",
    truncated: false,
    lang: "en",
  };

  it("is taken with what a recording needs", () => {
    const recorded = { ...batch, depth: 2.5, posts: [{ ...post, details }] };
    expect(PostBatchSchema.parse(recorded)).toEqual(recorded);
    expect(PostBatchSchema.safeParse({ ...batch, posts: [] }).success).toBe(true);
  });

  it.each([
    ["a time that no calendar has", { ...details, publishedAt: 9e15 }],
    ["counts that are none", { ...details, metrics: { likes: Infinity } }],
    ["pictures without end", { ...details, media: Array(13).fill(details.media[0]) }],
    ["an audience that is none", { ...details, audience: "everybody" }],
  ])("is refused with %s", (_, wrong) => {
    expect(PostBatchSchema.safeParse({ ...batch, posts: [{ ...post, details: wrong }] }).success).toBe(false);
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
