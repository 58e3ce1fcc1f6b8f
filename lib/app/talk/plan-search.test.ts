import { describe, expect, it } from "vitest";
import type { BrandEntry } from "../../brands/directory.ts";
import type { SearchedBrand, SearchPlan } from "../../model/search.ts";
import { sources } from "../../sources/index.ts";
import { brandToSearch } from "./brand-to-search.ts";
import { planSearch, type SearchSettings } from "./plan-search.ts";

const shoes = {
  id: "northwind.example",
  name: "Northwind",
  aliases: ["Northwind Shoes"],
  domains: ["northwind.example", "northwind.co.uk"],
  category: "shop/shoes",
} as unknown as BrandEntry;
const bank = { ...shoes, id: "penny.example", name: "Penny", domains: ["penny.example"], category: "bank" };

/** A directory of two brands. */
const directory = {
  byName: async (): Promise<BrandEntry[]> => [],
  matchHost: async (host: string) => {
    const entry = [shoes, bank].find(({ id }) => id === host);
    return entry && ({ entry, how: "primary", domain: host } as const);
  },
};

async function planFor(brand: SearchedBrand, settings: Partial<SearchSettings> = {}): Promise<SearchPlan> {
  const toSearch = await brandToSearch(brand, directory);
  return planSearch(sources, toSearch, { origins: {}, choices: {}, ...settings });
}

const place = (plan: SearchPlan, source: string): SearchPlan["places"][number] | undefined =>
  plan.places.find((one) => one.source === source);
const known: SearchedBrand = { brandId: "northwind.example", name: "whatever a page says" };
const unknown: SearchedBrand = { brandId: "small.example", name: "Small", domain: "shop.small.example" };

describe("a brand of the directory", () => {
  it("is asked about by the name it has there, and records by name", async () => {
    const plan = await planFor(known);
    expect(place(plan, "hackernews")).toMatchObject({ by: "name", words: "Northwind", isChosen: true });
    expect(place(plan, "cpsc")).toMatchObject({ by: "name", words: "Northwind", isChosen: true });
    expect(place(plan, "libreviews")).toMatchObject({ by: "domain", words: "northwind.example" });
  });

  it("is not asked about where its trade has no place", async () => {
    const plan = await planFor(known);
    expect(place(plan, "nhtsa")).toBeUndefined();
    expect(place(plan, "cfpb")).toBeUndefined();
    const ofBank = await planFor({ brandId: "penny.example", name: "Penny" });
    expect(place(ofBank, "cfpb")).toMatchObject({ isChosen: true });
    expect(place(ofBank, "cpsc")).toBeUndefined();
  });
});

describe("a brand that nobody knows", () => {
  it("is asked about by its registrable domain where that is possible: its name may be anything's", async () => {
    const plan = await planFor(unknown);
    expect(place(plan, "hackernews")).toMatchObject({ by: "domain", words: "small.example" });
    expect(place(plan, "mastodon")).toMatchObject({ by: "name", words: "Small" });
  });

  it("may be of any trade: what suits few is listed and left to the person", async () => {
    const plan = await planFor(unknown);
    expect(place(plan, "nhtsa")).toMatchObject({ isChosen: false });
    expect(place(plan, "cpsc")).toMatchObject({ isChosen: true });
  });

  it("without a domain is asked about by name alone", async () => {
    const plan = await planFor({ brandId: "name:small", name: "Small" });
    expect(place(plan, "lobsters")).toBeUndefined();
    expect(place(plan, "hackernews")).toMatchObject({ by: "name", words: "Small" });
  });

  it.each([
    ["a sentence", "x".repeat(81)],
    ["signs", "★ | ★"],
    ["nothing", ""],
  ])("whose name is %s is not asked about by it", async (_what, name) => {
    const plan = await planFor({ brandId: "small.example", name, domain: "small.example" });
    expect(plan.places.filter(({ by }) => by === "name")).toEqual([]);
    expect(plan.places.length).toBeGreaterThan(0);
    expect(plan.links).toEqual([]);
  });

  it("sends its name as one line, without what cannot be seen", async () => {
    const plan = await planFor({ brandId: "name:small", name: " Small\n\u202Eand\u200B  Co " });
    expect(place(plan, "mastodon")?.words).toBe("Small and Co");
  });
});

describe("what is sent", () => {
  it("is a name or a registrable domain and nothing else, wherever it goes", async () => {
    const page = {
      brandId: "small.example",
      name: "Small",
      domain: "https://user@secret.small.example/a?b=c",
    };
    for (const { words } of (await planFor(page)).places) expect(["Small", "small.example"]).toContain(words);
  });

  it("names every host that sees it", async () => {
    const plan = await planFor(known);
    expect(place(plan, "hackernews")?.hosts).toEqual(["hn.algolia.com"]);
    expect(place(plan, "constellation")?.hosts).toEqual([
      "constellation.microcosm.blue",
      "public.api.bsky.app",
    ]);
  });
});

describe("what the person chose", () => {
  it("an own choice of servers takes the place of ours", async () => {
    const origins = { mastodon: ["https://fosstodon.example", "https://chaos.example"] };
    const plan = await planFor(known, { origins });
    expect(plan.places.filter(({ source }) => source === "mastodon").map(({ name }) => name)).toEqual([
      "Mastodon (fosstodon.example)",
      "Mastodon (chaos.example)",
    ]);
  });

  it("ticks are remembered, for a place and for all of a source", async () => {
    const choices = { "hackernews https://hn.algolia.com": false, mastodon: false, nhtsa: true };
    const plan = await planFor(unknown, { choices });
    expect(place(plan, "hackernews")?.isChosen).toBe(false);
    expect(place(plan, "mastodon")?.isChosen).toBe(false);
    expect(place(plan, "nhtsa")?.isChosen).toBe(true);
  });
});

describe("a brand's own forum", () => {
  it("is asked where its page says that it is", async () => {
    const plan = await planFor({ ...known, forum: "https://talk.northwind.example/c/shoes?x=1" });
    expect(place(plan, "discourse")).toMatchObject({ origin: "https://talk.northwind.example" });
  });

  it.each([undefined, "http://talk.northwind.example", "https://192.168.0.1", "javascript:alert(1)", "x"])(
    "%s is none",
    async (forum) => {
      const plan = await planFor({ ...known, ...(forum !== undefined && { forum }) });
      expect(place(plan, "discourse")).toBeUndefined();
    },
  );
});

it("closed places are links to their own search, with words that are encoded", async () => {
  const { links } = await planFor({ brandId: "name:a", name: "A&B #1" });
  const reddit = links.find(({ name }) => name === "Reddit");
  expect(new URL(reddit!.url).searchParams.get("q")).toBe("A&B #1");
  for (const { url } of links) expect(new URL(url).protocol).toBe("https:");
});
