import { sql, type Expression, type ExpressionBuilder, type SqlBool } from "kysely";
import { signatureKey } from "../../../lib/reviews/signature.ts";
import { targetOf } from "../../../lib/reviews/kind.ts";
import type { Place } from "../subject.ts";
import type { Box, ReviewFilter } from "./filter.ts";
import { boxAround, scaleAt, uncertaintyLimit } from "./near.ts";
import { opinionKey } from "./review-row.ts";
import { storableText } from "./storable-text.ts";
import type { Tables } from "./tables.ts";

type Rows = ExpressionBuilder<Tables, "reviews">;
type Condition = Expression<SqlBool>;

/** The conditions of a filter but for `q`, which each database answers in its own way. */
export function conditions(rows: Rows, filter: ReviewFilter): Condition[] {
  return [
    ...visibility(rows, filter),
    ...subjects(rows, filter),
    ...identity(rows, filter),
    ...content(rows, filter),
  ];
}

function visibility(rows: Rows, filter: ReviewFilter): Condition[] {
  const found: Condition[] = [];
  // Written out, not bound: a planner cannot know that a parameter fits a partial index.
  if (filter.latestEditsOnly) found.push(rows("stands", "=", rows.lit(1)));
  if (!filter.examples) found.push(rows("example", "=", rows.lit(0)));
  return found;
}

function subjects(
  rows: Rows,
  { answering, sub, subjects: any, near, box, scheme }: ReviewFilter,
): Condition[] {
  const found: Condition[] = [];
  if (answering) found.push(answers(rows, answering));
  if (any) found.push(rows("about", "in", any.map(storableText)));
  if (sub !== undefined) found.push(subjectIs(rows, sub));
  if (near) found.push(liesNear(rows, near));
  if (box) found.push(liesIn(rows, box));
  if (scheme !== undefined) found.push(rows("scheme", "=", storableText(scheme)));
  return found;
}

/**
 * By what a row counts for, so that an edit is found under the subject of its original. What is about a
 * review is found by that review's signature in either spelling.
 */
function subjectIs(rows: Rows, sub: string): Condition {
  const target = targetOf(sub);
  return target === undefined ? rows("about", "=", storableText(sub)) : rows("target_key", "=", target);
}

function answers(rows: Rows, targets: readonly string[]): Condition {
  const replies = rows
    .selectFrom("reviews as reply")
    .select("reply.signature_key")
    .where("reply.kind", "=", "reply")
    .where("reply.target_key", "in", targets);
  return rows.or([
    rows.and([rows("kind", "=", "reply"), rows("target_key", "in", targets)]),
    rows("root_key", "in", replies),
  ]);
}

function liesIn(rows: Rows, { minLat, maxLat, minLon, maxLon }: Box): Condition {
  const east = rows("lon", ">=", minLon);
  const west = rows("lon", "<=", maxLon);
  return rows.and([
    rows("lat", "is not", null),
    rows("lat", ">=", minLat),
    rows("lat", "<=", maxLat),
    minLon <= maxLon ? rows.and([east, west]) : rows.or([east, west]),
  ]);
}

/** PostgreSQL cannot tell the type of a bare parameter between two others. */
function number(value: number): Expression<number> {
  return sql`cast(${value} as double precision)`;
}

/** Within the sum of both uncertainties. */
function liesNear(rows: Rows, place: Place): Condition {
  const scale = scaleAt(place);
  const north = sql`(lat - ${number(place.lat)}) * ${number(scale.lat)}`;
  const apart = sql`abs(lon - ${number(place.lon)})`;
  const east = sql`(case when ${apart} > 180 then 360 - ${apart} else ${apart} end) * ${number(scale.lon)}`;
  const own = sql`case when uncertainty > ${number(uncertaintyLimit)} then ${number(uncertaintyLimit)}
    else coalesce(uncertainty, 0) end`;
  const reach = sql`(${number(place.uncertainty)} + ${own})`;
  return rows.and([
    liesIn(rows, boxAround(place)),
    sql<SqlBool>`${north} * ${north} + ${east} * ${east} <= ${reach} * ${reach}`,
  ]);
}

function identity(rows: Rows, { authors, signature, kid, did }: ReviewFilter): Condition[] {
  const found: Condition[] = [];
  if (authors) found.push(rows("author", "in", authors));
  if (did !== undefined) found.push(sql<SqlBool>`1 = 0`);
  if (signature !== undefined) found.push(rows("signature_key", "=", storableText(signatureKey(signature))));
  if (kid !== undefined) {
    found.push(
      rows("author", "in", rows.selectFrom("authors").select("id").where("kid", "=", storableText(kid))),
    );
  }
  return found;
}

function content(rows: Rows, { iat, gtIat, rating, opinion, opinionated }: ReviewFilter): Condition[] {
  const found: Condition[] = [];
  if (iat !== undefined) found.push(rows("iat", "=", iat));
  if (gtIat !== undefined) found.push(rows("iat", ">", gtIat));
  if (rating !== undefined) found.push(rows("rating", "=", rating));
  if (opinion !== undefined) found.push(rows("opinion_key", "=", opinionKey(opinion)));
  if (opinionated !== undefined) found.push(rows("opinion_key", opinionated ? "is not" : "is", null));
  return found;
}
