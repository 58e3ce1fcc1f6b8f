import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseCount } from "./counts.ts";
import { timeOfLinkedInId, timeOfShortCode, timeOfSnowflake, timeOfTikTokId } from "./id-times.ts";
import { sitesFor, standsOn } from "./index.ts";
import { cleanLink } from "./web-link.ts";
import { x } from "./x.ts";

const base = new URL("https://platform.example/a/b");
const now = Date.UTC(2026, 4, 3);

test.each([
  ["/c?utm_source=x&id=7", "https://platform.example/c?id=7"],
  ["https://shop.example/?fbclid=IwAR0&gclid=1", "https://shop.example/"],
  ["https://l.facebook.com/l.php?u=https%3A%2F%2Fshop.example%2Fa%3Ffbclid%3D1&h=AT", "https://shop.example/a"],
  ["https://l.instagram.com/?u=https%3A%2F%2Fshop.example%2F&e=AT", "https://shop.example/"],
  ["https://www.linkedin.com/safety/go?url=https%3A%2F%2Fshop.example&trk=x", "https://shop.example/"],
  ["https://www.youtube.com/redirect?event=comments&q=https%3A%2F%2Fshop.example%2F", "https://shop.example/"],
  ["https://out.reddit.com/t3_1?url=https%3A%2F%2Fshop.example%2F&token=A", "https://shop.example/"],
  ["https://vk.com/away.php?to=https%3A%2F%2Fshop.example%2F", "https://shop.example/"],
  ["https://lm.facebook.com/l.php?u=https%3A%2F%2Fwww.youtube.com%2Fredirect%3Fq%3Dhttps%253A%252F%252Fshop.example%252F", "https://shop.example/"],
  ["https://t.co/AbC", "https://t.co/AbC"],
  ["https://anna:secret@shop.example/", "https://shop.example/"],
  ["https://www.youtube.com/watch?v=1&si=2&pp=3", "https://www.youtube.com/watch?v=1"],
])("%s leads to %s", (href, target) => {
  expect(cleanLink(href, base)).toBe(target);
}); // oxfmt-ignore

test.each(["", "#top", "javascript:alert(1)", "mailto:a@b.example", "http://[", `https://a.example/${"x".repeat(9_000)}`])(
  "%s leads nowhere",
  (href) => {
    expect(cleanLink(href, base)).toBeUndefined();
  },
); // oxfmt-ignore

test("ends for redirectors that lead to themselves", () => {
  const loop = "https://l.facebook.com/l.php?u=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dx";
  expect(cleanLink(loop, base)).toBe("https://l.facebook.com/l.php?u=x");
});

test("gives a web address or none, whatever the page says", () => {
  const beginning = fc.constantFrom(
    "",
    "//",
    "https://",
    "https://a.example/?",
    "https://l.facebook.com/l.php?u=",
  );
  fc.assert(
    fc.property(beginning, fc.string({ maxLength: 40 }), (start, rest) => {
      const link = cleanLink(start + rest, base);
      if (link !== undefined) expect(new URL(link).protocol).toMatch(/^https?:$/u);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ["1.2K", 1_200],
  ["3,4 mil", 3_400],
  ["1,5 Tsd.", 1_500],
  ["1 234", 1_234],
  ["1\u202F234 commentaires", 1_234],
  ["1.234", 1_234],
  ["1,234,567 views", 1_234_567],
  ["2万", 20_000],
  ["1.2億 回視聴", 120_000_000],
  ["3만", 30_000],
  ["2,1 M", 2_100_000],
  ["4 тыс.", 4_000],
  ["١٢ تعليق", 12],
  ["2 lakh", 200_000],
  ["17 comments", 17],
  ["2370 reposts. Repost", 2_370],
])("%s is %d", (text, count) => {
  expect(parseCount(text)).toBe(count);
});

test.each(["", "Reply", "K", "—"])("%s is no count", (text) => {
  expect(parseCount(text)).toBeUndefined();
});

test("numbers tell when a post was made", () => {
  expect(timeOfSnowflake("745085351287455744", now)?.at).toBeCloseTo(1_466_477_165_000, -4);
  expect(timeOfTikTokId("7571863205253778710", now)?.at).toBe(Date.UTC(2025, 10, 12, 15, 36, 23));
  expect(new Date(timeOfShortCode("BWUDBntl3_Z", now)?.at ?? 0).toISOString()).toMatch(/^2017-07-09T04:58/u);
  expect(new Date(timeOfLinkedInId("7261000000000000000", now)?.at ?? 0).toISOString()).toMatch(
    /^2024-11-09/u,
  );
  expect(timeOfSnowflake("20", now)).toBeUndefined();
  expect(timeOfSnowflake("99999999999999999999", now)).toBeUndefined();
  expect(timeOfShortCode("<script>", now)).toBeUndefined();
});

test("a site stands on its hosts and those below, not on look-alikes", () => {
  expect(standsOn(x, "mobile.x.com")).toBe(true);
  expect(standsOn(x, "x.com.example")).toBe(false);
  expect(standsOn(x, "notx.com")).toBe(false);
  const engine = { ...x, hosts: ["google.*"] };
  expect(standsOn(engine, "www.google.de")).toBe(true);
  expect(standsOn(engine, "www.google.co.uk")).toBe(true);
  expect(standsOn(engine, "google.evil.example.com")).toBe(false);
  expect(sitesFor(new URL("https://shop.example/"))).toEqual([]);
  // A thread that a page embeds takes nothing away from the page's own posts.
  const blog = new URL("https://blog.example/");
  expect(sitesFor(blog, ["disqus", "hentry"]).map(({ id }) => id)).toEqual(["microformats", "disqus"]);
  const marked = sitesFor(blog, ["giscus", "wordpress", "hentry"]);
  expect(marked.map(({ id }) => id)).toEqual(["wordpress", "giscus"]);
});
