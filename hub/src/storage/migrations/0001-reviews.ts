import { sql } from "kysely";
import type { Work } from "../database.ts";

/**
 * The first shape. One index for each filter of `GET /reviews`, with what the list is sorted by behind it, so
 * that a page is read in order and never sorted.
 */
export async function up({ trx, engine }: Work): Promise<void> {
  // In SQLite only `integer primary key` is the row's own number, which the search index refers to.
  const bigint = engine === "sqlite" ? "integer" : "bigint";
  await trx.schema
    .createTable("authors")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("kid", "text", (column) => column.notNull().unique())
    .execute();
  await createReviews(trx, bigint);
  await createIndexes(trx);
  await createSideTables(trx, bigint);
}

async function createReviews(trx: Work["trx"], bigint: "integer" | "bigint"): Promise<void> {
  await trx.schema
    .createTable("reviews")
    .addColumn("seq", bigint, (column) => column.primaryKey())
    .addColumn("id", "text", (column) => column.notNull().unique())
    .addColumn("signature", "text", (column) => column.notNull())
    .addColumn("signature_key", "text", (column) => column.notNull().unique())
    .addColumn("jwt", "text", (column) => column.notNull())
    .addColumn("author", "text", (column) => column.notNull().references("authors.id"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("scheme", "text", (column) => column.notNull())
    .addColumn("sub", "text", (column) => column.notNull())
    .addColumn("target_key", "text")
    .addColumn("iat", bigint, (column) => column.notNull())
    .addColumn("rating", "integer")
    .addColumn("opinion", "text")
    .addColumn("opinion_key", "text")
    .addColumn("content_key", "text", (column) => column.notNull())
    .addColumn("confirmed", "integer", (column) => column.notNull())
    .addColumn("generated", "integer", (column) => column.notNull())
    .addColumn("example", "integer", (column) => column.notNull())
    .addColumn("lat", "double precision")
    .addColumn("lon", "double precision")
    .addColumn("uncertainty", "double precision")
    .addColumn("about", "text", (column) => column.notNull())
    .addColumn("root_key", "text")
    .addColumn("stands", "integer", (column) => column.notNull())
    .execute();
}

async function createIndexes(trx: Work["trx"]): Promise<void> {
  for (const columns of ["iat", "about, iat", "author, iat", "scheme, iat", "rating, iat"]) {
    const name = sql.raw(`reviews_${columns.replaceAll(", ", "_")}`);
    const order = sql.raw(columns.replace(/iat$/, "iat desc, seq desc"));
    await sql`create index ${name} on reviews (${order})`.execute(trx);
  }
  // The list as most ask for it. It holds all that is needed to skip to a page far down.
  await sql`create index reviews_standing on reviews (iat desc, seq desc)
    where stands = 1 and example = 0`.execute(trx);
  for (const column of ["target_key", "root_key", "opinion_key"]) {
    const [name, key] = [sql.raw(`reviews_${column}`), sql.raw(column)];
    await sql`create index ${name} on reviews (${key}, iat desc) where ${key} is not null`.execute(trx);
  }
  await sql`create index reviews_content_key on reviews (content_key)`.execute(trx);
  await sql`create index reviews_place on reviews (lat, lon) where lat is not null`.execute(trx);
}

async function createSideTables(trx: Work["trx"], bigint: "integer" | "bigint"): Promise<void> {
  await trx.schema
    .createTable("removals")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("signature", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("day", "text", (column) => column.notNull())
    .execute();
  await trx.schema
    .createTable("feed_segments")
    .addColumn("number", bigint, (column) => column.primaryKey())
    .addColumn("count", bigint, (column) => column.notNull())
    .addColumn("bytes", bigint, (column) => column.notNull())
    .addColumn("sha256", "text", (column) => column.notNull())
    .execute();
  await trx.schema
    .createTable("hub_state")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("value", bigint, (column) => column.notNull())
    .execute();
  await trx
    .insertInto("hub_state")
    .values([
      { name: "sequence", value: 0 },
      { name: "revision", value: 0 },
    ])
    .execute();
}
