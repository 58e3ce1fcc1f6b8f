import * as fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Behind, RawBehind } from "../../model/behind.ts";
import { RawBehindSchema } from "../../schema/raw-behind.ts";
import { collectBehind } from "./collect-behind.ts";
import { readBehind } from "./read-behind.ts";

interface PageParts {
  readonly body: string;
  readonly head?: string;
  readonly path?: string;
}

function collect({ body, head = "<title>Northwind</title>", path = "/" }: PageParts): RawBehind {
  const { document } = parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
  const location = { href: `https://northwind.example${path}`, pathname: path } as Location;
  return collectBehind(document, location);
}

const link = (href: string): string => `<a href="${href}">Community</a>`;
const behind = (parts: PageParts): Behind => readBehind(collect(parts));
const me = (parts: PageParts): Behind["me"] => behind(parts).me;

describe("an imprint", () => {
  const imprint = behind({
    path: "/impressum",
    head: "<title>Impressum | Northwind</title>",
    body: `<main><h1>Impressum</h1>
      <p>Northwind Schuhe GmbH<br>Hafenstraße 12<br>20457 Hamburg</p>
      <p>Telefon: +49 40 1234567<br>E-Mail: hallo@northwind.example</p>
      <p>Amtsgericht Hamburg, HRB 123456</p><p>USt-IdNr.: DE136695976</p></main>`,
  });

  it("tells the company and where it sits", () => {
    expect(imprint.legalName).toEqual({ value: "Northwind Schuhe GmbH", from: "imprint" });
    expect(imprint.address).toEqual({ value: "Hafenstraße 12, 20457 Hamburg", from: "imprint" });
  });

  it("tells how it is reached", () => {
    expect(imprint.email?.value).toBe("hallo@northwind.example");
    expect(imprint.phone?.value).toBe("+49 40 1234567");
  });

  it("tells its numbers in public registers", () => {
    expect(imprint.vat).toEqual([{ value: "DE136695976", country: "DE", from: "imprint" }]);
    expect(imprint.registers).toEqual([
      { label: "Handelsregister", value: "HRB 123456, Hamburg", from: "imprint" },
    ]);
  });
});

describe("the site's own forum", () => {
  it.each(["https://community.northwind.example/c/boots?x=1", "https://forums.northwind.example"])(
    "is where the page links to it (%s)",
    (href) => {
      expect(behind({ body: link(href) }).forum).toBe(new URL(href).origin);
    },
  );

  it.each([
    ["on somebody else's site", "https://community.other.example/"],
    ["on a site that looks like it", "https://community.northwind.example.evil.test/"],
    ["without encryption", "http://forum.northwind.example/"],
    ["a page of the site", "https://northwind.example/community"],
  ])("is nothing %s", (_name, href) => {
    expect(behind({ body: link(href) }).forum).toBeUndefined();
  });

  it("is the page itself where that is a forum", () => {
    const head = '<title>Talk</title><meta name="generator" content="Discourse 3.4">';
    expect(behind({ head, body: "<p>Hello</p>" }).forum).toBe("https://northwind.example");
  });
});

describe("a footer", () => {
  it("names who holds the copyright, not who made the site", () => {
    const { legalName } = behind({
      body: "<h1>Shoes</h1><footer><p>© 2026 Northwind Shoes Ltd. All rights reserved.</p><p>Website by Pixel Works Ltd</p></footer>",
    });
    expect(legalName).toEqual({ value: "Northwind Shoes Ltd.", from: "footer" });
  });

  it("tells where its owner sits, in one line with a year", () => {
    const { address } = behind({
      body: "<h1>Bread</h1><footer>© 2026 Kvist Bageri GmbH · Hafenstraße 12 · 20457 Hamburg</footer>",
    });
    expect(address).toEqual({ value: "Hafenstraße 12, 20457 Hamburg", from: "footer" });
  });

  it("leads to the site's own pages, not to those of others", () => {
    const { links } = behind({
      body: `<footer><a href="/impressum">Impressum</a><a href="/agb">AGB</a><a href="/kontakt">Kontakt</a>
        <a href="https://agency.example/impressum">Imprint</a><a href="javascript:alert(1)">Imprint</a></footer>`,
    });
    expect(links).toEqual([
      { kind: "imprint", text: "Impressum", href: "https://northwind.example/impressum" },
      { kind: "terms", text: "AGB", href: "https://northwind.example/agb" },
      { kind: "contact", text: "Kontakt", href: "https://northwind.example/kontakt" },
    ]);
  });
});

describe("structured data", () => {
  it("comes before what stands in texts", () => {
    const data = {
      "@context": "https://schema.org",
      "@type": "Organization",
      name: "Northwind",
      legalName: "Northwind Shoes GmbH",
      url: "https://northwind.example/",
      email: "mailto:hello@northwind.example",
      vatID: "DE136695976",
    };
    const found = behind({
      head: `<title>Northwind</title><script type="application/ld+json">${JSON.stringify(data)}</script>`,
      body: "<footer>© 2026 Somebody Else Ltd</footer>",
    });
    expect(found.legalName).toEqual({ value: "Northwind Shoes GmbH", from: "structured-data" });
    expect(found.email).toEqual({ value: "hello@northwind.example", from: "structured-data" });
    expect(found.vat).toEqual([{ value: "DE136695976", country: "DE", from: "structured-data" }]);
  });
});

describe("a product", () => {
  const product = behind({
    path: "/p/1",
    body: `<h1>Trail 2</h1><p>Sold by Sunny Outlet</p>
      <h3>Manufacturer</h3><p>Kite Footwear Inc.<br>1 Main Street<br>Springfield, IL 62701</p>
      <h3>EU responsible person</h3><p>Kite Europe B.V.<br>Keizersgracht 1<br>1015 CN Amsterdam<br>eu@kite.example</p>
      <h3>Reviews</h3>`,
  });

  it("has somebody who answers for it in the European Union", () => {
    expect(product.responsible).toEqual({
      name: "Kite Europe B.V.",
      address: "Keizersgracht 1, 1015 CN Amsterdam",
      contact: "eu@kite.example",
      from: "page",
    });
  });

  it("has a maker and a seller", () => {
    expect(product.maker?.name).toBe("Kite Footwear Inc.");
    expect(product.seller).toEqual({ value: "Sunny Outlet", from: "page" });
  });
});

describe("a place", () => {
  it("is where the page's map shows it", () => {
    const { place } = behind({
      head: '<title>Corner Café</title><script type="application/ld+json">{"@type":"CafeOrCoffeeShop","name":"Corner Café","address":"Main Street 1, 12345 Town"}</script>',
      body: '<iframe src="https://www.openstreetmap.org/?mlat=53.5421&mlon=9.9883#map=17/53.5421/9.9883"></iframe>',
    });
    expect(place).toMatchObject({ name: "Corner Café", point: { latitude: 53.5421, longitude: 9.9883 } });
  });
});

describe("a reviewer's key", () => {
  const key = "backtalk-key:MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE";

  it("is what rel=me leads to, in the head or in the text", () => {
    expect(me({ head: `<link rel="me" href="${key}#Anna">`, body: "" })).toEqual([`${key}#Anna`]);
    expect(me({ body: `<a rel="nofollow me" href="${key}">My reviews</a>` })).toEqual([key]);
  });

  it("is no other link, and nothing that merely mentions one", () => {
    expect(me({ body: `<a href="${key}">Anna's</a> ${key}` })).toBeUndefined();
    expect(me({ body: '<a rel="me" href="https://social.example/@anna">Elsewhere</a>' })).toBeUndefined();
    expect(me({ body: `<a rel="menu" href="${key}">Menu</a>` })).toBeUndefined();
  });
});

describe("pages that say nothing", () => {
  it("have nobody behind them", () => {
    expect(behind({ body: "<h1>Hello</h1><p>Words.</p>" })).toEqual({ vat: [], registers: [], links: [] });
  });

  it("an article that speaks of a company says nothing of its own", () => {
    const { legalName, address } = behind({
      body: "<article><h1>News</h1><p>Acme GmbH opens in Hafenstraße 12, 20457 Hamburg.</p></article><p>Read on</p>",
    });
    expect({ legalName, address }).toEqual({});
  });
});

describe("hostile pages", () => {
  it("are read within the bounds that are checked again, whatever they hold", () => {
    const long = "x ".repeat(20_000);
    const raw = collect({
      body: `${`<footer>${long}</footer>`.repeat(10)}${`<address>${long}</address>`.repeat(40)}${'<a href="/imprint">Imprint</a>'.repeat(50)}`,
    });
    expect(RawBehindSchema.safeParse(raw).success).toBe(true);
  });

  it("never throw", () => {
    const { page } = collect({ body: "" });
    const block = fc.tuple(
      fc.constantFrom("imprint", "footer", "address", "responsible", "maker", "seller"),
      fc.string({ maxLength: 300, unit: "grapheme" }),
    );
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 8 }),
        fc.array(fc.string(), { maxLength: 4 }),
        (blocks, maps) => {
          readBehind({
            page,
            blocks,
            links: [["Imprint", maps[0] ?? ""]],
            maps,
          });
        },
      ),
    );
  });
});
