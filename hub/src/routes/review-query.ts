import type { Context } from "hono";
import { Refusal } from "../http/refusal.ts";
import type { ReviewFilter } from "../storage/filter.ts";
import { placeOf } from "../subject.ts";
import { booleanOf, integerOf, textOf } from "./query.ts";
import type { RouteParameter } from "./route.ts";

/** What `GET /reviews` understands. Unknown parameters are ignored, as the published server does. */
export const filterParameters: readonly RouteParameter[] = [
  query(
    "q",
    "string",
    "Part of the subject or of the opinion, whatever the case. `%` and `_` are just letters.",
  ),
  query("signature", "string", "The review with this signature, also when it was edited or deleted since."),
  query("kid", "string", "By the person with this key: SPKI PEM on one line."),
  query("scheme", "string", "`https`, `geo`, `urn:lei`, `urn:isbn` or `urn:maresi`."),
  query("iat", "integer", "Dated at exactly this second since 1970."),
  query("gt_iat", "integer", "Dated after this second since 1970."),
  query(
    "sub",
    "string",
    "About this subject, spelled so. For `geo:` everything near it, within both uncertainties.",
  ),
  query("rating", "integer", "With exactly this rating, 0–100."),
  query("opinion", "string", "With exactly this opinion."),
  query("opinionated", "boolean", "With an opinion, or without one."),
  query(
    "examples",
    "boolean",
    "Also about the two subjects for trying things out, `https://example.com` and `geo:0,0`.",
  ),
  query(
    "did",
    "string",
    "By the holder of this decentralised identifier. This hub knows none, so nothing is found.",
  ),
  query(
    "latest_edits_only",
    "boolean",
    "Default true: of a review and its edits only the newest, and nothing that was deleted.",
  ),
];

export const pageParameters: readonly RouteParameter[] = [
  query("limit", "integer", "Most reviews to answer."),
  query("offset", "integer", "How many to leave out first. An empty page is the end."),
];

export function query(name: string, type: RouteParameter["type"], description: string): RouteParameter {
  return { name, in: "query", type, description };
}

/** @throws {Refusal} 400 */
export function filterOf(context: Context): ReviewFilter {
  const given = {
    q: textOf(context, "q"),
    signature: textOf(context, "signature"),
    kid: textOf(context, "kid"),
    did: textOf(context, "did"),
    scheme: textOf(context, "scheme"),
    iat: integerOf(context, "iat"),
    gtIat: integerOf(context, "gt_iat"),
    rating: integerOf(context, "rating"),
    opinion: textOf(context, "opinion"),
    opinionated: booleanOf(context, "opinionated"),
    ...subjectOf(textOf(context, "sub")),
  };
  const filter: Partial<ReviewFilter> = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
  return {
    ...filter,
    // Who asks for one signature wants to know whether that review is here, whatever became of it.
    examples: booleanOf(context, "examples") ?? given.signature !== undefined,
    latestEditsOnly: booleanOf(context, "latest_edits_only") ?? given.signature === undefined,
  };
}

/** A subject as a filter: by its spelling, or for a place by what lies near. */
function subjectOf(sub: string | undefined): Pick<ReviewFilter, "sub" | "near"> {
  if (sub === undefined) return {};
  if (!/^geo:/i.test(sub)) return { sub };
  const near = placeOf(sub);
  if (!near) throw new Refusal(400, "Incorrect URI: not a place on Earth");
  return { near };
}
