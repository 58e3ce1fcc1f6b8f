import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCollection, anItem, sampleNoon } from "../../../components/testing/research.ts";
import { addItems, changeItem, deleteItems, putCodings } from "../../db/research-items.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import { CancelledError } from "../../errors.ts";
import type { Coding } from "../../model/research/coding.ts";
import type { NewItem } from "../../model/research/item.ts";
import type { ItemFilter, ItemQuery } from "../../model/research/query.ts";
import { QueryService } from "./query-service.ts";

let db: ResearchDatabase;
let queries: QueryService;
let databases = 0;
const failures: unknown[] = [];

beforeEach(async () => {
  db = openResearch(`query-service-${databases++}`);
  queries = new QueryService(db, (cause) => failures.push(cause));
  await db.collections.put(await aCollection());
});
afterEach(async () => {
  await queries.settled();
  await db.delete();
  expect(failures.splice(0)).toEqual([]);
});

const { signal } = new AbortController();

function all(changes: Partial<ItemFilter> = {}): ItemFilter {
  return {
    collection: "returns-study",
    text: "",
    brands: [],
    sites: [],
    sessions: [],
    codes: [],
    langs: [],
    authors: [],
    sentiments: [],
    why: [],
    ...changes,
  };
}

function query(changes: Partial<ItemFilter> = {}, order: Partial<ItemQuery> = {}): ItemQuery {
  return { filter: all(changes), order: "time", descending: false, ...order };
}

async function seqsOf(changes: Partial<ItemFilter> = {}, order: Partial<ItemQuery> = {}): Promise<number[]> {
  return [...(await queries.find(query(changes, order), signal)).seqs];
}

async function keep(...items: NewItem[]): Promise<number[]> {
  return (await addItems(db, items)).map((seq) => seq ?? 0);
}

function brand(name: string, confidence = 0.9): NewItem["mentions"][number] {
  return { brandId: `${name.toLowerCase()}.example`, name, confidence, reasons: ["distinctive-name"] };
}

function coding(seq: number, changes: Partial<Coding> = {}): Coding {
  return {
    collection: "returns-study",
    seq,
    coder: "me",
    codes: [],
    note: "",
    codebook: 1,
    at: sampleNoon,
    ...changes,
  };
}

describe("finding", () => {
  it("gives items in the order asked for, both ways, and those without a value last", async () => {
    const [early, late, unsure] = await keep(
      anItem(1, { sentiment: { score: 0.8, method: "vader-1" } }),
      anItem(3, { sentiment: { score: -0.4, method: "vader-1" }, mentions: [brand("Northwind", 0.5)] }),
      anItem(2, { mentions: [] }),
    );
    expect(await seqsOf()).toEqual([early, unsure, late]);
    expect(await seqsOf({}, { descending: true })).toEqual([late, unsure, early]);
    expect(await seqsOf({}, { order: "sentiment" })).toEqual([late, early, unsure]);
    expect(await seqsOf({}, { order: "sentiment", descending: true })).toEqual([early, late, unsure]);
    expect(await seqsOf({}, { order: "confidence", descending: true })).toEqual([early, late, unsure]);
  });

  it("narrows by every list, and takes the members of one as alternatives", async () => {
    const [one, two, three] = await keep(
      anItem(1, { site: "mastodon", lang: "en" }),
      anItem(2, { site: "reddit", lang: "de", session: "session-2" }),
      anItem(3, { site: "bluesky", lang: "de", why: "sample", author: "p-else" }),
    );
    expect(await seqsOf({ sites: ["mastodon", "reddit"] })).toEqual([one, two]);
    expect(await seqsOf({ sites: ["mastodon", "reddit"], langs: ["de"] })).toEqual([two]);
    expect(await seqsOf({ sessions: ["session-2"] })).toEqual([two]);
    expect(await seqsOf({ why: ["sample"] })).toEqual([three]);
    expect(await seqsOf({ authors: ["p-else", "p-1"] })).toEqual([one, three]);
    expect(await seqsOf({ sites: ["nowhere"] })).toEqual([]);
  });

  it("takes a time from its first moment to before its last", async () => {
    const [one, two] = await keep(anItem(1), anItem(2), anItem(3));
    const [from, , to] = [anItem(1), anItem(2), anItem(3)].map(({ publishedAt = 0 }) => publishedAt);
    expect(await seqsOf({ from, to })).toEqual([one, two]);
  });

  it("compares a confidence with its own threshold as equal", async () => {
    const [sure] = await keep(
      anItem(1, { mentions: [brand("Northwind", 0.7)] }),
      anItem(2, { mentions: [] }),
    );
    expect(await seqsOf({ confidence: 0.7 })).toEqual([sure]);
    expect(await seqsOf({ confidence: 0.71 })).toEqual([]);
    expect(await seqsOf({ confidence: 0 })).toEqual([sure]);
  });

  it("knows what was not coded, what was coded with nothing, and whose codes count", async () => {
    const [returns, nothing, others] = await keep(anItem(1), anItem(2), anItem(3));
    await putCodings(db, [
      coding(returns ?? 0, { codes: ["returns", "soles"], sentiment: -1 }),
      coding(nothing ?? 0),
      coding(others ?? 0, { coder: "ben", codes: ["returns"] }),
    ]);
    expect(await seqsOf({ codes: ["soles"] })).toEqual([returns]);
    expect(await seqsOf({ codes: [""] })).toEqual([others]);
    expect(await seqsOf({ codes: ["", "returns"] })).toEqual([returns, others]);
    expect(await seqsOf({ sentiments: ["negative"] })).toEqual([returns]);
  });

  it("counts each facet without its own filter", async () => {
    await keep(
      anItem(1, { site: "mastodon", mentions: [brand("Northwind"), brand("Contoso")] }),
      anItem(2, { site: "mastodon", mentions: [] }),
      anItem(3, { site: "reddit", mentions: [brand("Contoso")] }),
    );
    const { facets, total } = await queries.find(
      query({ sites: ["reddit"], brands: ["contoso.example"] }),
      signal,
    );
    expect(total).toBe(3);
    expect(facets.sites).toEqual([
      { value: "mastodon", count: 1 },
      { value: "reddit", count: 1 },
    ]);
    expect(facets.brands).toEqual([{ value: "contoso.example", name: "Contoso", count: 1 }]);
    expect((await queries.find(query(), signal)).facets.brands).toEqual([
      { value: "contoso.example", name: "Contoso", count: 2 },
      { value: "", count: 1 },
      { value: "northwind.example", name: "Northwind", count: 1 },
    ]);
  });

  it("keeps collections apart", async () => {
    await keep(anItem(1, { collection: "other" }), anItem(2));
    expect((await queries.find(query(), signal)).total).toBe(1);
    expect((await queries.find(query({ collection: "gone" }), signal)).total).toBe(0);
  });

  it("stops when nobody waits", async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(queries.find(query(), controller.signal)).rejects.toThrow(CancelledError);
  });
});

describe("searching", () => {
  it.each([
    ["beginnings of words, all of them", "nor sol", true],
    ["any case and accent", "PÄIR", true],
    ["a word that is not there", "north zebra", false],
    ["a phrase as it stands", '"northwind this year"', true],
    ["a phrase in another order", '"year this"', false],
    ["only whole words in a phrase", '"northwind this yea" soles', false],
    ["a phrase that is still typed", '"northwind this yea', true],
    ["a title", "brochure", true],
    ["no phrase across title and text", '"again brochure"', false],
    ["unspaced scripts, any run of characters", "品不", true],
    ["their order", "不品", false],
    ["pictographs", "👟", true],
    ["signs alone, which narrow nothing", "?!", true],
  ])("finds %s", async (_, text, isFound) => {
    const words = "Pair 7 of Northwind this year. 商品不良 👟 The soles again";
    const [seq] = await keep(anItem(1, { text: words, title: "Brochure" }));
    expect(await seqsOf({ text })).toEqual(isFound ? [seq] : []);
  });

  it("finds notes, and follows edits, codings and deletions", async () => {
    const [one = 0, two = 0] = await keep(anItem(1), anItem(2));
    expect(await seqsOf({ text: "zebra" })).toEqual([]);
    await putCodings(db, [coding(one, { note: "about a zebra" })]);
    await changeItem(db, two, (item) => ({ ...item, text: "A zebra" }));
    expect(await seqsOf({ text: "zebra" })).toEqual([one, two]);
    await deleteItems(db, [one]);
    expect(await seqsOf({ text: "zebra" })).toEqual([two]);
    expect((await queries.find(query(), signal)).total).toBe(1);
  });
});

describe("series", () => {
  it("count items by step and value, beside the posts seen", async () => {
    await keep(
      anItem(0, { mentions: [brand("Northwind"), brand("Contoso")] }),
      anItem(24, { mentions: [brand("Contoso")] }),
      anItem(72),
    );
    const first = (anItem(0).publishedAt ?? 0) - 12 * 3_600_000;
    const day = new Date(first).toISOString().slice(0, 10);
    const tally = { session: "session-1", collection: "returns-study", kept: 1 };
    await db.tallies.bulkPut([
      { ...tally, site: "mastodon", day, seen: 40 },
      { ...tally, site: "reddit", day, seen: 5 },
      { ...tally, site: "mastodon", day: "", seen: 7 },
    ]);
    const series = await queries.series({ filter: all({ sites: ["mastodon"] }), split: "brands" }, signal);
    expect(series).toEqual({
      step: "day",
      starts: [0, 1, 2, 3].map((days) => first + days * 86_400_000),
      lines: [
        { value: "contoso.example", name: "Contoso", counts: [1, 1, 0, 0] },
        { value: "northwind.example", name: "Northwind", counts: [1, 0, 0, 1] },
      ],
      seen: [40, 0, 0, 0],
      seenUndated: 7,
      undated: 0,
    });
  });

  it("count what has no date on the day it was collected, and say how many these are", async () => {
    const { publishedAt, ...undated } = anItem(0);
    await keep(undated, anItem(1), anItem(2, { publishedAt: Number.MAX_SAFE_INTEGER }));
    const series = await queries.series({ filter: all(), split: "none" }, signal);
    expect(series.undated).toBe(2);
    expect(series.lines).toEqual([{ value: "", counts: [3] }]);
    expect(publishedAt).toBeDefined();
  });

  it("of nothing have no steps", async () => {
    const series = await queries.series({ filter: all(), split: "sites" }, signal);
    expect(series).toMatchObject({ starts: [], lines: [], seen: [], undated: 0 });
  });
});

it("brands that are asked for together all stand in one item", async () => {
  const [both] = await keep(
    anItem(1, { mentions: [brand("Northwind"), brand("Contoso"), brand("Fabrikam")] }),
    anItem(2, { mentions: [brand("Northwind")] }),
    anItem(3, { mentions: [brand("Contoso"), brand("Fabrikam")] }),
  );
  expect(await seqsOf({ together: ["northwind.example", "contoso.example"] })).toEqual([both]);
  expect(await seqsOf({ together: ["northwind.example", "unheard-of.example"] })).toEqual([]);
  expect(await seqsOf({ together: [] })).toHaveLength(3);
});

it("co-mentions are pairs of brands in one item, most first", async () => {
  await keep(
    anItem(1, { mentions: [brand("Northwind"), brand("Contoso")] }),
    anItem(2, { mentions: [brand("Contoso"), brand("Northwind"), brand("Contoso"), brand("Fabrikam")] }),
    anItem(3, { mentions: [brand("Fabrikam")] }),
  );
  const pairs = await queries.coMentions(all(), signal);
  expect(pairs.map(({ names, count }) => [names.join(" + "), count])).toEqual([
    ["Northwind + Contoso", 2],
    ["Northwind + Fabrikam", 1],
    ["Contoso + Fabrikam", 1],
  ]);
});
