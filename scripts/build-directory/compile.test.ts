import { describe, expect, test } from "vitest";
import { compileDirectory } from "./compile.ts";
import type { DirectoryRow } from "./directory-row.ts";
import type { BrandFacts } from "./facts.ts";
import { readWebsite } from "./websites.ts";

function brand(name: string, websites: readonly string[], more: Partial<BrandFacts> = {}): BrandFacts {
  return {
    source: "name-suggestion-index",
    name,
    aliases: [],
    sites: websites.flatMap((address) => {
      const read = readWebsite(address);
      return read?.kind === "site" ? [read.site] : [];
    }),
    handles: [],
    weight: 1,
    international: false,
    ...more,
  };
}

function ours(name: string, domains: readonly string[], more: Partial<BrandFacts> = {}): BrandFacts {
  return brand(name, domains, { source: "supplement", international: true, ...more });
}

function compiled(...facts: BrandFacts[]): Record<string, DirectoryRow> {
  return Object.fromEntries(compileDirectory(facts).map((row) => [row.entry.name, row]));
}

describe("whose a domain is", () => {
  test("a group's domain is the group's, and its hotels are guests there", () => {
    const rows = compiled(
      brand("Courtyard", ["https://www.marriott.com/courtyard"]),
      brand("Marriott Hotels", ["https://www.marriott.com/"]),
      brand("Residence Inn", ["https://www.marriott.com/residence-inn"]),
    );
    expect(rows["Marriott Hotels"]?.entry.domains).toEqual(["marriott.com"]);
    expect(rows["Courtyard"]?.entry).toMatchObject({ domains: [], sharedDomains: ["marriott.com"] });
  });

  test("a domain of several, none of its name, is nobody's", () => {
    const rows = compiled(
      brand("Holiday Inn", ["https://ihg.com"]),
      brand("Crowne Plaza", ["https://ihg.com"]),
    );
    expect(Object.values(rows).flatMap(({ entry }) => entry.domains)).toEqual([]);
  });

  test("our own facts decide", () => {
    const rows = compiled(ours("IHG", ["ihg.com"]), brand("Ihg Plaza", ["https://ihg.com"], { weight: 90 }));
    expect(rows["IHG"]?.entry.domains).toEqual(["ihg.com"]);
  });

  test("a page deep in an unrelated site gives no claim to it", () => {
    expect(
      compiled(brand("Bakehouse", ["https://mall.com/shops/bakehouse"]))["Bakehouse"]?.entry,
    ).toMatchObject({
      domains: [],
      sharedDomains: ["mall.com"],
    });
  });

  test("a host of its own name below the group's domain is its own", () => {
    const rows = compiled(ours("Accor", ["accor.com"]), brand("Ibis", ["https://ibis.accor.com/"]));
    expect(rows["Ibis"]?.entry.domains).toEqual(["ibis.accor.com"]);
  });

  test("sites of its name come first, then the rest in the source's order", () => {
    const rows = compiled(
      brand("Foo", ["https://bargains.example.org", "https://foo.de", "https://foo.com"]),
    );
    expect(rows["Foo"]?.entry.domains).toEqual(["foo.de", "foo.com", "example.org"].slice(0, 2));
  });
});

describe("what is one brand", () => {
  test("a domain and a name in common", () => {
    const rows = compileDirectory([
      ours("Lego", ["lego.com"], { aliases: ["The LEGO Group"], owner: "Kirkbi" }),
      brand("LEGO", ["https://www.lego.com/de-de", "https://lego.cn"], { wikidata: "Q1" }),
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.entry).toMatchObject({
      domains: ["lego.com", "lego.cn"],
      wikidata: "Q1",
      owner: "Kirkbi",
    });
  });

  test("a namesake elsewhere is another", () => {
    const rows = compileDirectory([
      ours("Target", ["target.com"]),
      brand("Target", ["https://target.com"], { wikidata: "Q1" }),
      brand("Target", ["https://target.com.au"], { wikidata: "Q2" }),
    ]);
    expect(rows.map(({ entry }) => entry.domains)).toEqual([["target.com"], ["target.com.au"]]);
  });
});

describe("labels that are guessed abroad", () => {
  test("of international brands, in their own name, when no rival is about", () => {
    expect(compiled(ours("Nike", ["nike.com"]))["Nike"]?.labels).toEqual(["nike"]);
    expect(compiled(ours("Orange", ["orange.com"]))["Orange"]?.labels).toEqual([]);
    expect(compiled(ours("Procter & Gamble", ["pg.com"]))["Procter & Gamble"]?.labels).toEqual([]);
    expect(compiled(brand("Localshop", ["https://localshop.de"]))["Localshop"]?.labels).toEqual([]);
    const rivals = compiled(ours("Gemini One", ["geminix.com"]), ours("Geminix", ["geminix.io"]));
    expect(Object.values(rivals).flatMap(({ labels }) => labels)).toEqual([]);
  });
});

describe("handles", () => {
  test("of two go to the one they are named after, else to nobody", () => {
    const rows = compiled(
      brand("Hilton", [], {
        handles: [
          ["twitter", "Hilton"],
          ["facebook", "stays"],
        ],
      }),
      brand("Hampton", [], {
        handles: [
          ["x", "@hilton"],
          ["facebook", "stays"],
        ],
        weight: 9,
      }),
    );
    expect(rows["Hilton"]?.handles).toEqual([["twitter", "Hilton"]]);
    expect(rows["Hampton"]?.handles).toEqual([]);
  });
});
