import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fact } from "./fact.ts";
import { isWithinYear, leadingRecall, recallMatch, type ComparedProduct } from "./recall-match.ts";

const now = Date.UTC(2026, 4, 20);
const day = 86_400_000;

function recall(changes: Partial<Fact> = {}): Fact {
  return {
    key: "cpsc:1",
    source: "cpsc",
    kind: "recall",
    title: "Kite recalls camping stoves",
    url: "https://recalls.example/1",
    ...changes,
  };
}

function product(name: string, gtins: readonly string[] = []): ComparedProduct {
  return { name, gtins, brand: "Kite" };
}

describe("a recall concerns a product", () => {
  it.each([
    ["the same number", "9526543210986", "Stove 9526543210986"],
    ["a shorter form of it", "0012345678905", "UPC 012345678905"],
    ["a number with gaps", "9526543210986", "EAN 9 526543 210986"],
  ])("by GTIN: %s", (_, gtin, written) => {
    expect(recallMatch(recall({ details: [written] }), product("Whatever", [gtin]))).toBe("gtin");
  });

  it("not by a number that only begins alike", () => {
    const longer = recall({ details: ["9526543210986123"] });
    expect(recallMatch(longer, product("Whatever", ["9526543210986"]))).toBeUndefined();
  });

  it.each([
    ["Kite WH-1000XM4 headphones", "Headphones WH1000XM4"],
    ["Stove AB.2205/C", "AB2205C gas stove"],
  ])("by model number: %s", (name, recalled) => {
    expect(recallMatch(recall({ products: [recalled] }), product(name))).toBe("model");
  });

  it("not by a quantity that looks like a model", () => {
    expect(recallMatch(recall({ products: ["Syrup 500ml"] }), product("Kite Oil 500ml"))).toBeUndefined();
    expect(recallMatch(recall({ products: ["Heater 1500 W"] }), product("Kettle 1500 W"))).toBeUndefined();
  });

  it.each([
    ["Kite Water Bottle 10-pack", "Candles 10-pack"],
    ["12-inch Kite Pan", "12-INCH ladder"],
    ["Stroller 3-in-1", "Car seat 3-in-1"],
    ["Kite Camera 1080p", "Baby monitor 1080p"],
    ["Baking dish 9x13", "Lid 9x13"],
    ["Speaker IP67", "Lamp IP67"],
    ["Remote with CR2032", "Scale, CR2032 battery"],
    ["Omega-3 capsules", "Omega-3 gummies"],
    ["Wi-Fi 802.11ac router", "Camera 802.11ac"],
    ["Heater 1500-watt", "Kettle 1500-watt"],
    ["USB-C 3.2 hub", "USB-C3.2 charger"],
    ["Sunscreen SPF-50", "Lip balm SPF-50"],
  ])("not by what is no model number: %s", (name, recalled) => {
    expect(recallMatch(recall({ products: [recalled] }), product(name))).toBeUndefined();
  });

  it("not by zeros that stand for a number nobody has", () => {
    const zeros = recall({ details: ["UPC 00000000"] });
    expect(recallMatch(zeros, product("Whatever", ["0000000000000"]))).toBeUndefined();
  });

  it.each([
    ["Trail Runner 2", "Trail Runner 2 shoes"],
    ["Trail Runner 2", "Trail Runner 2 Pro and Trail Runner 2"],
    ["Kite Trail Runner 2, blue, size 42 cm", "TRAIL RUNNER 2 running shoes (all colours)"],
    ["Men's Café Crème Maker", "Cafe creme maker"],
  ])("by all distinctive words of its name: %s", (name, recalled) => {
    expect(recallMatch(recall({ products: ["Tent", recalled] }), product(name))).toBe("name");
  });

  it.each([
    ["another number of the row", "Trail Runner 3", "Trail Runner 2 shoes"],
    ["a part of the words", "Trail Runner 2 Pro", "Trail Runner 2"],
    ["the name of a larger one", "Trail Runner 2", "Trail Runner 2 Pro"],
    ["the name of a later one", "Trail Runner", "Trail Runner 2 shoes"],
    ["the name of a later generation", "Video Doorbell", "Video Doorbell (2nd Generation)"],
    ["the name of a smaller one", "Homepod", "Homepod mini"],
    [
      "words of a list of what is in it",
      "Honey Almonds",
      "Granola bars, made of oats, honey, sugar, syrup, wheat, salt, milk, soy, almonds",
    ],
    ["a word that differs in a vowel sign", "की", "का"],
    ["words of two recalled products", "Trail Stove", "Trail"],
    ["one common word", "Kettle", "Kettle lamp with cable"],
    ["its brand alone", "Kite", "Kite"],
    ["nothing", "", ""],
  ])("not by %s", (_, name, recalled) => {
    expect(recallMatch(recall({ products: [recalled, "Stove Deluxe"] }), product(name))).toBeUndefined();
  });

  it("by one word where the recalled product is called nothing else", () => {
    expect(recallMatch(recall({ products: ["Kite Snuggler"] }), product("Snuggler"))).toBe("name");
  });

  it("never by who sold it or by what else the record says", () => {
    const sold = recall({
      products: ["Camping stove"],
      details: ["Sold at Megashop Trail Runner stores", "Exchange it for the model WH-1000XM4"],
    });
    expect(recallMatch(sold, product("Megashop Trail Runner"))).toBeUndefined();
    expect(recallMatch(sold, product("WH-1000XM4"))).toBeUndefined();
  });

  it("by the record's title where it lists no products", () => {
    expect(
      recallMatch(recall({ title: "Kite: Trail Runner 2", products: [] }), product("Trail Runner 2")),
    ).toBe("name");
  });

  it("whatever stands in names, without an exception", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, recalled) => {
        const match = recallMatch(recall({ products: [recalled] }), product(name));
        expect([undefined, "gtin", "model", "name"]).toContain(match);
      }),
    );
  });
});

describe("the recall that leads", () => {
  const old = now - 400 * day;
  const facts = [
    recall({ key: "a", at: now - 10 * day, severity: "slight", products: ["Tent"] }),
    recall({ key: "b", at: now - 90 * day, severity: "serious", products: ["Lamp"] }),
    recall({ key: "c", at: old, severity: "moderate", products: ["Trail Runner 2"] }),
    recall({ key: "d", kind: "complaint", at: now }),
  ];

  it("is of this product, however old", () => {
    expect(leadingRecall(facts, product("Trail Runner 2"), now)).toMatchObject({
      concerns: "product",
      match: "name",
      fact: { key: "c" },
      count: 1,
    });
  });

  it("is else the brand's worst within twelve months", () => {
    expect(leadingRecall(facts, product("Sleeping bag"), now)).toMatchObject({
      concerns: "brand",
      fact: { key: "b" },
      count: 2,
    });
    expect(leadingRecall(facts, undefined, now)).toMatchObject({ concerns: "brand" });
  });

  it("is none where all are older or nobody says when", () => {
    expect(leadingRecall([recall({ at: old }), recall()], undefined, now)).toBeUndefined();
    expect(leadingRecall([], product("Trail Runner 2"), now)).toBeUndefined();
  });

  it("counts twelve months to the day", () => {
    expect(isWithinYear(now - 364 * day, now)).toBe(true);
    expect(isWithinYear(now - 365 * day, now)).toBe(false);
    expect(isWithinYear(undefined, now)).toBe(false);
  });
});
