import { describe, expect, test } from "vitest";
import { everyItem, itemsOf, textOf, textsOf } from "./item.ts";
import { readJsonLd } from "./json-ld.ts";

const read = (...values: unknown[]) =>
  readJsonLd(values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))));
const summary = (...values: unknown[]) =>
  read(...values).map((item) => `${item.types.join("+")} ${textOf(item, "name") ?? ""}`);

describe("readJsonLd", () => {
  test("arrays, @graph and mainEntity all hold what the page is about", () => {
    expect(summary([{ "@type": "WebSite", name: "a" }])).toEqual(["WebSite a"]);
    expect(
      summary({
        "@graph": [
          { "@type": "Product", name: "b" },
          { "@type": ["Store", "Organization"], name: "c" },
        ],
      }),
    ).toEqual(["Product b", "Store+Organization c"]);
    expect(summary({ "@type": "WebPage", mainEntity: { "@type": "Product", name: "d" } })).toEqual([
      "WebPage ",
      "Product d",
    ]);
  });

  test("what stands inside another item is not what the page is about", () => {
    const [list] = read({
      "@type": "ItemList",
      itemListElement: [{ "@type": "ListItem", item: { "@type": "Product", name: "x" } }],
    });
    expect(everyItem([list!]).filter(({ isMain }) => isMain)).toEqual([list]);
  });

  test("types and properties lose their vocabulary", () => {
    const [item] = read({
      "@type": "http://schema.org/Product",
      "schema:name": "x",
      "https://schema.org/sku": 7,
    });
    expect(item?.types).toEqual(["Product"]);
    expect([textOf(item!, "name"), textOf(item!, "sku")]).toEqual(["x", "7"]);
  });

  test("references by @id are followed, also between scripts; unknown ones stay addresses", () => {
    const [product] = read(
      {
        "@type": "Product",
        name: "x",
        brand: { "@id": "#b" },
        manufacturer: { "@id": "https://m.example/#org" },
      },
      { "@type": "Brand", "@id": "#b", name: "Sunny" },
    );
    expect(itemsOf(product!, "brand").map((brand) => textOf(brand, "name"))).toEqual(["Sunny"]);
    expect(textsOf(product!, "manufacturer")).toEqual(["https://m.example/#org"]);
  });

  test("a circle of references ends", () => {
    const [a] = read({
      "@graph": [
        { "@type": "Organization", "@id": "#a", name: "A", brand: { "@id": "#b" } },
        { "@type": "Brand", "@id": "#b", owner: { "@id": "#a" } },
      ],
    });
    expect(itemsOf(itemsOf(a!, "brand")[0]!, "owner")[0]).toBe(a);
    expect(everyItem([a!])).toHaveLength(2);
  });

  test("broken and escaped scripts are read as far as they go", () => {
    expect(summary('{"@type":"Product","name":"x",}')).toEqual(["Product x"]);
    expect(summary("{&quot;@type&quot;:&quot;Product&quot;,&quot;name&quot;:&quot;x&quot;}")).toEqual([
      "Product x",
    ]);
    expect(summary("not json", "null", "[]", '"text"', "42")).toEqual([]);
  });

  test("depth and number are bounded", () => {
    const deep = `${'{"@type":"Product","isRelatedTo":'.repeat(100_000)}1${"}".repeat(100_000)}`;
    expect(everyItem(read(deep.slice(0, 256_000))).length).toBeLessThan(15);
    const many = JSON.stringify(Array.from({ length: 20_000 }, () => ({ "@type": "Product", name: "x" })));
    expect(read(many).length).toBeLessThanOrEqual(500);
  });

  test("__proto__ and constructor are properties like any other", () => {
    const [item] = read(
      '{"@type":"Product","name":"x","__proto__":{"@type":"Brand"},"constructor":"y","hasOwnProperty":1}',
    );
    expect(textOf(item!, "constructor")).toBe("y");
    expect(textOf(item!, "toString")).toBeUndefined();
  });
});
