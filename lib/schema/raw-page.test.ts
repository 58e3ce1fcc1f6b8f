import { describe, expect, test } from "vitest";
import { RawPageSchema } from "./raw-page.ts";

const page = {
  url: "https://a.example/",
  title: "A",
  jsonLd: [],
  meta: [],
  links: [],
  microdata: [],
  hasPassword: false,
  articleCount: 0,
};
const nested = (depth: number): object => ({ type: "T", props: depth > 1 ? { a: [nested(depth - 1)] } : {} });
const accepts = (parts: object): boolean => RawPageSchema.safeParse({ ...page, ...parts }).success;

describe("RawPageSchema", () => {
  test("accepts what content code sends, at its limits", () => {
    expect(accepts({})).toBe(true);
    expect(
      accepts({
        lang: "en",
        heading: "h",
        meta: [["a", "b"]],
        links: [
          ["canonical", "https://a.example/"],
          ["alternate", "x", "de"],
        ],
      }),
    ).toBe(true);
    expect(accepts({ microdata: Array.from({ length: 30 }, () => nested(4)) })).toBe(true);
    expect(accepts({ jsonLd: ["x".repeat(256_000), "x".repeat(256_000)] })).toBe(true);
  });

  test.each<[string, object]>([
    ["a long address", { url: "x".repeat(4097) }],
    ["a huge script", { jsonLd: ["x".repeat(256_001)] }],
    ["too much text in all", { jsonLd: Array.from({ length: 3 }, () => "x".repeat(200_000)) }],
    ["41 scripts", { jsonLd: Array.from({ length: 41 }, () => "{}") }],
    ["201 meta", { meta: Array.from({ length: 201 }, () => ["a", "b"]) }],
    ["201 links", { links: Array.from({ length: 201 }, () => ["a", "b"]) }],
    ["31 items", { microdata: Array.from({ length: 31 }, () => nested(1)) }],
    ["items five deep", { microdata: [nested(5)] }],
    [
      "61 properties",
      {
        microdata: [
          {
            type: "T",
            props: Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`p${index}`, ["x"]])),
          },
        ],
      },
    ],
    ["a long value", { microdata: [{ type: "T", props: { a: ["x".repeat(2001)] } }] }],
    ["a number for a title", { title: 1 }],
    ["a negative count", { articleCount: -1 }],
    ["nothing of a field", { hasPassword: undefined }],
  ])("refuses %s", (_, parts) => expect(accepts(parts)).toBe(false));

  test("a hundred thousand levels are refused, not followed", () => {
    let deep: object = { type: "T", props: {} };
    for (let level = 0; level < 100_000; level += 1) deep = { type: "T", props: { a: [deep] } };
    expect(accepts({ microdata: [deep] })).toBe(false);
  });
});
