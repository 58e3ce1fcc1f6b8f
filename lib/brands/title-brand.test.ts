import { array, assert, boolean, constantFrom, integer, oneof, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { brandInTitle, runsToKnow, titleThreshold } from "./title-brand.ts";

/** The likeliest name in a title. Brands here are invented. */
const best = (title: string, known?: readonly string[]): string | undefined =>
  brandInTitle(title, known && { known: (folded) => known.includes(folded) })[0]?.name;

describe("a maker's name begins a title", () => {
  test.each([
    ["Vornatti Women's Lace-Up Ankle Boot, Navy, 8 M US", "Vornatti"],
    ["Ferrow Hill Men's Waterproof Hiking Shoes", "Ferrow Hill"],
    ["Dorlo, Electric Toothbrush, Soft, 2 Count", "Dorlo"],
    ["Dorlo® Sensitive Whitening Toothpaste", "Dorlo"],
    ["QUELVO Wireless Bluetooth Headphones Over Ear", "QUELVO"],
    ["BrightNest 12 Pack LED Light Bulbs", "BrightNest"],
    ["New Tavrik Electric Guitar with Rosewood Fretboard", "Tavrik"],
    ["2-Pack Tavrik Folding Camping Chair", "Tavrik"],
    ["Amber Valley Naturals Vitamin C 1000 mg, 120 Capsules", "Amber Valley Naturals"],
    ["Pell & Harrow Lavender Hand Soap", "Pell & Harrow"],
    ["Marta Quist Women's Silk Blouse", "Marta Quist"],
    ["Orlen-V HX4410 Cordless Drill", "Orlen-V"],
    ["Gremby's Crunchy Peanut Butter, 16 oz", "Gremby's"],
  ])("%s", (title, name) => {
    expect(best(title)).toBe(name);
  });
});

describe("in other languages", () => {
  test.each([
    ["Vornatti Damen Stiefel aus Leder, schwarz, Größe 39", "Vornatti"],
    ["Quelvo Casque sans fil Bluetooth, noir", "Quelvo"],
    ["Zapatillas de running para mujer Quelvo", "Quelvo"],
    ["Scarpe da uomo Vornatti in pelle nera", "Vornatti"],
    ["Słuchawki bezprzewodowe Quelvo czarne", "Quelvo"],
    ["Кроссовки мужские Vornatti черные", "Vornatti"],
    ["Tênis feminino Vornatti branco", "Vornatti"],
    ["【正規品】QUELVO ワイヤレス イヤホン", "QUELVO"],
  ])("%s", (title, name) => {
    expect(best(title)).toBe(name);
  });
});

describe("elsewhere in a title", () => {
  test.each([
    ["Ceramic Coffee Mug by Ollivander Clay", "Ollivander Clay"],
    ["Wireless Optical Mouse | Dorlo", "Dorlo"],
  ])("%s", (title, name) => {
    expect(best(title)).toBe(name);
  });
});

test("a title that only describes is hardly taken for a name", () => {
  for (const title of [
    "Women's Running Shorts Quick Dry Breathable",
    "Black Leather Wallet for Men",
    "5 Pack Cotton Socks",
  ]) {
    expect(brandInTitle(title)[0]?.confidence ?? 0).toBeLessThan(titleThreshold);
  }
});

test("what the directory knows is taken more readily, and its length from there", () => {
  const title = "Silver Lane Deluxe Espresso Machine";
  const [blind] = brandInTitle(title);
  const [seeing] = brandInTitle(title, { known: (folded) => folded === "silverlane" });
  expect(seeing?.name).toBe("Silver Lane");
  expect(seeing?.reasons).toContain("known");
  expect(seeing?.confidence).toBeGreaterThan(blind?.confidence ?? 1);
});

test("what would be asked of the directory covers what is asked", () => {
  const title = "New Ferrow Hill Men's Shoes by Dorlo - Quelvo";
  const asked = new Set<string>();
  brandInTitle(title, { known: (folded) => (asked.add(folded), false) });
  const offered = new Set(
    runsToKnow(title).map((run) => run.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "")),
  );
  expect([...asked].filter((name) => !offered.has(name))).toEqual([]);
});

test("of any text: exact offsets, chances that sum to one at most, the likeliest first", () => {
  const text = oneof(
    array(integer({ min: 0, max: 0x10ffff }), { maxLength: 200 }).map((codes) =>
      String.fromCodePoint(...codes),
    ),
    array(
      constantFrom(
        "New",
        "Dorlo",
        "by",
        "&",
        ",",
        "|",
        "®",
        "(",
        ")",
        "men's",
        "12",
        "oz",
        "ー",
        "靴",
        "\u0301",
      ),
      {
        maxLength: 80,
      },
    ).map((parts) => parts.join(" ")),
  );
  assert(
    property(text, boolean(), (title, isKnown) => {
      const found = brandInTitle(title, { known: () => isKnown });
      expect(found.length).toBeLessThanOrEqual(8);
      for (const { name, start, end, confidence } of found) {
        expect(title.slice(start, end)).toBe(name);
        expect(name).not.toBe("");
        expect(confidence).toBeGreaterThanOrEqual(0);
      }
      const chances = found.map(({ confidence }) => confidence);
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeLessThanOrEqual(1.000001);
      expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    }),
  );
});

test("a title of a megabyte is read no further than its beginning", () => {
  const [found] = brandInTitle(`Dorlo Women's Shoes ${"a-".repeat(500_000)}`);
  expect(found?.name).toBe("Dorlo");
});
