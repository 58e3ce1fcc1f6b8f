import { sql } from "kysely";
import type { Work } from "./database.ts";
import type { ReviewTable } from "./tables.ts";

type Indexed = Pick<ReviewTable, "seq" | "sub" | "opinion">;

/** PostgreSQL keeps its index by itself; SQLite's has to be told. */
export async function addToSearch({ trx, engine }: Work, rows: readonly Indexed[]): Promise<void> {
  if (engine !== "sqlite") return;
  const [first, last] = [rows[0]?.seq, rows.at(-1)?.seq];
  if (first === undefined || last === undefined) return;
  await sql`insert into reviews_text (rowid, sub, opinion)
    select seq, sub, opinion from reviews where seq between ${first} and ${last}`.execute(trx);
}

/** Call before the row goes: FTS5 without a copy of the text must be given what it once indexed. */
export async function removeFromSearch({ trx, engine }: Work, row: Indexed): Promise<void> {
  if (engine !== "sqlite") return;
  await sql`insert into reviews_text (reviews_text, rowid, sub, opinion)
    values ('delete', ${row.seq}, ${row.sub}, ${row.opinion})`.execute(trx);
}
