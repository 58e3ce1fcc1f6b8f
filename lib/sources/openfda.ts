import * as z from "zod";
import { dayOf } from "../model/day.ts";
import type { Fact } from "../model/fact.ts";
import { ok } from "../model/result.ts";
import { address, isNotFound, phrase, readJson } from "./access.ts";
import { defineSource, type Hit } from "./define-source.ts";
import { Body, Count, factOf, hit, Line, listOf, maybe, Moment } from "./shapes.ts";

const origin = "https://api.fda.gov";
const kinds = ["food", "drug", "device"] as const;

/** `20260916` */
const Day = z
  .string()
  .transform((text) => text.replace(/^(\d{4})(\d{2})(\d{2})$/u, "$1-$2-$3"))
  .pipe(Moment);
const Enforcement = z.object({
  recall_number: Line,
  recalling_firm: Line,
  product_description: Body,
  reason_for_recall: maybe(Body),
  classification: maybe(z.string()),
  report_date: maybe(Day),
  recall_initiation_date: maybe(Day),
  distribution_pattern: maybe(Body),
});
type Enforcement = z.output<typeof Enforcement>;
const Page = z.object({
  meta: z.object({ results: z.object({ skip: Count, limit: Count, total: Count }) }),
  results: listOf(Enforcement),
});

/** Class I: serious harm or death is likely; II: it may pass; III: harm is not likely. */
const severities: Readonly<Record<string, NonNullable<Fact["severity"]>>> = {
  "Class I": "serious",
  "Class II": "moderate",
  "Class III": "slight",
};
const pageLength = 100;
/** From here on a description tells no longer what the product is called. */
const aside =
  /\b(?:ingredients|contains|distributed|dist\.? by|sold|available at|packed for|made with)\b[\s\S]*$/iu;

function readEnforcement(record: Enforcement): Hit<Fact> {
  const product = Line.parse(record.product_description);
  const fact = factOf({
    id: record.recall_number,
    source: "openfda",
    kind: "recall",
    title: `${record.recalling_firm}: ${product}`.slice(0, 300),
    url: `https://www.accessdata.fda.gov/scripts/ires/index.cfm?Product=${encodeURIComponent(record.recall_number)}`,
    at: record.recall_initiation_date ?? record.report_date,
    severity: severities[record.classification ?? ""],
    details: [record.reason_for_recall, record.distribution_pattern].filter((text) => text !== undefined),
    products: [product],
  });
  // What is in it, who hands it on and where it is sold are other companies' names.
  const named = record.product_description.replace(aside, "");
  return hit(fact, [], [record.recalling_firm, named]);
}

/** Recalls of food, drugs and devices by the US Food and Drug Administration. */
export const openfda = defineSource({
  id: "openfda",
  name: "FDA recalls (US)",
  kind: "records",
  searchesBy: ["name"],
  suits: ["food", "beauty", "health"],
  bulk: true,
  origins: [origin],
  licence: "CC0-1.0",
  attribution: "openFDA",
  limits: [
    { count: 240, perMs: 60_000 },
    { count: 1000, perMs: 86_400_000 },
  ],

  async search({ words, cursor, since }, access) {
    const name = phrase(words);
    const skip = Number(cursor ?? 0);
    const dates =
      since === undefined ? "" : ` AND report_date:[${dayOf(since).replaceAll("-", "")} TO 99991231]`;
    const facts: Hit<Fact>[] = [];
    let next = false;
    for (const kind of kinds) {
      const url = address(origin, `/${kind}/enforcement.json`, {
        search: `(recalling_firm:${name} OR product_description:${name})${dates}`,
        sort: "report_date:desc",
        limit: pageLength,
        skip: skip || undefined,
      });
      const page = await readJson(access, url, Page);
      // It says "not found" for "nothing found".
      if (!page.ok && isNotFound(page.error)) continue;
      if (!page.ok) return page;
      facts.push(...page.value.results.map(readEnforcement));
      next ||= skip + pageLength < page.value.meta.results.total;
    }
    return ok({ threads: [], facts, ...(next && { next: String(skip + pageLength) }) });
  },
});
