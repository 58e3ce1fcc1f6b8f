import { sql } from "kysely";
import type { Work } from "../database.ts";

/**
 * Substring search over subject and opinion by trigrams. SQLite: FTS5 over the rows of `reviews` without a
 * copy of their text. PostgreSQL: `pg_trgm` if this server has it and lets us; without it a search reads the
 * table, which is bearable up to some ten thousand reviews.
 *
 * @see https://sqlite.org/fts5.html#the_trigram_tokenizer
 * @see https://www.postgresql.org/docs/current/pgtrgm.html
 */
export async function up({ trx, engine }: Work): Promise<void> {
  if (engine === "sqlite") {
    await sql`create virtual table reviews_text using fts5(
      sub, opinion, content = 'reviews', content_rowid = 'seq', tokenize = 'trigram'
    )`.execute(trx);
    return;
  }
  const { rows } = await sql<{ usable: boolean }>`
    select has_database_privilege(current_database(), 'CREATE')
      and exists (select from pg_available_extensions where name = 'pg_trgm')
      or exists (select from pg_extension where extname = 'pg_trgm') as usable
  `.execute(trx);
  if (!rows[0]?.usable) return;
  await sql`create extension if not exists pg_trgm`.execute(trx);
  await sql`create index reviews_text on reviews
    using gin (sub gin_trgm_ops, opinion gin_trgm_ops)`.execute(trx);
}
