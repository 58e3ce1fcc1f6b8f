import type { CommunityDatabase } from "../../lib/db/community.ts";
import type { DailyBrandRow } from "../../lib/db/talk-rows.ts";
import type { Fact } from "../../lib/model/fact.ts";
import { ok } from "../../lib/model/result.ts";
import type { SourceInfo } from "../../lib/model/search.ts";
import { background } from "./extension.ts";

const dayMs = 86_400_000;

/** Some of the public APIs, as the background lists them. */
const sourceInfos: readonly SourceInfo[] = [
  {
    id: "cpsc",
    name: "US product recalls",
    kind: "records",
    licence: "US public domain",
    attribution: "U.S. Consumer Product Safety Commission",
    origins: ["https://www.saferproducts.gov"],
    isFederated: false,
  },
  {
    id: "hackernews",
    name: "Hacker News",
    kind: "conversations",
    licence: "Their authors",
    attribution: "Hacker News",
    origins: ["https://hn.algolia.com"],
    isFederated: false,
  },
  {
    id: "mastodon",
    name: "Mastodon",
    kind: "conversations",
    licence: "Their authors",
    attribution: "Mastodon",
    origins: ["https://mastodon.social"],
    isFederated: true,
  },
  {
    id: "discourse",
    name: "The brand's forum",
    kind: "conversations",
    licence: "Their authors",
    attribution: "Discourse",
    origins: [],
    isFederated: true,
  },
  {
    id: "wikidata",
    name: "Wikidata",
    kind: "reference",
    licence: "CC0-1.0",
    attribution: "Wikidata",
    origins: ["https://www.wikidata.org"],
    isFederated: false,
  },
];

/** Lets the background answer `listSources`. */
export function answerSources(): void {
  background.listSources = async () => ok(sourceInfos);
}

export function recall(key: string, changes: Partial<Fact> & { readonly daysAgo?: number } = {}): Fact {
  const { daysAgo = 20, ...rest } = changes;
  return {
    key: `cpsc:${key}`,
    source: "cpsc",
    kind: "recall",
    title: `Northwind recalls ${key}`,
    url: `https://recalls.example/${key}`,
    at: Date.now() - daysAgo * dayMs,
    ...rest,
  };
}

/** Of every kind, old and new, dangerous and not. */
export function manyFacts(): readonly Fact[] {
  const wiki = "https://www.wikidata.example/Q1";
  return [
    recall("kettles", {
      severity: "serious",
      products: ["Steam Kettle", "Steam Kettle Mini", "Kettle Duo", "Tea Kettle", "Tea Kettle XL"],
      count: 12_400,
      details: [
        "The lid can open while pouring and scald the user.",
        "Stop using it; the maker gives a refund.",
      ],
    }),
    recall("lamps", { severity: "moderate", daysAgo: 90, products: ["Garden Lamp"] }),
    recall("socks", { severity: "slight", daysAgo: 200 }),
    recall("boots", { daysAgo: 900, products: ["Trail Runner 1"] }),
    recall("tents", { daysAgo: 1200 }),
    ...Array.from({ length: 7 }, (_, index) => ({
      key: `cfpb:${index}`,
      source: "cfpb",
      kind: "complaint" as const,
      title: `Refund not paid (${index + 1})`,
      url: `https://complaints.example/${index}`,
      at: Date.now() - (index + 3) * dayMs,
    })),
    { key: "wikidata:o", source: "wikidata", kind: "owner", title: "Harbour Group", url: wiki },
    {
      key: "wikidata:l",
      source: "wikidata",
      kind: "identifier",
      title: "LEI 529900T8BM49AURSDO55",
      url: wiki,
    },
    {
      key: "wikidata:p",
      source: "wikidata",
      kind: "profile",
      title: "Mastodon: @northwind@social.example",
      url: "https://social.example/@northwind",
    },
    {
      key: "wikipedia:a",
      source: "wikipedia",
      kind: "article",
      title: "Northwind Shoes: Criticism",
      url: "https://en.wikipedia.example/wiki/Northwind_Shoes#Criticism",
    },
    {
      key: "off:1",
      source: "open-food-facts",
      kind: "product",
      title: "Northwind Trail Oats",
      url: "https://off.example/product/1",
      details: ["Nutri-Score B"],
    },
  ];
}

/** What a daily file tells of the brand that most tests look at. */
export async function putDaily(
  community: CommunityDatabase,
  facts: readonly Fact[],
  changes: Partial<DailyBrandRow> = {},
): Promise<void> {
  await community.dailyBrands.put({
    feed: "https://feed.example",
    brandId: "northwind.example",
    day: "2026-05-20",
    facts,
    threads: {},
    titles: [],
    ...changes,
  });
}
