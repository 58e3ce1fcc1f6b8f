import { describe, expect, it } from "vitest";
import { canonicalLink } from "./canonical-link.ts";

const keyOf = (address: string): string | undefined => canonicalLink(address)?.key;

describe("addresses of one page", () => {
  it.each([
    "http://shoes.example/blog/soles",
    "https://www.shoes.example/blog/soles/",
    "https://SHOES.example/blog/soles#comments",
    "https://m.shoes.example/blog/soles?utm_source=feed&utm_medium=rss",
    "https://mobile.shoes.example/blog/soles?fbclid=abc",
    "https://shoes.example/blog/soles/amp",
    "https://shoes.example/blog/soles/amp/?amp=1",
    "https://amp.shoes.example/blog/soles",
    "https://shoes-example.cdn.ampproject.org/c/s/shoes.example/blog/soles?usqp=mq331AQ",
    "https://www.google.com/amp/s/shoes.example/blog/soles",
    "https://shoes.example//blog/soles/index.html",
  ])("are one: %s", (address) => {
    expect(keyOf(address)).toBe("shoes.example/blog/soles");
  });

  it("keep the parameters that name a page, in any order", () => {
    expect(keyOf("https://shop.example/item?id=7&size=9")).toBe(
      keyOf("https://shop.example/item?size=9&gclid=x&id=7"),
    );
    expect(keyOf("https://shop.example/item?id=7")).not.toBe(keyOf("https://shop.example/item?id=8"));
  });

  it("know a video by either of its addresses", () => {
    expect(keyOf("https://youtu.be/abc123?si=track")).toBe(
      keyOf("https://m.youtube.com/watch?v=abc123&feature=share"),
    );
  });

  it("keep apart what differs by port or letter", () => {
    expect(keyOf("https://shop.example:8443/a")).not.toBe(keyOf("https://shop.example/a"));
    expect(keyOf("https://shop.example/A")).not.toBe(keyOf("https://shop.example/a"));
  });
});

describe("a front page", () => {
  it.each([
    "https://www.shoes.example",
    "http://shoes.example/?utm_source=x",
    "https://shoes.example/index.html",
    "https://shoes.example/de",
    "https://shoes.example/us/en-GB/",
  ])("is told: %s", (address) => expect(canonicalLink(address)?.isFront).toBe(true));

  it.each([
    "https://shoes.example/a",
    "https://shoes.example/de/a",
    "https://shoes.example/men",
    "https://shoes.example/?p=12",
  ])("is not %s", (address) => expect(canonicalLink(address)?.isFront).toBe(false));
});

it.each([
  "javascript:alert(1)",
  "mailto:a@b.example",
  "not an address",
  "",
  `https://a.example/${"x".repeat(3000)}`,
])("is none of the web: %s", (address) => expect(canonicalLink(address)).toBeUndefined());

it("does not take a two-part host for a subdomain", () => {
  expect(keyOf("https://m.example/a")).toBe("m.example/a");
  expect(keyOf("https://amp.dev/a")).toBe("amp.dev/a");
});
