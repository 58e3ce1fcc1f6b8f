import { describe, expect, it } from "vitest";
import type { Fact } from "./fact.ts";
import { factList, joinFacts } from "./fact-list.ts";

const now = Date.UTC(2026, 4, 20);
const day = 86_400_000;

function fact(key: string, kind: Fact["kind"], changes: Partial<Fact> = {}): Fact {
  return {
    key,
    kind,
    source: "cpsc",
    title: `Title ${key}`,
    url: `https://records.example/${key}`,
    ...changes,
  };
}

const keys = (facts: readonly Fact[]): readonly string[] => facts.map(({ key }) => key);

describe("facts from a daily file and from answers", () => {
  it("are each once, by key, with everything that either knows", () => {
    const joined = joinFacts([
      { facts: [fact("a", "recall", { products: ["Tent"] })] },
      { facts: [fact("a", "recall", { products: ["Tent", "Lamp"], details: ["Burns."], count: 9 })] },
    ]);
    expect(joined).toEqual([
      { ...fact("a", "recall"), products: ["Tent", "Lamp"], details: ["Burns."], count: 9 },
    ]);
  });

  it("are each once, by the page of a recall, though every model has an entry", () => {
    const url = "https://records.example/campaign";
    const joined = joinFacts([
      {
        facts: [
          fact("a", "recall", { url, products: ["2020"] }),
          fact("b", "recall", { url, products: ["2021"] }),
        ],
      },
    ]);
    expect(joined).toMatchObject([{ key: "a", products: ["2020", "2021"] }]);
  });

  it("keep two owners of one page apart, and what only shares a page", () => {
    const url = "https://records.example/entity";
    const joined = joinFacts([
      {
        facts: [
          fact("a", "owner", { url }),
          fact("b", "owner", { url }),
          fact("c", "identifier", { url }),
          fact("d", "owner", { url, title: "Title a" }),
        ],
      },
    ]);
    expect(keys(joined)).toEqual(["a", "b", "c"]);
  });

  it("say which are samples", () => {
    const joined = joinFacts([
      { facts: [fact("a", "recall")], isSample: true },
      { facts: [fact("b", "recall")] },
    ]);
    expect(joined.map(({ isSample }) => isSample)).toEqual([true, undefined]);
  });
});

describe("the sections", () => {
  const facts = joinFacts([
    {
      facts: [
        fact("old", "recall", { at: now - 800 * day }),
        fact("older", "recall", { at: now - 900 * day, products: ["Trail Stove"] }),
        fact("undated", "recall"),
        fact("week", "recall", { at: now - 7 * day }),
        fact("day", "recall", { at: now - day }),
        fact("lei", "identifier"),
        fact("owner", "owner"),
        fact("account", "profile"),
        fact("oats", "product"),
        fact("article", "article"),
        fact("c1", "complaint", { at: now - 9 * day }),
        fact("c2", "complaint", { at: now }),
      ],
    },
  ]);

  it("are newest first, old recalls apart, undated ones last", () => {
    const list = factList(facts, undefined, now);
    expect(keys(list.recalls)).toEqual(["day", "week", "undated"]);
    expect(keys(list.olderRecalls)).toEqual(["old", "older"]);
    expect(keys(list.complaints)).toEqual(["c2", "c1"]);
    expect(keys(list.identity)).toEqual(["owner", "lei", "account"]);
    expect(keys(list.reference)).toEqual(["article", "oats"]);
  });

  it("let recalls of this product lead, however old", () => {
    const list = factList(facts, { name: "Trail Stove", gtins: [] }, now);
    expect(list.recalls[0]).toMatchObject({ key: "older", match: "name" });
    expect(keys(list.recalls)).toEqual(["older", "day", "week", "undated"]);
    expect(keys(list.olderRecalls)).toEqual(["old"]);
  });
});
