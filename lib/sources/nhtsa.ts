import * as z from "zod";
import type { Fact } from "../model/fact.ts";
import { ok, type Result } from "../model/result.ts";
import { address, isNotFound, readJson, type SourceAccess } from "./access.ts";
import { defineSource, type Hit, nothing } from "./define-source.ts";
import { Body, factOf, hit, Line, listOf, maybe } from "./shapes.ts";

const origin = "https://api.nhtsa.gov";

/** `12/18/2017` of complaints, `18/12/2017` of recalls; where only the other order gives a day, it is that one. */
const slashDate = (dayFirst: boolean) =>
  z.string().transform((text) => {
    const [one = 0, other = 0, year = 0] = text.split("/").map(Number);
    const [day, month] = (dayFirst && other <= 12) || one > 12 ? [one, other] : [other, one];
    return day && month && month <= 12 && year ? Date.UTC(year, month - 1, day) : undefined;
  });
const Recall = z.object({
  NHTSACampaignNumber: Line,
  Manufacturer: Line,
  Make: Line,
  Model: Line,
  ModelYear: Line,
  Component: maybe(Line),
  Summary: maybe(Body),
  Consequence: maybe(Body),
  Remedy: maybe(Body),
  ReportReceivedDate: maybe(slashDate(true)),
});
/** Parts of vehicle numbers (`vin`) are not read. */
const Complaint = z.object({
  odiNumber: z.union([z.number(), z.string()]).transform(String),
  manufacturer: Line,
  components: maybe(Line),
  summary: maybe(Body),
  dateComplaintFiled: maybe(slashDate(false)),
  crash: z.boolean().catch(false),
  fire: z.boolean().catch(false),
  numberOfInjuries: z.number().catch(0),
  numberOfDeaths: z.number().catch(0),
});

interface Vehicle {
  readonly make: string;
  readonly model: string;
  readonly modelYear: string;
}

/** `2019 Fjord Trail`: what a person or a page names: a year, a make, a model of one or more words. */
function vehicleOf(words: string): Vehicle | undefined {
  const year = words.match(/\b(?:19[5-9]\d|20\d\d)\b/u)?.[0];
  const [make, ...model] = words
    .replace(year ?? "", " ")
    .trim()
    .split(/\s+/u);
  return year && make && model.length > 0 ? { make, model: model.join(" "), modelYear: year } : undefined;
}

const pageOf = (id: string): string => `https://www.nhtsa.gov/recalls?nhtsaId=${encodeURIComponent(id)}`;

function readRecall(each: z.output<typeof Recall>): Hit<Fact> {
  const name = `${each.ModelYear} ${each.Make} ${each.Model}`;
  const fact = factOf({
    id: each.NHTSACampaignNumber,
    source: "nhtsa",
    kind: "recall",
    title: `${name}: ${each.Component ?? each.NHTSACampaignNumber}`,
    url: pageOf(each.NHTSACampaignNumber),
    at: each.ReportReceivedDate,
    severity: "serious",
    details: [each.Summary, each.Consequence, each.Remedy].filter((text) => text !== undefined),
    products: [name],
  });
  return hit(fact, [], [each.Make, each.Manufacturer]);
}

function readComplaint(each: z.output<typeof Complaint>, { make }: Vehicle): Hit<Fact> {
  const harmed = each.numberOfDeaths > 0 || each.numberOfInjuries > 0;
  const fact = factOf({
    id: `complaint-${each.odiNumber}`,
    source: "nhtsa",
    kind: "complaint",
    title: each.components ?? "Complaint",
    url: pageOf(each.odiNumber),
    at: each.dateComplaintFiled,
    severity: harmed || each.crash || each.fire ? "serious" : undefined,
    details: each.summary === undefined ? undefined : [each.summary],
  });
  return hit(fact, [], [each.manufacturer, make]);
}

/** What it keeps about a model of a year: where, in which shape, and what is made of a record. */
const recalls = { path: "/recalls/recallsByVehicle", record: Recall, read: readRecall };
const complaints = { path: "/complaints/complaintsByVehicle", record: Complaint, read: readComplaint };

async function recordsOf<T>(
  {
    path,
    record,
    read,
  }: { path: string; record: z.ZodType<T>; read: (each: T, vehicle: Vehicle) => Hit<Fact> },
  vehicle: Vehicle,
  access: SourceAccess,
): Promise<Result<readonly Hit<Fact>[]>> {
  const found = await readJson(
    access,
    address(origin, path, { ...vehicle }),
    z.object({ results: listOf(record) }),
  );
  // 400 for a model that it does not know.
  if (!found.ok && (isNotFound(found.error) || found.error.params?.["status"] === 400)) return ok([]);
  return found.ok ? ok(found.value.results.map((each) => read(each, vehicle))) : found;
}

/** Recalls of and complaints about cars, by the US traffic safety administration. Asked for one model of one year. */
export const nhtsa = defineSource({
  id: "nhtsa",
  name: "NHTSA cars (US)",
  kind: "records",
  searchesBy: ["name"],
  suits: ["auto"],
  bulk: true,
  origins: [origin],
  licence: "US public domain",
  attribution: "National Highway Traffic Safety Administration",
  limits: [{ count: 1, perMs: 1000 }],

  async search({ words }, access) {
    const vehicle = vehicleOf(words);
    // A make alone is no question here.
    if (!vehicle) return ok(nothing);
    const recalled = await recordsOf(recalls, vehicle, access);
    if (!recalled.ok) return recalled;
    const complained = await recordsOf(complaints, vehicle, access);
    if (!complained.ok) return complained;
    return ok({ threads: [], facts: [...recalled.value, ...complained.value] });
  },
});
