import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PageFacts, SelfName } from "../model/page.ts";
import { agrees, wordsOfLabel } from "./domain-words.ts";
import { siteName } from "./site-name.ts";

const name = (label: string, parts: Partial<PageFacts>) => {
  const facts: PageFacts = {
    url: `https://${label}.com/`,
    kind: "home",
    title: "",
    claimedRatings: [],
    hasPassword: false,
    ...parts,
  };
  const found = siteName(facts, label, `${label}.com`);
  return [found.name, found.evidence.code];
};

describe("siteName", () => {
  test.each<[string, Partial<PageFacts>, [string, string]]>([
    ["sunnybakery", { siteName: "Sunny Bakery" }, ["Sunny Bakery", "site-name"]],
    ["sunnybakery", { siteName: "Sunny Bakery | Bread, cakes and more" }, ["Sunny Bakery", "site-name"]],
    [
      "sunnybakery",
      { siteName: "WordPress", organization: { name: "Sunny Bakery", sameAs: [] } },
      ["Sunny Bakery", "markup-organization"],
    ],
    ["sunnybakery", { title: "Bread | Sunny Bakery Ltd." }, ["Sunny Bakery Ltd.", "title"]],
    [
      "peakviewroofingco",
      { title: "Welcome to Peak View Roofing Company - Denver" },
      ["Peak View Roofing Company", "title"],
    ],
    ["millsandsons", { heading: "Mills & Sons" }, ["Mills & Sons", "page-words"]],
    ["rspa", { title: "R.S. Pressman & Associates, Inc." }, ["R.S. Pressman & Associates", "title"]],
    ["mysunnybakery", { title: "Sunny Bakery - Home" }, ["Sunny Bakery", "title"]],
    [
      "sunnybakery",
      { title: "Contact", description: "At Sunny Bakery we bake." },
      ["Sunny Bakery", "page-words"],
    ],
    [
      "callpaul",
      { title: "Contact", description: "If hurt, call. Paul will help." },
      ["callpaul.com", "domain-only"],
    ],
    ["sbk", { siteName: "Something Else" }, ["Something Else", "site-name"]],
    ["sunnybakery", { title: "Home" }, ["sunnybakery.com", "domain-only"]],
    // The part of the title that stands beside what pages call their parts is the owner's, whatever the domain.
    ["sbk", { title: "contact us | Sunny Bakery" }, ["Sunny Bakery", "title"]],
    ["sbk", { title: "Sunny Bakery: Contact Us" }, ["Sunny Bakery", "title"]],
    ["sbk", { title: "Sunny Bakery Contact Us" }, ["Sunny Bakery", "title"]],
    [
      "sbk",
      { title: "Sunny Bakery, Cakes and Bread (Springfield, 12345): Home" },
      ["Sunny Bakery, Cakes and Bread", "title"],
    ],
    ["sbk", { title: "Fresh bread | Contact us | Sunny Bakery" }, ["Sunny Bakery", "title"]],
    ["sbk", { title: "Contact us | Fresh bread | Sunny Bakery" }, ["sbk.com", "domain-only"]],
    ["sbk", { title: "Bread: fresh" }, ["sbk.com", "domain-only"]],
    ["sunnybakery", { title: "Ten recipes for bread" }, ["sunnybakery.com", "domain-only"]],
  ])("%s %j", (label, parts, expected) => expect(name(label, parts)).toEqual(expected));
});

const said = (...names: SelfName[]): Partial<PageFacts> => ({ selfNames: names });

describe("siteName from the page's own words", () => {
  test.each<[string, Partial<PageFacts>, string]>([
    ["sbk", said({ from: "copyright", text: "Sunny Bakery Ltd" }), "Sunny Bakery Ltd"],
    ["sunny", { title: "Sunny Bakery", ...said({ from: "logo", text: "Sunny Bakery" }) }, "Sunny Bakery"],
    [
      "sbk",
      {
        title: "Bread | Sunny Bakery",
        ...said({ from: "legal", text: "Moon Mill Ltd" }, { from: "home", text: "Sunny Bakery" }),
      },
      "Sunny Bakery",
    ],
    ["arbours-at-sweet", said({ from: "logo", text: "The Arbours at Sweet" }), "The Arbours at Sweet"],
    ["sunnybakery", { siteName: "Sunny Bakery Help Center" }, "Sunny Bakery"],
    [
      "unknown",
      { title: "Contact us | Sunny Bakery", ...said({ from: "mail", text: "hi@sunnybakery.test" }) },
      "Sunny Bakery",
    ],
  ])("%s %j", (label, parts, expected) => expect(name(label, parts)[0]).toBe(expected));

  test("headings, menus and other people's mail hosts name nobody", () => {
    const parts = {
      title: "Home",
      heading: "Ten loaves for the weekend",
      ...said(
        { from: "heading", text: "Our loaves" },
        { from: "home", text: "Home" },
        { from: "logo", text: "PayPal" },
        { from: "mail", text: "sunny@gmail.com" },
      ),
    };
    expect(name("sbk", parts)).toEqual(["sbk.com", "domain-only"]);
  });

  test("for any texts a name is found or not, and reading ends", () => {
    const from = fc.constantFrom(
      "logo",
      "home",
      "card",
      "copyright",
      "legal",
      "welcome",
      "heading",
      "mail",
      "line",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("Sunny Bakery", "a@b.test", "| - ·"),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ from, text }) as fc.Arbitrary<SelfName>, { maxLength: 150 }),
        (names) => {
          expect(name("sunnybakery", { selfNames: names })[0]).toBeTruthy();
        },
      ),
      { numRuns: 30 },
    );
  });
});

test("a name agrees with a domain in short forms and by its initials, not by chance", () => {
  expect(
    ["Sunny Bakery", "Sunny", "National Shoe House"].map((each, index) =>
      agrees(each, ["sunny-bakery", "sunnybakery", "nsh"][index]!),
    ),
  ).toEqual([true, true, true]);
  expect(["Moon", "A", "", "BBC"].map((each) => agrees(each, "sunnybakery"))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("for any text a run of words is part of the text, and reading ends", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 500 }),
      fc.stringMatching(/^[a-z-]{0,20}$/),
      (text, label) => {
        const found = wordsOfLabel(text, label);
        if (found !== undefined) expect(text.replaceAll(/\s+/gu, " ")).toContain(found);
      },
    ),
  );
  expect(wordsOfLabel("a ".repeat(100_000), "aaaaaaaaaaaaaaaaaaaa")).toBeUndefined();
});
