import type { Transaction } from "kysely";
import type { Review } from "../../../lib/model/review.ts";
import { verifyToken } from "../../../lib/reviews/token.ts";
import type { ReviewTable, Tables } from "./tables.ts";

type Trx = Transaction<Tables>;

/** Who wrote what is kept aside and deletes are about, by signature key; `known` are those that are here. */
export async function readWithheldAuthors(
  trx: Trx,
  rows: readonly ReviewTable[],
  known: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const deletes = rows.filter(({ kind }) => kind === "delete");
  const keys = new Set(deletes.flatMap(({ target_key: key }) => key ?? []).filter((key) => !known.has(key)));
  if (keys.size === 0) return new Map();
  const kept = await trx
    .selectFrom("removals")
    .innerJoin("withheld", "withheld.id", "removals.id")
    .select("withheld.jwt")
    .where("removals.signature_key", "in", [...keys])
    .execute();
  const tokens = await Promise.all(kept.map(({ jwt }) => verifyToken(jwt)));
  return new Map(
    tokens.flatMap((token) => (token.ok ? [[token.value.signatureKey, token.value.author] as const] : [])),
  );
}

/** Without what its author has taken back while it was out: a review and its edits, whichever of them was named. */
export async function withoutTakenBack(trx: Trx, reviews: readonly Review[]): Promise<readonly Review[]> {
  if (reviews.length === 0) return reviews;
  const keys = new Map(reviews.map(({ author, signatureKey }) => [signatureKey, author]));
  const deletes = await trx
    .selectFrom("reviews")
    .select(["target_key", "author"])
    .where("kind", "=", "delete")
    .where("target_key", "in", [...keys.keys()])
    .execute();
  const gone = new Set(
    deletes.flatMap(({ author, target_key: key }) => (keys.get(key ?? "") === author ? [author] : [])),
  );
  return reviews.filter(({ author }) => !gone.has(author));
}
