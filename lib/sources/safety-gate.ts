import * as z from "zod";
import type { Fact } from "../model/fact.ts";
import { ok } from "../model/result.ts";
import { address, readJson } from "./access.ts";
import { defineSource, type Hit, further } from "./define-source.ts";
import { Body, Count, factOf, hit, Id, Line, listOf, maybe, Moment } from "./shapes.ts";

const origin = "https://ec.europa.eu";
const base = "/safety-gate-alerts/public/api";

const Named = z.union([
  Line,
  z.object({ name: maybe(Line), label: maybe(Line) }).transform(({ name, label }) => name ?? label),
]);
const Alert = z.object({
  id: Id,
  reference: maybe(Line),
  publicationDate: maybe(Moment),
  product: z.object({
    name: maybe(Line),
    nameSpecific: maybe(Line),
    brands: maybe(listOf(z.object({ brand: Line }), 50)),
    versions: maybe(listOf(z.object({ name: maybe(Line), description: maybe(Body) }), 10)),
  }),
  risk: maybe(z.object({ riskType: maybe(listOf(Named, 20)), level: maybe(Named) })),
  level: maybe(Named),
});
const Page = z.object({ content: listOf(Alert), totalPages: Count });
const pageLength = 50;

function readAlert({ id, product, risk, level, ...alert }: z.output<typeof Alert>): Hit<Fact> {
  const brands = (product.brands ?? []).map(({ brand }) => brand);
  const name = product.nameSpecific ?? product.name ?? alert.reference ?? id;
  const risks = (risk?.riskType ?? []).filter((each) => each !== undefined);
  const fact = factOf({
    id,
    source: "safety-gate",
    kind: "recall",
    title: [brands.join(", "), name].filter(Boolean).join(": "),
    url: `${origin}/safety-gate-alerts/screen/webReport/alertDetail/${encodeURIComponent(id)}?lang=en`,
    at: alert.publicationDate,
    severity: /serious/iu.test(level ?? risk?.level ?? "") ? "serious" : "moderate",
    details: [...risks, ...(product.versions ?? []).map(({ description }) => description)].filter(
      (text) => text !== undefined,
    ),
    products: [name],
  });
  // Its full text search is loose; only the field for the brand says whose product it is.
  return hit(fact, [], brands);
}

/** Alerts of the EU about dangerous products. The API is that of its own site: one question at a time. */
export const safetyGate = defineSource({
  id: "safety-gate",
  name: "EU Safety Gate",
  kind: "records",
  searchesBy: ["name"],
  suits: ["home", "fashion", "tech", "retail", "auto", "beauty", "health", "media", "other"],
  bulk: true,
  origins: [origin],
  licence: "CC-BY-4.0",
  attribution: "European Commission, Safety Gate",
  limits: [{ count: 1, perMs: 1000 }],

  async search({ words, cursor }, access) {
    const at = Number(cursor ?? 0);
    const body = JSON.stringify({
      criteria: { fullTextSearch: words, productCategoryType: [] },
      pagination: {
        sortField: "PUBLICATION_DATE",
        sortOrder: "DESC",
        numberElements: pageLength,
        page: at,
        totalElements: 0,
      },
      searchCriteriaForNotification: false,
      isLaunched: true,
      isLaunchSearch: true,
      language: "en",
      fullTextSearch: words,
    });
    const page = await readJson(access, address(origin, `${base}/search`), Page, { method: "POST", body });
    if (!page.ok) return page;
    const { content, totalPages } = page.value;
    return ok({
      threads: [],
      facts: content.map(readAlert),
      ...further(content, at + 1 < totalPages ? String(at + 1) : undefined),
    });
  },
});
