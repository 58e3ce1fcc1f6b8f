import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PageFacts } from "../model/page.ts";
import { agrees, siteName, wordsOfLabel } from "./site-name.ts";

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
    ["millsandsons", { heading: "Mills & Sons" }, ["Mills & Sons", "title"]],
    ["rspa", { title: "R.S. Pressman & Associates, Inc." }, ["R.S. Pressman & Associates", "title"]],
    ["mysunnybakery", { title: "Sunny Bakery - Home" }, ["Sunny Bakery", "title"]],
    ["sunnybakery", { title: "Contact", description: "At Sunny Bakery we bake." }, ["Sunny Bakery", "title"]],
    [
      "callpaul",
      { title: "Contact", description: "If hurt, call. Paul will help." },
      ["callpaul.com", "domain-only"],
    ],
    ["sbk", { siteName: "Something Else" }, ["Something Else", "site-name"]],
    ["sunnybakery", { title: "Home" }, ["sunnybakery.com", "domain-only"]],
    ["sunnybakery", { title: "Ten recipes for bread" }, ["sunnybakery.com", "domain-only"]],
  ])("%s %j", (label, parts, expected) => expect(name(label, parts)).toEqual(expected));
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
