import * as z from "zod";
import { dayOf } from "../model/day.ts";
import type { Fact } from "../model/fact.ts";
import { ok, type Result } from "../model/result.ts";
import { address, readJson } from "./access.ts";
import { defineSource, type Hit } from "./define-source.ts";
import { factOf, hit, Id, Line, listOf, maybe, Moment, webAddress } from "./shapes.ts";

const origin = "https://www.saferproducts.gov";

const Named = maybe(listOf(z.object({ Name: Line }), 100));
const Recall = z.object({
  RecallID: Id,
  RecallDate: maybe(Moment),
  Title: Line,
  URL: z.string(),
  Products: maybe(listOf(z.object({ Name: Line, NumberOfUnits: maybe(Line) }), 100)),
  Manufacturers: Named,
  Importers: Named,
  Hazards: Named,
  Remedies: Named,
  Injuries: Named,
});
type Recall = z.output<typeof Recall>;

/** How far back a search looks: the API has no pages, so that it needs a bound. */
const firstDay = "2010-01-01";
/** What may kill, as the commission words it. */
const serious =
  /\b(?:death|fatal|fire|burn|electrocut|shock|explo|chok|strangul|suffocat|entrap|drown|carbon monoxide|lead|poison|lacerat|amputat|crash)/iu;

/** The first number of "About 25,900 (in addition, 2,000 in Canada)". */
function unitsOf(text: string | undefined): number | undefined {
  const digits = text?.match(/\d[\d,]*/u)?.[0].replaceAll(",", "");
  return digits === undefined ? undefined : Number(digits);
}

function names(list: readonly { readonly Name: string }[] = []): readonly string[] {
  return list.map(({ Name }) => Name);
}

/** The announcement's title says who recalls; never the retailers', who sold it with a thousand other things. */
function readRecall(recall: Recall): readonly Hit<Fact>[] {
  const url = webAddress(recall.URL);
  if (url === undefined) return [];
  const hazards = names(recall.Hazards);
  const products = names(recall.Products);
  const fact = factOf({
    id: recall.RecallID,
    source: "cpsc",
    kind: "recall",
    title: recall.Title,
    url,
    at: recall.RecallDate,
    severity: serious.test(hazards.join(" ")) ? "serious" : "moderate",
    details: [...hazards, ...names(recall.Injuries), ...names(recall.Remedies)],
    products,
    count: unitsOf(recall.Products?.[0]?.NumberOfUnits),
  });
  // "…sold at Costco" and "…Sold Exclusively at Target" name who sold it.
  const title = recall.Title.replace(/[,;]?\s*\bsold\b.*$/iu, "");
  return [hit(fact, [], [title, ...products, ...names(recall.Manufacturers), ...names(recall.Importers)])];
}

/** Recalls of the US Consumer Product Safety Commission. */
export const cpsc = defineSource({
  id: "cpsc",
  name: "CPSC recalls (US)",
  kind: "records",
  searchesBy: ["name"],
  suits: ["home", "fashion", "tech", "retail", "auto", "beauty", "health", "media", "other"],
  bulk: true,
  origins: [origin],
  licence: "US public domain",
  attribution: "U.S. Consumer Product Safety Commission",
  limits: [{ count: 1, perMs: 1000 }],

  async search({ words, since }, access) {
    const found = new Map<string, Recall>();
    for (const field of ["RecallTitle", "Manufacturer", "ProductName"]) {
      const url = address(origin, "/RestWebServices/Recall", {
        format: "json",
        [field]: words,
        RecallDateStart: since === undefined ? firstDay : dayOf(since),
      });
      const recalls: Result<readonly Recall[]> = await readJson(access, url, listOf(Recall, 500));
      if (!recalls.ok) return recalls;
      for (const recall of recalls.value) found.set(recall.RecallID, recall);
    }
    return ok({ threads: [], facts: [...found.values()].flatMap(readRecall) });
  },
});
