import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactly, namesWord } from "./exactly.ts";
import { hit } from "./shapes.ts";

const wanted = { domains: ["northwind.example", "northwind.co.uk"], isNamedIn: namesWord("Northwind Shoes") };
const keptOf = async (links: readonly string[], texts: readonly string[] = []): Promise<number> =>
  (await exactly([hit(1, links, texts)], wanted)).length;

describe("by domain", () => {
  test.each([
    "https://northwind.example/",
    "http://www.northwind.example/a?b",
    "https://shop.eu.northwind.example",
    "https://www.northwind.co.uk/x",
  ])("%s is the brand's", async (link) => {
    expect(await keptOf([link])).toBe(1);
  });

  test.each([
    "https://notnorthwind.example/",
    "https://northwind.example.evil.test/",
    "https://evil.test/northwind.example",
    "https://evil.test/?q=https://northwind.example/",
    "https://northwind.example@evil.test/",
    "https://co.uk/",
    "no address",
    "",
  ])("%s is not", async (link) => {
    expect(await keptOf([link])).toBe(0);
  });
});

describe("by name, for brands that the directory does not know", () => {
  test.each([
    "Northwind Shoes",
    "My northwind shoes.",
    "NORTHWIND SHOES'S",
    "Northwind-Shoes: a review",
    "„Northwind Shoes“",
  ])("%s names it", (text) => {
    expect(namesWord("Northwind Shoes")(text)).toBe(true);
  });

  test.each(["Northwind", "shoes, northwind", "Northwind Shoesmith", "xNorthwind Shoes", ""])(
    "%s does not",
    (text) => {
      expect(namesWord("Northwind Shoes")(text)).toBe(false);
    },
  );

  test("a plain word must be written as the brand writes it, except where all is in capitals", () => {
    const ring = namesWord("Ring");
    expect(ring("Ring stopped answering")).toBe(true);
    expect(ring("they ring twice")).toBe(false);
    expect(ring("RING DOORBELL CATCHES FIRE")).toBe(true);
    expect(ring("THEY ring TWICE")).toBe(false);
  });

  test("signs in a name mean themselves", () => {
    expect(namesWord("C&A")("At C & A they said so")).toBe(true);
    expect(namesWord("a.b*c (d)")("a.b*c (d) rocks")).toBe(true);
    expect(namesWord("...")("anything")).toBe(false);
    expect(namesWord(" ")("anything")).toBe(false);
  });

  test("any name is found in itself between spaces, and reading ends", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zÀ-ž0-9'.&+-]{1,12}( [A-Za-z0-9]{1,8})?$/u), (name) => {
        fc.pre(/[\p{L}\p{N}]/u.test(name) && !/^[-–&]|[-–&]$/u.test(name));
        expect(namesWord(name)(`before ${name} after`)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
