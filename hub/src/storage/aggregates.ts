import { sql } from "kysely";
import { targetOf } from "../../../lib/reviews/kind.ts";
import type { Database } from "./database.ts";
import type { Place } from "../subject.ts";
import { storableText } from "./storable-text.ts";
import { conditions } from "./where.ts";

/** What `GET /subject/{sub}` answers. */
export interface SubjectAggregate {
  readonly sub: string;
  /** Mean rating of reviews not marked as generated, rounded; null without one, and for reviews. */
  readonly quality: number | null;
  readonly count: number;
  readonly opinion_count: number;
  readonly positive_count: number;
  readonly confirmed_count: number;
}

/** What `GET /issuer/{pem}` answers. This hub does not rate people: `neutrality` is always null. */
export interface IssuerAggregate {
  readonly count: number;
  readonly neutrality: null;
}

interface Sums {
  readonly count: number;
  readonly opinions: number;
  readonly positive: number;
  readonly confirmed: number;
  readonly rated: number;
  readonly rating_sum: number;
}

const sums = {
  count: sql<number>`count(*)`,
  opinions: sql<number>`count(opinion_key)`,
  positive: sql<number>`coalesce(sum(case when rating > 50 then 1 else 0 end), 0)`,
  confirmed: sql<number>`coalesce(sum(confirmed), 0)`,
  rated: sql<number>`coalesce(sum(case when rating is not null and generated = 0 then 1 else 0 end), 0)`,
  rating_sum: sql<number>`coalesce(sum(case when generated = 0 then rating else 0 end), 0)`,
};
const selectSums = [
  sums.count.as("count"),
  sums.opinions.as("opinions"),
  sums.positive.as("positive"),
  sums.confirmed.as("confirmed"),
  sums.rated.as("rated"),
  sums.rating_sum.as("rating_sum"),
];

const nothing: Sums = { count: 0, opinions: 0, positive: 0, confirmed: 0, rated: 0, rating_sum: 0 };

function aggregate(
  sub: string,
  { count, opinions, positive, confirmed, rated, rating_sum }: Sums,
): SubjectAggregate {
  const isReview = targetOf(sub) !== undefined;
  return {
    sub,
    quality: isReview || rated === 0 ? null : Math.round(rating_sum / rated),
    count,
    opinion_count: opinions,
    positive_count: positive,
    confirmed_count: confirmed,
  };
}

/** One subject. For a place, everything near it, as the protocol has it. */
export async function subjectAggregate(
  database: Database,
  sub: string,
  near: Place | undefined,
): Promise<SubjectAggregate> {
  if (!near) return (await subjectAggregates(database, [sub])).get(sub) ?? aggregate(sub, nothing);
  const found = await database.kysely
    .selectFrom("reviews")
    .select(selectSums)
    .where((rows) => rows.and(conditions(rows, { near, examples: true, latestEditsOnly: true })))
    .executeTakeFirstOrThrow();
  return aggregate(sub, found);
}

/** Many subjects at once, places by their exact spelling. Each one asked for is in the answer. */
export async function subjectAggregates(
  { kysely }: Database,
  subs: readonly string[],
): Promise<ReadonlyMap<string, SubjectAggregate>> {
  const targets = new Map(subs.flatMap((sub) => targetOf(sub) ?? []).map((key) => [key, nothing]));
  const abouts = subs.filter((sub) => targetOf(sub) === undefined);
  const found = new Map<string, Sums>();
  if (abouts.length > 0) {
    const rows = await kysely
      .selectFrom("reviews")
      .select(["about", ...selectSums])
      .where("about", "in", abouts.map(storableText))
      .where("stands", "=", 1)
      .groupBy("about")
      .execute();
    for (const row of rows) found.set(row.about, row);
  }
  if (targets.size > 0) {
    const rows = await kysely
      .selectFrom("reviews")
      .select(["target_key", ...selectSums])
      .where("target_key", "in", [...targets.keys()])
      .where("stands", "=", 1)
      // An edit is no opinion about a review, it is the review.
      .where("kind", "not in", ["edit", "delete"])
      .groupBy("target_key")
      .execute();
    for (const row of rows) found.set(row.target_key ?? "", row);
  }
  return new Map(subs.map((sub) => [sub, aggregate(sub, found.get(targetOf(sub) ?? sub) ?? nothing)]));
}

/** Each key asked for is in the answer; an unknown one has written nothing. */
export async function issuerAggregates(
  { kysely }: Database,
  kids: readonly string[],
): Promise<ReadonlyMap<string, IssuerAggregate>> {
  const rows = await kysely
    .selectFrom("authors")
    .innerJoin("reviews", "reviews.author", "authors.id")
    .select(["authors.kid", sql<number>`count(*)`.as("count")])
    .where("authors.kid", "in", kids.map(storableText))
    .where("reviews.stands", "=", 1)
    .groupBy("authors.kid")
    .execute();
  const counts = new Map(rows.map(({ kid, count }) => [kid, count]));
  return new Map(kids.map((kid) => [kid, { count: counts.get(kid) ?? 0, neutrality: null }]));
}
