import * as z from "zod";
import { dayOf } from "../model/day.ts";
import type { Fact } from "../model/fact.ts";
import { ok } from "../model/result.ts";
import { address, readJson } from "./access.ts";
import { defineSource, type Hit, nothing, further } from "./define-source.ts";
import { Body, factOf, hit, Id, Line, listOf, maybe, Moment } from "./shapes.ts";

const origin = "https://www.consumerfinance.gov";
const base = "/data-research/consumer-complaints/search/api/v1/";

/** Postcodes and tags (age, service) are not read: nobody needs them here. */
const Complaint = z.object({
  complaint_id: Id,
  company: Line,
  product: Line,
  issue: maybe(Line),
  complaint_what_happened: maybe(Body),
  company_response: maybe(Line),
  company_public_response: maybe(Line),
  date_received: maybe(Moment),
});
const Page = z.object({
  hits: z.object({
    total: z.union([z.int(), z.object({ value: z.int() }).transform(({ value }) => value)]).catch(0),
    hits: listOf(z.object({ _source: Complaint })),
  }),
});
const pageLength = 25;
/** Names of companies that are asked about: one brand may be filed under several. */
const companies = 3;

function readComplaint({ _source: each }: { readonly _source: z.output<typeof Complaint> }): Hit<Fact> {
  const answer = each.company_public_response ?? each.company_response;
  const fact = factOf({
    id: each.complaint_id,
    source: "cfpb",
    kind: "complaint",
    title: each.issue ?? each.product,
    url: `${origin}/data-research/consumer-complaints/search/detail/${encodeURIComponent(each.complaint_id)}`,
    at: each.date_received,
    details: [each.complaint_what_happened, answer].filter((text) => text !== undefined),
    products: [each.product],
  });
  return hit(fact, [], [each.company]);
}

/** The search for people that asks the same question. */
function listOfAll(asked: URLSearchParams): string {
  const url = address(origin, "/data-research/consumer-complaints/search/", {
    date_received_min: asked.get("date_received_min") ?? undefined,
  });
  for (const name of asked.getAll("company")) url.searchParams.append("company", name);
  return url.href;
}

/** Complaints to the US Consumer Financial Protection Bureau, with what the company answered. */
export const cfpb = defineSource({
  id: "cfpb",
  name: "CFPB complaints (US)",
  kind: "records",
  searchesBy: ["name"],
  suits: ["finance"],
  bulk: true,
  origins: [origin],
  licence: "CC0-1.0",
  attribution: "Consumer Financial Protection Bureau",
  limits: [{ count: 20, perMs: 60_000 }],

  async search({ words, cursor, since }, access) {
    const suggested = await readJson(
      access,
      address(origin, `${base}_suggest_company`, { text: words, size: 6 }),
      listOf(z.string().max(200)),
    );
    if (!suggested.ok) return suggested;
    // Theirs begin alike ("EQUI"): what is no longer the name as a whole is not asked about.
    const wanted = suggested.value.filter((name) => name.toLowerCase().startsWith(words.toLowerCase()));
    if (wanted.length === 0) return ok(nothing);
    const from = Number(cursor ?? 0);
    const url = address(origin, base, {
      size: pageLength,
      frm: from,
      sort: "created_date_desc",
      no_aggs: "true",
      no_highlight: "true",
      date_received_min: since === undefined ? undefined : dayOf(since),
    });
    for (const name of wanted.slice(0, companies)) url.searchParams.append("company", name);
    const page = await readJson(access, url, Page);
    if (!page.ok) return page;
    const { hits, total } = page.value.hits;
    const more = from + pageLength < Math.min(total, 10_000);
    return ok({
      threads: [],
      facts: hits.map(readComplaint),
      ...further(hits, more ? String(from + pageLength) : undefined),
      total: { count: total, url: listOfAll(url.searchParams) },
    });
  },
});
