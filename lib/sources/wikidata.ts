import * as z from "zod";
import type { Fact } from "../model/fact.ts";
import { ok, type Result } from "../model/result.ts";
import { address, readJson, type SourceAccess } from "./access.ts";
import { type Ask, defineSource, type Hit, nothing } from "./define-source.ts";
import { factOf, hit, Line, listOf, maybe, webAddress } from "./shapes.ts";

const origin = "https://www.wikidata.org";
const api = "/w/api.php";

const ItemId = z.string().regex(/^Q\d{1,12}$/u);
const Search = z.object({ query: z.object({ search: listOf(z.object({ title: ItemId }), 10) }) });
const Suggestions = z.object({ search: listOf(z.object({ id: ItemId }), 10) });
const Snak = z.object({
  mainsnak: z.object({
    datavalue: maybe(
      z.object({
        value: z.union([z.string(), z.object({ id: ItemId }).transform(({ id }) => id)]),
      }),
    ),
  }),
  rank: z.string().catch("normal"),
});
const Entity = z.object({
  id: ItemId,
  labels: z.record(z.string(), z.object({ value: Line })).catch({}),
  claims: z.record(z.string(), listOf(Snak, 50)).catch({}),
});
type Entity = z.output<typeof Entity>;
const Entities = z.object({ entities: z.record(z.string(), z.unknown()) });

const property = { website: "P856", parent: "P749", owner: "P127", lei: "P1278" } as const;
/** Accounts, by property: their service and their address. */
const accounts: Readonly<Record<string, readonly [name: string, address: (handle: string) => string]>> = {
  P2002: ["X", (handle) => `https://x.com/${handle}`],
  P2003: ["Instagram", (handle) => `https://www.instagram.com/${handle}/`],
  P2397: ["YouTube", (handle) => `https://www.youtube.com/channel/${handle}`],
  P3984: ["Reddit", (handle) => `https://www.reddit.com/r/${handle}/`],
  P4033: ["Mastodon", (handle) => handle.replace(/^([^@]+)@([^@]+)$/u, "https://$2/@$1")],
  P12361: ["Bluesky", (handle) => `https://bsky.app/profile/${handle}`],
};

/** An address as `haswbstatement` wants it: exact, so all spellings are asked at once. */
function statementOf(domain: string): string {
  const spellings = ["https", "http"].flatMap((scheme) =>
    ["", "www."].flatMap((www) => ["", "/"].map((end) => `P856=${scheme}://${www}${domain}${end}`)),
  );
  return `haswbstatement:${spellings.join("|")}`;
}

const common = { format: "json", formatversion: 2, origin: "*" } as const;

async function itemsOf({ by, words }: Ask, access: SourceAccess): Promise<Result<readonly string[]>> {
  if (by === "domain") {
    const url = address(origin, api, {
      action: "query",
      list: "search",
      srsearch: statementOf(words),
      srlimit: 3,
      ...common,
    });
    const found = await readJson(access, url, Search);
    return found.ok ? ok(found.value.query.search.map(({ title }) => title)) : found;
  }
  const url = address(origin, api, {
    action: "wbsearchentities",
    search: words,
    language: "en",
    type: "item",
    limit: 5,
    ...common,
  });
  const found = await readJson(access, url, Suggestions);
  return found.ok ? ok(found.value.search.map(({ id }) => id)) : found;
}

async function entitiesOf(
  ids: readonly string[],
  access: SourceAccess,
): Promise<Result<ReadonlyMap<string, Entity>>> {
  const url = address(origin, api, {
    action: "wbgetentities",
    ids: ids.join("|"),
    props: "labels|claims",
    languages: "en|mul",
    ...common,
  });
  const found = await readJson(access, url, Entities);
  if (!found.ok) return found;
  const entities = listOf(Entity, 50).parse(Object.values(found.value.entities));
  return ok(new Map(entities.map((entity) => [entity.id, entity])));
}

/** The best values of a property: preferred ones where there are any, deprecated ones never. */
function valuesOf({ claims }: Entity, name: string): readonly string[] {
  const all = claims[name] ?? [];
  const best = all.some(({ rank }) => rank === "preferred") ? "preferred" : "normal";
  return all.flatMap(({ mainsnak, rank }) =>
    rank === best && mainsnak.datavalue ? [mainsnak.datavalue.value] : [],
  );
}

const labelOf = (entity: Entity | undefined): string | undefined =>
  (entity?.labels["en"] ?? entity?.labels["mul"])?.value;

function factsOf(entity: Entity, owners: ReadonlyMap<string, Entity>): readonly Hit<Fact>[] {
  const wiki = `${origin}/wiki/${entity.id}`;
  const links = valuesOf(entity, property.website).map((link) => webAddress(link));
  const fact = (part: string, fields: Pick<Fact, "kind" | "title"> & { readonly url?: string }): Hit<Fact> =>
    hit(factOf({ id: `${entity.id}-${part}`, source: "wikidata", url: wiki, ...fields }), links, [
      labelOf(entity),
    ]);
  const owned = [...new Set([...valuesOf(entity, property.owner), ...valuesOf(entity, property.parent)])];
  return [
    ...owned.flatMap((id) => {
      const title = labelOf(owners.get(id));
      return title === undefined ? [] : [fact(id, { kind: "owner", title, url: `${origin}/wiki/${id}` })];
    }),
    ...valuesOf(entity, property.lei).map((lei) => fact(lei, { kind: "identifier", title: `LEI ${lei}` })),
    ...Object.entries(accounts).flatMap(([name, [service, addressOf]]) =>
      valuesOf(entity, name).flatMap((handle) => {
        const profile = webAddress(addressOf(handle));
        return profile === undefined
          ? []
          : [fact(`${name}-${handle}`, { kind: "profile", title: `${service}: ${handle}`, url: profile })];
      }),
    ),
  ];
}

/** Who owns a brand, its identifiers and its accounts. */
export const wikidata = defineSource({
  id: "wikidata",
  name: "Wikidata",
  kind: "reference",
  searchesBy: ["domain", "name"],
  bulk: true,
  origins: [origin],
  licence: "CC0-1.0",
  attribution: "Wikidata",
  limits: [
    { count: 5, perMs: 1000 },
    { count: 200, perMs: 60_000 },
  ],

  async search(ask, access) {
    const ids = await itemsOf(ask, access);
    if (!ids.ok) return ids;
    if (ids.value.length === 0) return ok(nothing);
    const entities = await entitiesOf(ids.value, access);
    if (!entities.ok) return entities;
    const found = [...entities.value.values()];
    const owners = [
      ...new Set(
        found.flatMap((each) => [...valuesOf(each, property.owner), ...valuesOf(each, property.parent)]),
      ),
    ]
      .filter((id) => ItemId.safeParse(id).success)
      .slice(0, 50);
    const named = owners.length > 0 ? await entitiesOf(owners, access) : ok(new Map<string, Entity>());
    if (!named.ok) return named;
    return ok({ threads: [], facts: found.flatMap((entity) => factsOf(entity, named.value)) });
  },
});
