import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import type { RawPage } from "../model/page.ts";
import { RawPageSchema } from "../schema/raw-page.ts";
import { collectRawPage } from "./collect.ts";
import { readPage } from "./facts.ts";

const location = { href: "https://bakery.example/rye" } as Location;

function collect(body: string, head = ""): RawPage {
  const { document } = parseHTML(
    `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
  );
  const raw = collectRawPage(document, location);
  // What content code sends must be what the background takes, after the journey as a message.
  expect(RawPageSchema.safeParse(structuredClone(raw)).error).toBeUndefined();
  return raw;
}

const repeated = (count: number, html: string): string => html.repeat(count);

describe("collectRawPage", () => {
  test("collects what a page says of itself", () => {
    const raw = collect(
      `      <meta property="og:title" content="Rye"><meta name="author" content="A"><meta charset="utf-8"><meta content="x">
      <link rel="canonical" href="https://bakery.example/rye"><link rel="stylesheet" href="/x.css">
      <link rel="alternate" hreflang="de" href="https://bakery.example/de"><link rel="alternate" href="/feed.xml">
      <a rel="me" href="https://x.com/sunny">x</a><a href="/">no relation</a>
      <script type="application/ld+json">{"@type":"Product"}</script><script>let x;</script>
      <h1> Rye <b>loaf</b> </h1><h1>Second</h1><article></article><article></article><input type="password">`,
      "<title>Rye — Sunny</title>",
    );
    expect(raw).toMatchObject({
      url: "https://bakery.example/rye",
      title: "Rye — Sunny",
      lang: "en",
      heading: "Rye loaf",
      jsonLd: ['{"@type":"Product"}'],
      meta: [
        ["og:title", "Rye"],
        ["author", "A"],
      ],
      hasPassword: true,
      articleCount: 2,
    });
    expect(raw.links.map(([rel, , language]) => [rel, language])).toEqual([
      ["canonical", undefined],
      ["alternate", "de"],
      ["me", undefined],
    ]);
  });

  test("keys that its brand proves, from the head alone", () => {
    const raw = collect(
      `<p><link rel="backtalk-key" href="data:,from-a-comment"></p>`,
      `<link rel="icon backtalk-key" href="data:,proof">`,
    );
    expect(raw.links).toEqual([["icon backtalk-key", "data:,proof"]]);
  });

  test("what a page says of itself in words: logo, title, card, address, mail, first and last lines", () => {
    const raw = collect(
      `<header><a href="/"><img class="Site-Logo" alt="Sunny Bakery"></a><span class="site-title">Sunny</span></header>
       <p>Bread <b>since</b> 1901</p><script>let hidden = "code";</script><h2>Our loaves</h2>
       <p class="vcard"><span class="org">Sunny Bakery Ltd</span></p><address>4 High Street</address>
       <a href="mailto:hello@bakery.example">Write</a>
       <footer>© 2019<br><a href="/x">Sunny Bakery Ltd</a>. All rights reserved</footer><style>p {}</style>`,
    );
    const of = (where: string) => raw.texts?.filter(([place]) => place === where).map(([, text]) => text);
    expect(of("logo")).toEqual(["Sunny Bakery"]);
    expect(of("home")).toContain("Sunny");
    expect(of("card")).toEqual(["Sunny Bakery Ltd"]);
    expect(of("address")).toEqual(["4 High Street"]);
    expect(of("mail")).toEqual(["mailto:hello@bakery.example"]);
    expect(of("heading")).toEqual(["Our loaves"]);
    expect(of("top")?.slice(0, 2)).toEqual(["Sunny", "Bread since 1901"]);
    expect(of("end")?.slice(0, 2)).toEqual(["Sunny Bakery Ltd . All rights reserved", "© 2019"]);
    expect(JSON.stringify(raw.texts)).not.toContain("hidden");
  });

  test("a page of endless lines gives a few of them", () => {
    const raw = collect(repeated(3000, "<p>Sunny Bakery bakes bread</p>"));
    expect(raw.texts?.length).toBeLessThan(80);
  });

  test("microdata: nested items, several names, values by element, orphans", () => {
    const { microdata } = collect(`
      <div itemscope itemtype="https://schema.org/Product">
        <span itemprop="name alternateName"> Rye </span><meta itemprop="sku" content="7">
        <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><data itemprop="price" value="4">four</data></div>
        <p itemprop="reviewBody">long text</p>
        <div itemscope itemtype="https://schema.org/Organization"><i itemprop="name">Sunny</i></div>
      </div>
      <div itemprop="aggregateRating" itemscope itemtype="https://schema.org/AggregateRating"><b itemprop="ratingValue">4</b></div>
      <b itemprop="name">nobody's</b>`);
    expect(JSON.parse(JSON.stringify(microdata))).toEqual([
      {
        type: "https://schema.org/Product",
        props: {
          name: ["Rye"],
          alternateName: ["Rye"],
          sku: ["7"],
          offers: [{ type: "https://schema.org/Offer", props: { price: ["4"] } }],
        },
      },
      { type: "https://schema.org/Organization", props: { name: ["Sunny"] } },
      { type: "https://schema.org/AggregateRating", props: { ratingValue: ["4"] } },
    ]);
  });

  test("an ordinary shop's microdata is understood", () => {
    const raw = collect(`<div itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Rye</h1>
      <div itemprop="brand" itemscope itemtype="http://schema.org/Brand"><span itemprop="name">Sunny</span></div></div>`);
    expect(readPage(raw)).toMatchObject({ kind: "product", product: { name: "Rye", brand: "Sunny" } });
  });

  test("everything is cut to size", () => {
    const deep = `${'<div itemprop="a" itemscope>'.repeat(50)}<i itemprop="x">v</i>${"</div>".repeat(50)}`;
    const raw = collect(
      `<title>${"t".repeat(5000)}</title><h1>${"h".repeat(5000)}</h1>` +
        repeated(300, `<meta name="${"n".repeat(300)}" content="${"c".repeat(3000)}">`) +
        repeated(300, `<a rel="me" href="https://x.example/${"p".repeat(3000)}">x</a>`) +
        repeated(60, `<script type="application/ld+json">${"j".repeat(20_000)}</script>`) +
        `<div itemscope itemtype="T">${repeated(200, '<i itemprop="same">v</i>')}${Array.from({ length: 100 }, (_, index) => `<i itemprop="p${index}">v</i>`).join("")}${deep}</div>` +
        repeated(50, "<div itemscope></div>"),
    );
    expect([raw.meta.length, raw.links.length, raw.microdata.length]).toEqual([200, 200, 30]);
    expect(raw.jsonLd.join("").length).toBeLessThanOrEqual(512_000);
    expect(raw.microdata[0]?.props["same"]).toHaveLength(20);
  });

  test("a script of ten megabytes is cut, not carried", () => {
    const raw = collect(`<script type="application/ld+json">${"[".repeat(10_000_000)}</script>`);
    expect(raw.jsonLd[0]).toHaveLength(256_000);
    expect(readPage(raw).kind).toBe("other");
  });

  test("names such as __proto__ are properties, never prototypes", () => {
    const raw = collect('<div itemscope><i itemprop="__proto__">x</i><i itemprop="constructor">y</i></div>');
    expect(Object.keys(raw.microdata[0]?.props ?? {})).toEqual(["__proto__", "constructor"]);
    expect({}).not.toHaveProperty("x");
  });

  test("marks tell the software behind a page", () => {
    expect(collect(`<div id="mastodon"></div><article class="h-entry"></article>`).marks).toEqual([
      "mastodon",
      "hentry",
    ]);
    expect(collect(`<form action="/en/cart/add"><button>Add</button></form>`).marks).toEqual(["buyable"]);
    expect(collect("<p>Nothing.</p>").marks).toEqual([]);
  });

  test("a page that shadows the DOM is read as empty, not as an error", () => {
    const form = { textContent: 1 };
    const shadowed = { title: form, querySelectorAll: form, documentElement: form } as unknown as Document;
    expect(collectRawPage(shadowed, location)).toEqual({
      url: location.href,
      title: "",
      jsonLd: [],
      meta: [],
      links: [],
      microdata: [],
      hasPassword: false,
      articleCount: 0,
      texts: [],
    });
  });
});
