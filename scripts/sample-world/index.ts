import type { FeedDailyExtras } from "../../lib/schema/feed-daily.ts";
import { brands, shops, type SampleBrand, type SampleShop } from "./brands.ts";
import { sampleDirectoryRows } from "./directory-rows.ts";
import { brandSites } from "./pages/brand-sites.ts";
import { sampleDaily } from "./daily.ts";
import { otherSites } from "./pages/other-sites.ts";
import type { SampleSite } from "./pages/page.ts";
import { shopSites } from "./pages/shop-sites.ts";
import { makePeople, type SamplePerson } from "./people.ts";
import { recalls } from "./records.ts";
import { signStatements } from "./sign.ts";
import { sampleServices, type SampleService, talkSites } from "./talk/index.ts";
import { makeStatements, worldEndsAt, type Statement } from "./statements.ts";

export { servePages } from "./serve.ts";

/** The sample world: invented brands, shops and people, and what they signed. */
export interface SampleWorld {
  /** Signed, in an order in which each comes after what it is about. */
  readonly tokens: readonly string[];
  /** What was signed: `statements[i]` became `tokens[i]`. */
  readonly statements: readonly Statement[];
  readonly people: readonly SamplePerson[];
  readonly brands: readonly SampleBrand[];
  readonly shops: readonly SampleShop[];
  readonly recalls: typeof recalls;
  /** Site by host, page by path. */
  readonly pages: ReadonlyMap<string, SampleSite>;
  /** What answers in JSON beside a host's pages. */
  readonly services: ReadonlyMap<string, SampleService>;
  /** What the hub's daily file says of the brands. */
  readonly daily: FeedDailyExtras;
  /** Rows for the brand directory, in the format of `data/supplement.tsv`. */
  readonly directoryRows: string;
  /** Seconds: nothing in the world is dated later. */
  readonly endsAt: number;
}

/** Makes the world of a seed. Everything but the signatures follows from the seed; those are cached. */
export async function sampleWorld({ seed = "1" }: { readonly seed?: string } = {}): Promise<SampleWorld> {
  const people = makePeople(seed);
  const statements = makeStatements(seed, people);
  return {
    tokens: await signStatements(seed, statements),
    statements,
    people,
    brands,
    shops,
    recalls,
    pages: new Map([...brandSites(), ...shopSites(seed), ...otherSites(), ...talkSites()]),
    services: sampleServices,
    daily: await sampleDaily(seed),
    directoryRows: sampleDirectoryRows,
    endsAt: worldEndsAt,
  };
}
