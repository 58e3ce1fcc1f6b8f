import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { send } from "../http/send.ts";
import type { Hub } from "../hub.ts";
import type { Page, ReviewFilter } from "../storage/filter.ts";
import type { ListedReview } from "../storage/list.ts";
import { csv } from "./csv.ts";
import { nTriples } from "./n-triples.ts";
import { reviewJson } from "./review-json.ts";

const json = "application/json";
const triples = "application/n-triples";
const table = "text/csv";
export const reviewTypes = [json, triples, table] as const;

/** What the client would rather have. JSON where it does not say; CSV for the rest, as the protocol has it. */
export function preferredType(context: Context): string {
  const wanted = context.req.header("Accept");
  if (wanted === undefined || wanted === "") return json;
  return accepts(context, {
    header: "Accept",
    supports: [...reviewTypes],
    default: table,
    match(given) {
      const ranked = given.toSorted((a, b) => b.q - a.q).filter(({ q }) => q > 0);
      for (const { type } of ranked) {
        if (type === "*/*" || type === "application/*" || type === json) return json;
        if (type === triples) return triples;
        if (type === table || type === "text/*") return table;
      }
      return table;
    },
  });
}

/** Answers `GET /reviews` and its like in the form the client prefers. */
export async function sendReviews(
  context: Context,
  hub: Hub,
  filter: ReviewFilter,
  page: Page,
  extras: { readonly issuers: boolean; readonly maresiSubjects: boolean },
): Promise<Response> {
  const rows = await hub.storage.list(filter, page);
  const type = preferredType(context);
  if (type === triples) return send(context, { type: `${triples}; charset=utf-8`, body: nTriples(rows) });
  if (type === table) {
    return send(context, {
      type: "text/csv; charset=utf-8",
      body: csv(rows),
      headers: { "Content-Disposition": 'attachment; filename="reviews.csv"' },
    });
  }
  const reply = {
    reviews: rows.map(reviewJson),
    issuers: extras.issuers ? await issuersOf(hub, rows) : null,
    maresi_subjects: extras.maresiSubjects ? await subjectsOf(hub, rows) : null,
  };
  return send(context, { type: `${json}; charset=utf-8`, body: JSON.stringify(reply) });
}

async function issuersOf(hub: Hub, rows: readonly ListedReview[]): Promise<object> {
  return Object.fromEntries(await hub.storage.issuers([...new Set(rows.map(({ kid }) => kid))]));
}

/** What was said about each of these reviews. */
async function subjectsOf(hub: Hub, rows: readonly ListedReview[]): Promise<object> {
  const subs = rows.map(({ signature }) => `urn:maresi:${signature}`);
  return Object.fromEntries(await hub.storage.subjects([...new Set(subs)]));
}
