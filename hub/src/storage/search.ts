import { sql, type Kysely, type SqlBool, type Expression } from "kysely";
import type { Engine } from "./database.ts";
import type { Tables } from "./tables.ts";

/** Fewer characters make no trigram. */
const shortestIndexed = 3;
/** A search that no index can serve looks through this many of the newest reviews, not through all. */
export const scannedNewest = 20_000;
/** From this many hits on, walking the list from the newest and looking is quicker than sorting all hits. */
const manyHits = 5000;

/** How a search is answered, decided by what is searched for and how often it occurs. */
export type SearchPlan =
  | { readonly kind: "index"; readonly condition: Expression<SqlBool> }
  | { readonly kind: "look"; readonly condition: Expression<SqlBool> }
  | { readonly kind: "look-at-newest"; readonly condition: Expression<SqlBool> };

/** The literal text as a `LIKE` pattern: `%` and `_` find themselves. */
function likePattern(q: string): string {
  return `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

function contains(engine: Engine, q: string): Expression<SqlBool> {
  const like = sql.raw(engine === "sqlite" ? "like" : "ilike");
  const pattern = likePattern(q);
  return sql<SqlBool>`(sub ${like} ${pattern} escape '\\' or opinion ${like} ${pattern} escape '\\')`;
}

export async function planSearch(kysely: Kysely<Tables>, engine: Engine, q: string): Promise<SearchPlan> {
  if (Array.from(q).length < shortestIndexed) {
    return { kind: "look-at-newest", condition: contains(engine, q) };
  }
  // PostgreSQL has statistics and chooses by itself.
  if (engine === "postgres") return { kind: "look", condition: contains(engine, q) };
  const phrase = `"${q.replaceAll('"', '""')}"`;
  const hits = sql<number>`select rowid from reviews_text where reviews_text match ${phrase}`;
  const { rows } = await sql<{ hits: number }>`
    select count(*) as hits from (${hits} limit ${manyHits})
  `.execute(kysely);
  // SQLite's LIKE folds the case of ASCII letters only; the index knows them all.
  const isAscii = /^[\x20-\x7e]*$/.test(q);
  if (isAscii && (rows[0]?.hits ?? 0) >= manyHits) return { kind: "look", condition: contains(engine, q) };
  return { kind: "index", condition: sql<SqlBool>`seq in (${hits})` };
}
