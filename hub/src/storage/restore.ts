import type { Review } from "../../../lib/model/review.ts";
import { verifyToken } from "../../../lib/reviews/token.ts";
import { append } from "./append.ts";
import type { Database, Work } from "./database.ts";
import type { SignRecord } from "./remove.ts";
import { withoutTakenBack } from "./withheld.ts";
import { bumpRevision, lockSequence } from "./sequence.ts";

export interface RestoreOrder {
  readonly signatureKey: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly sign?: SignRecord;
  /** Tokens that somebody has handed in for it; without them those that were kept aside. */
  readonly tokens?: readonly string[];
}

export interface Restored {
  /** Removals that were lifted. */
  readonly lifted: number;
  /** Tokens that are served again. The others may be handed in again. */
  readonly back: number;
}

/** Takes a removal back, as after an appeal: the review and the edits that went with it. */
export async function restore(work: Work, order: RestoreOrder): Promise<Restored> {
  const { trx } = work;
  const { signatureKey, day, sign, tokens = [] } = order;
  await lockSequence(trx);
  const rows = await trx
    .selectFrom("removals")
    .select(["id", "code"])
    .where((row) => row.or([row("signature_key", "=", signatureKey), row("root_key", "=", signatureKey)]))
    .execute();
  if (rows.length === 0) return { lifted: 0, back: 0 };
  const ids = rows.map(({ id }) => id);
  const kept = await trx.selectFrom("withheld").select("jwt").where("id", "in", ids).execute();
  await trx.deleteFrom("removals").where("id", "in", ids).execute();
  await trx.deleteFrom("withheld").where("id", "in", ids).execute();
  for (const { id, code: maybe } of rows) {
    const code = maybe ?? "unstated";
    const record = (await sign?.({ act: "restore", id, code, day })) ?? null;
    await trx.insertInto("restorations").values({ id, code, day, record }).execute();
  }
  const found = await verifiedOf([...kept.map(({ jwt }) => jwt), ...tokens], new Set(ids));
  const reviews = await withoutTakenBack(trx, found);
  const outcomes =
    reviews.length === 0
      ? []
      : await append(
          work,
          reviews.map((review) => ({ review, mode: "copy" })),
        );
  await bumpRevision(trx);
  return { lifted: rows.length, back: outcomes.filter(({ kind }) => kind === "added").length };
}

/** Those that were taken out, each once and in the order of their dates; whatever else was handed in is left alone. */
async function verifiedOf(tokens: readonly string[], ids: ReadonlySet<string>): Promise<readonly Review[]> {
  const byId = new Map<string, Review>();
  for (const jwt of tokens) {
    const verified = await verifyToken(jwt);
    if (verified.ok && ids.has(verified.value.id)) byId.set(verified.value.id, verified.value);
  }
  return [...byId.values()].toSorted((a, b) => a.issuedAt - b.issuedAt);
}

/** Erases what was kept for an appeal that can no longer come. @param today - `YYYY-MM-DD`. */
export async function eraseWithheld({ trx }: Work, today: string): Promise<number> {
  const gone = await trx.deleteFrom("withheld").where("until_day", "<", today).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** A review that is passed on again, with its token where it is here. */
export interface RestoredReview {
  readonly id: string;
  readonly code: string;
  readonly day: string;
  readonly record: string | null;
  readonly jwt: string | null;
}

export async function readRestorations({ kysely }: Database): Promise<readonly RestoredReview[]> {
  return kysely
    .selectFrom("restorations")
    .leftJoin("reviews", "reviews.id", "restorations.id")
    .select([
      "restorations.id",
      "restorations.code",
      "restorations.day",
      "restorations.record",
      "reviews.jwt",
    ])
    .orderBy("restorations.day")
    .orderBy("restorations.id")
    .execute();
}
