import { sql, type ExpressionBuilder } from "kysely";
import { lineOf, readAncestors } from "./ancestors.ts";
import type { Database, Work } from "./database.ts";
import { holdKeyOf } from "./holds.ts";
import { lockSequence } from "./sequence.ts";
import type { ReviewTable, Tables } from "./tables.ts";

/** A flag as it was signed. By whom nobody knows: its key signs nothing else. */
interface Flag {
  readonly author: string;
  /** 0: against the terms; 1: of low quality. */
  readonly rating: number | null;
  readonly opinion: string | null;
}

/** A review that was flagged and that nobody has looked at since. */
export interface Flagged {
  readonly signature: string;
  /** What it is about in the end, also where it answers another review. */
  readonly subject: string;
  /** What stands now: an edit's words where there is one. */
  readonly opinion: string | null;
  readonly rating: number | null;
  readonly flags: readonly Flag[];
}

export interface FlagQuery {
  /** Only what is about this, in whatever spelling, and what is said below it. */
  readonly subject?: string;
  readonly limit: number;
}

/**
 * Reviews with flags that came after the operator last dealt with them, the longest waiting first. What its author
 * has deleted needs no decision any more.
 */
export async function readQueue(database: Database, query: FlagQuery): Promise<readonly Flagged[]> {
  const targets = await openTargets(database, query);
  const keys = targets.map(({ key }) => key);
  if (keys.length === 0) return [];
  const flags = await openFlags(database)
    .select(["flag.target_key as target", "flag.author", "flag.rating", "flag.opinion"])
    .where("flag.target_key", "in", keys)
    .orderBy("flag.seq")
    .execute();
  const texts = await database.kysely
    .selectFrom("reviews")
    .select(["signature_key", "root_key", "opinion", "rating"])
    .where("stands", "=", 1)
    .where((row) => row.or([row("signature_key", "in", keys), row("root_key", "in", keys)]))
    .execute();
  // By the original and by itself: an edit may be flagged under its own name.
  const textOf = new Map(
    texts.flatMap((row) => [row.root_key, row.signature_key].map((key) => [key, row] as const)),
  );
  return targets.flatMap(({ key, signature, subject }): Flagged[] => {
    const text = textOf.get(key);
    if (!text) return [];
    const { opinion, rating } = text;
    return [{ signature, subject, opinion, rating, flags: flags.filter(({ target }) => target === key) }];
  });
}

/** Flags that stand and that nobody has dealt with. */
function openFlags({ kysely }: Database) {
  return kysely
    .selectFrom("reviews as flag")
    .leftJoin("dismissals", "dismissals.target_key", "flag.target_key")
    .where("flag.kind", "=", sql.lit("flag"))
    .where("flag.stands", "=", 1)
    .where((row) => row("flag.seq", ">", row.fn.coalesce("dismissals.seq", sql<number>`0`)));
}

async function openTargets(
  database: Database,
  { subject, limit }: FlagQuery,
): Promise<readonly { readonly key: string; readonly signature: string; readonly subject: string }[]> {
  const rows = await openFlags(database)
    .innerJoin("reviews as target", "target.signature_key", "flag.target_key")
    .select([
      "target.signature_key",
      "target.signature",
      "target.target_key",
      "target.root_key",
      "target.sub",
      "target.about",
    ])
    .select((row) => row.fn.min("flag.seq").as("first"))
    .where((row) => row.exists(standing(row)))
    .groupBy([
      "target.signature_key",
      "target.signature",
      "target.target_key",
      "target.root_key",
      "target.sub",
      "target.about",
    ])
    .orderBy("first")
    .execute();
  // Few reviews are flagged: what each is about in the end is looked up from these.
  const known = await readAncestors(database.kysely, rows);
  const wanted = subject === undefined ? undefined : holdKeyOf(subject);
  return rows
    .map((row) => ({ key: row.signature_key, signature: row.signature, subject: lineOf(row, known).subject }))
    .filter((row) => wanted === undefined || holdKeyOf(row.subject) === wanted)
    .slice(0, limit);
}

/** A version of a flagged review that its author has not deleted. */
function standing(row: ExpressionBuilder<Tables & { target: ReviewTable }, "target">) {
  return row
    .selectFrom("reviews as now")
    .select("now.seq")
    .where("now.stands", "=", 1)
    .where((now) =>
      now.or([
        now("now.signature_key", "=", now.ref("target.signature_key")),
        now("now.root_key", "=", now.ref("target.signature_key")),
      ]),
    );
}

/**
 * Remembers that the flags so far are dealt with and the review stays. Later ones open it again.
 *
 * @returns How many flags that were; 0 where nothing was open.
 */
export async function dismissFlags({ trx }: Work, targetKey: string): Promise<number> {
  const sequence = await lockSequence(trx);
  const before = await trx
    .selectFrom("dismissals")
    .select("seq")
    .where("target_key", "=", targetKey)
    .executeTakeFirst();
  const open = await trx
    .selectFrom("reviews")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("target_key", "=", targetKey)
    .where("kind", "=", sql.lit("flag"))
    .where("seq", ">", before?.seq ?? 0)
    .executeTakeFirstOrThrow();
  if (open.count === 0) return 0;
  await trx
    .insertInto("dismissals")
    .values({ target_key: targetKey, seq: sequence })
    .onConflict((conflict) => conflict.column("target_key").doUpdateSet({ seq: sequence }))
    .execute();
  return open.count;
}
