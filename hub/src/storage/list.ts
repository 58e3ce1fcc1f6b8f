import type { SelectQueryBuilder } from "kysely";
import type { Database } from "./database.ts";
import type { Page, ReviewFilter } from "./filter.ts";
import { planSearch, scannedNewest, type SearchPlan } from "./search.ts";
import { storableText } from "./storable-text.ts";
import type { ReviewTable, Tables } from "./tables.ts";
import { conditions } from "./where.ts";

/** A row as replies need it: the token, its author's key, and what was read from it. */
export type ListedReview = Pick<
  ReviewTable,
  | "seq"
  | "signature"
  | "root_key"
  | "jwt"
  | "author"
  | "kind"
  | "scheme"
  | "sub"
  | "about"
  | "iat"
  | "rating"
  | "opinion"
  | "lat"
  | "lon"
  | "uncertainty"
> & { readonly kid: string };

type Seqs = SelectQueryBuilder<Tables, "reviews", Pick<ReviewTable, "seq">>;

/** Newest first by the authors' own clocks; what came later first where those agree. */
export async function listReviews(
  database: Database,
  filter: ReviewFilter,
  page: Page,
): Promise<readonly ListedReview[]> {
  const plan = filter.q
    ? await planSearch(database.kysely, database.engine, storableText(filter.q))
    : undefined;
  // First the page by its numbers, which indexes alone can answer, then only these rows in full: a page far
  // down the list does not read what lies before it.
  const seqs = seqsOf(database, filter, plan)
    .orderBy("reviews.iat", "desc")
    .orderBy("reviews.seq", "desc")
    .limit(page.limit)
    .offset(page.offset);
  return selectListed(database)
    .where("reviews.seq", "in", seqs)
    .orderBy("reviews.iat", "desc")
    .orderBy("reviews.seq", "desc")
    .execute();
}

/** One review by its signature, in either spelling; what was edited or deleted is found as well. */
export async function findReview(
  database: Database,
  signatureKey: string,
): Promise<ListedReview | undefined> {
  return selectListed(database)
    .where("reviews.signature_key", "=", storableText(signatureKey))
    .executeTakeFirst();
}

function selectListed({ kysely }: Database): SelectQueryBuilder<Tables, "reviews" | "authors", ListedReview> {
  return kysely
    .selectFrom("reviews")
    .innerJoin("authors", "authors.id", "reviews.author")
    .select([
      "reviews.seq",
      "reviews.signature",
      "reviews.root_key",
      "reviews.jwt",
      "reviews.author",
      "reviews.kind",
      "reviews.scheme",
      "reviews.sub",
      "reviews.about",
      "reviews.iat",
      "reviews.rating",
      "reviews.opinion",
      "reviews.lat",
      "reviews.lon",
      "reviews.uncertainty",
      "authors.kid",
    ]);
}

/** Sequence numbers of everything that fits a filter, unsorted. */
function seqsOf({ kysely }: Database, filter: ReviewFilter, plan: SearchPlan | undefined): Seqs {
  const seqs = kysely
    .selectFrom("reviews")
    .select("reviews.seq")
    .where((rows) => rows.and(conditions(rows, filter)));
  if (!plan) return seqs;
  const found = seqs.where(plan.condition);
  if (plan.kind !== "look-at-newest") return found;
  const newest = kysely.selectFrom("reviews").select("seq").orderBy("iat", "desc").orderBy("seq", "desc");
  return found.where("reviews.seq", "in", newest.limit(scannedNewest));
}
