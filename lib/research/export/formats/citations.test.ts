import { Cite } from "@citation-js/core";
import "@citation-js/plugin-ris";
import { beforeAll, describe, expect, it } from "vitest";
import { aCollection, anItem } from "../../../../components/testing/research.ts";
import { aFullItem, hostileTexts, rowOf, textBy } from "../../../../tests/support/research-rows.ts";
import type { Collection } from "../../../model/research/collection.ts";
import { cslJson } from "./csl-json.ts";
import { ris } from "./ris.ts";

interface Entry {
  readonly title?: string;
  readonly author?: readonly { readonly literal?: string; readonly family?: string }[];
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
  readonly abstract?: string;
  readonly URL?: string;
}

let collection: Collection;
beforeAll(async () => void (collection = await aCollection()));

function read(text: string): Entry[] {
  return new Cite(text, { generateGraph: false }).data as Entry[];
}

const item = aFullItem();
const hostile = hostileTexts.map((text, n) => rowOf(anItem(n, { text, author: `a${text}` }), n));

describe("RIS", () => {
  it("is read by citation-js", async () => {
    const [entry] = read(await textBy(ris, [rowOf(item, 1)], collection));
    expect(entry).toMatchObject({ title: "A page, with a title", URL: item.url });
    expect(entry?.issued?.["date-parts"]).toEqual([[2026, 10, 22]]);
    expect(entry?.abstract).toBe(item.text);
  });

  it("keeps an entry together, whatever its text", async () => {
    const text = await textBy(ris, hostile, collection);
    expect(text.match(/^TY {2}- /gm)).toHaveLength(hostile.length);
    expect(text.match(/^ER {2}- /gm)).toHaveLength(hostile.length);
    expect(read(text)).toHaveLength(hostile.length);
  });
});

describe("CSL-JSON", () => {
  it("is read by citation-js", async () => {
    const [entry] = read(await textBy(cslJson, [rowOf(item, 1)], collection));
    expect(entry).toMatchObject({
      title: "A page, with a title",
      author: [{ literal: "p-7" }],
      issued: { "date-parts": [[2026, 10, 22]] },
      URL: item.url,
      type: "post",
    });
  });

  it("says no more of a date than the page told", async () => {
    const month = anItem(1, { publishedAtPrecision: "month" });
    const [entry] = read(await textBy(cslJson, [rowOf(month, 1)], collection));
    expect(entry?.issued?.["date-parts"]).toEqual([[2026, 10]]);
  });

  it("is one array of every entry, empty for nothing", async () => {
    const entries = JSON.parse(await textBy(cslJson, hostile, collection)) as Entry[];
    expect(entries.map(({ abstract }) => abstract)).toEqual([...hostileTexts]);
    expect(JSON.parse(await textBy(cslJson, [], collection))).toEqual([]);
  });
});
