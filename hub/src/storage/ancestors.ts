import type { Kysely, Transaction } from "kysely";
import type { ReviewTable, Tables } from "./tables.ts";

/** What is needed to find what a row is about in the end. */
export type Statement = Pick<ReviewTable, "signature_key" | "target_key" | "root_key" | "sub" | "about">;

/** A reply to a reply to a reply …: deeper than people talk. */
const deepestThread = 30;

/** Keys of the reviews that a statement is about, the nearest first, and the subject of the last one, where known. */
export interface Line {
  readonly reviews: readonly string[];
  readonly subject: string;
}

export function lineOf(statement: Statement, known: ReadonlyMap<string, Statement>): Line {
  const reviews: string[] = [];
  let at = statement;
  while (reviews.length < deepestThread) {
    const target = targetOf(at);
    if (target === undefined) break;
    reviews.push(target);
    const next = known.get(target);
    if (!next) break;
    at = next;
  }
  return { reviews, subject: at.sub };
}

/** A change is about its original, whatever it names. */
function targetOf({ root_key: root, target_key: target }: Statement): string | undefined {
  return root || target || undefined;
}

/** Everything that statements are about, and what that is about, up to the subjects. */
export async function readAncestors(
  kysely: Kysely<Tables> | Transaction<Tables>,
  statements: readonly Statement[],
): Promise<Map<string, Statement>> {
  const known = new Map<string, Statement>();
  const asked = new Set<string>();
  let level = statements;
  for (let depth = 0; depth < deepestThread; depth++) {
    const keys = new Set(level.map(targetOf).filter((key) => key !== undefined && !asked.has(key)));
    if (keys.size === 0) break;
    const some = [...keys].flatMap((key) => key ?? []);
    for (const key of some) asked.add(key);
    level = await readRows(kysely, some);
    for (const row of level) known.set(row.signature_key, row);
  }
  return known;
}

/** A statement takes 32 766 parameters at most in SQLite; strangers can flag more replies than that. */
const keysAtOnce = 1000;

async function readRows(
  kysely: Kysely<Tables> | Transaction<Tables>,
  keys: readonly string[],
): Promise<readonly Statement[]> {
  const rows: Statement[] = [];
  for (let at = 0; at < keys.length; at += keysAtOnce) {
    const some = await kysely
      .selectFrom("reviews")
      .select(["signature_key", "target_key", "root_key", "sub", "about"])
      .where("signature_key", "in", keys.slice(at, at + keysAtOnce))
      .execute();
    rows.push(...some);
  }
  return rows;
}
