import { readFileSync } from "node:fs";
import { expand } from "jsonld";
import { beforeAll, describe, expect, it } from "vitest";
import { aCollection, anItem } from "../../../../components/testing/research.ts";
import { aCoding, aFullItem, hostileTexts, rowOf, textBy } from "../../../../tests/support/research-rows.ts";
import type { Collection } from "../../../model/research/collection.ts";
import { annotation } from "./annotation.ts";

type Json = Record<string, unknown>;

/*
 * The terms of https://www.w3.org/ns/anno.jsonld that our annotations use, written by us: the W3C's document stays out
 * of the repository, and nothing may be fetched. A term that is not among them is lost in the expansion, which the
 * tests below would notice.
 */
const terms = JSON.parse(
  readFileSync(new URL("../../../../tests/fixtures/research/annotation-terms.json", import.meta.url), "utf8"),
) as Json;
const oa = "http://www.w3.org/ns/oa#";

async function documentLoader(url: string): Promise<{ document: Json; documentUrl: string }> {
  expect(url).toBe("http://www.w3.org/ns/anno.jsonld");
  return { document: terms, documentUrl: url };
}

let collection: Collection;
beforeAll(async () => {
  const code = { id: "returns", name: "Sent back", description: "", colour: 1 };
  collection = await aCollection({
    codebook: { version: 1, codes: [code], createdAt: 0, note: "" },
  });
});

const item = aFullItem();
const { target: _target, ...post } = item;

async function written(...rows: Parameters<typeof textBy>[1]): Promise<Json> {
  return JSON.parse(await textBy(annotation, rows, collection)) as Json;
}

function itemsOf(document: Json): Json[] {
  return (document["first"] as { items: Json[] }).items;
}

describe("web annotations", () => {
  it("expand against the W3C's terms without losing any", async () => {
    const document = await written(rowOf(item, 1, [aCoding(1)]), rowOf(post, 2));
    // `safe` fails where a term means nothing.
    const [expanded] = await expand(document, { documentLoader, safe: true });
    const text = JSON.stringify(expanded);
    for (const term of ["hasBody", "hasTarget", "hasSource", "hasSelector", "refinedBy", "exact", "start"]) {
      expect(text).toContain(`"${oa}${term}"`);
    }
  });

  it("are one collection of one page, with their number", async () => {
    const document = await written(rowOf(post, 1), rowOf(post, 2), rowOf(post, 3), rowOf(post, 4));
    expect(document).toMatchObject({ type: "AnnotationCollection", total: 8, label: "Returns study" });
    expect(itemsOf(document)).toHaveLength(8);
  });

  it("name a brand where it stands, by quote and by characters, not UTF-16 units", async () => {
    const [mention] = itemsOf(await written(rowOf(post, 1)));
    expect(mention).toMatchObject({
      type: "Annotation",
      motivation: "identifying",
      creator: { type: "Software" },
      body: [
        { type: "SpecificResource", source: "https://northwind.example/" },
        { type: "TextualBody", value: "Northwind" },
      ],
      target: {
        type: "SpecificResource",
        source: item.url,
        selector: [
          { type: "TextQuoteSelector", exact: "Northwind", prefix: "👟 Pair 7 of " },
          { exact: item.text, refinedBy: { type: "TextPositionSelector", start: 12, end: 21 } },
        ],
      },
    });
    const characters = Array.from(item.text);
    expect(characters.slice(12, 21).join("")).toBe("Northwind");
  });

  it("keep a selection's quote with what stands around it", async () => {
    const [kept] = itemsOf(await written(rowOf(item, 1)));
    expect(kept).toMatchObject({
      motivation: "highlighting",
      target: {
        selector: [
          { type: "TextQuoteSelector", exact: "the soles", prefix: "Northwind, ", suffix: " again" },
          { type: "TextPositionSelector", start: 22, end: 31 },
        ],
      },
    });
  });

  it("carry codes by name and notes, with who said so and when", async () => {
    const coding = itemsOf(await written(rowOf(post, 1, [aCoding(1)]))).at(-1);
    expect(coding).toMatchObject({
      motivation: "classifying",
      creator: { type: "Person", nickname: "me" },
      created: "2026-11-21T12:00:00.000Z",
      body: [
        { value: "Sent back", purpose: "tagging" },
        { value: "quality", purpose: "tagging" },
        { value: "sentiment: negative", purpose: "tagging" },
        { value: "soles, twice", purpose: "commenting" },
      ],
    });
  });

  it("have an id each, valid as a URN, the same in every export", async () => {
    const rows = [rowOf(item, 1, [aCoding(1)]), rowOf(anItem(2, { mentions: [] }), 2)];
    const ids = itemsOf(await written(...rows)).map(({ id }) => String(id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}#[\w%-]+$/);
    }
    expect(itemsOf(await written(...rows)).map(({ id }) => String(id))).toEqual(ids);
  });

  it("hold any text, and nothing at all", async () => {
    const rows = hostileTexts.map((text, n) => rowOf(anItem(n, { text, mentions: [] }), n));
    expect(itemsOf(await written(...rows))).toHaveLength(hostileTexts.length);
    expect(await written()).toMatchObject({ total: 0, first: { items: [] } });
  });
});
