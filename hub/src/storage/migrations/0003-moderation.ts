import { sql } from "kysely";
import { signatureKey } from "../../../../lib/reviews/signature.ts";
import type { Work } from "../database.ts";

/** What operators do: reasons as codes with a signed record, tokens kept aside for an appeal, holds, flags dealt with. */
export async function up({ trx, engine }: Work): Promise<void> {
  const bigint = engine === "sqlite" ? "integer" : "bigint";
  for (const column of ["signature_key", "root_key", "code", "jurisdiction", "record"])
    await trx.schema.alterTable("removals").addColumn(column, "text").execute();
  for (const { id, signature } of await trx.selectFrom("removals").select(["id", "signature"]).execute()) {
    const key = signatureKey(signature);
    await trx
      .updateTable("removals")
      .set({ signature_key: key, root_key: key, code: "unstated" })
      .where("id", "=", id)
      .execute();
  }
  await sql`create index removals_root_key on removals (root_key)`.execute(trx);
  await trx.schema
    .createTable("withheld")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("jwt", "text", (column) => column.notNull())
    .addColumn("until_day", "text", (column) => column.notNull())
    .execute();
  await trx.schema
    .createTable("restorations")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("code", "text", (column) => column.notNull())
    .addColumn("day", "text", (column) => column.notNull())
    .addColumn("record", "text")
    .execute();
  await trx.schema
    .createTable("holds")
    .addColumn("hold_key", "text", (column) => column.primaryKey())
    .addColumn("target", "text", (column) => column.notNull())
    .addColumn("day", "text", (column) => column.notNull())
    .addColumn("until_day", "text")
    .execute();
  await trx.schema
    .createTable("held")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("position", bigint, (column) => column.notNull())
    .addColumn("hold_key", "text", (column) => column.notNull())
    .addColumn("signature_key", "text", (column) => column.notNull().unique())
    .addColumn("target_key", "text")
    .addColumn("author", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("content_key", "text", (column) => column.notNull())
    .addColumn("jwt", "text", (column) => column.notNull())
    .execute();
  await sql`create index held_content_key on held (content_key)`.execute(trx);
  await sql`create index held_hold_key on held (hold_key, position)`.execute(trx);
  await trx.schema
    .createTable("dismissals")
    .addColumn("target_key", "text", (column) => column.primaryKey())
    .addColumn("seq", bigint, (column) => column.notNull())
    .execute();
  await sql`create index reviews_flags on reviews (target_key, seq) where kind = 'flag'`.execute(trx);
}
