import type { Transaction } from "kysely";
import type { Flag, ReviewTable, Tables } from "./tables.ts";

type Trx = Transaction<Tables>;
/** `root_key` of a change by somebody who did not write the original. */
const notTheirs = "";
type Change = Pick<ReviewTable, "signature_key" | "target_key" | "author">;

function isChange({ kind }: Pick<ReviewTable, "kind">): boolean {
  return kind === "edit" || kind === "delete";
}

/** An edit of an edit of an edit …: deeper than people go, shallow enough for hostile chains. */
const deepestChain = 100;

/**
 * Brings `about`, `root_key` and `stands` up to date around new rows, in whatever order originals, edits and
 * deletes arrive. Edits and deletes count only by the author of the original; those that point to an edit
 * count for its original.
 */
export async function settle(trx: Trx, added: readonly ReviewTable[]): Promise<void> {
  // A new row may be what waiting changes are about, and a new change may be about what is here.
  let keys = added.flatMap((row) => [
    row.signature_key,
    ...(isChange(row) && row.target_key ? [row.target_key] : []),
  ]);
  const roots = new Set<string>();
  for (let depth = 0; keys.length > 0 && depth < deepestChain; depth++) {
    const resolved = await resolve(trx, [...new Set(keys)]);
    for (const { root } of resolved) roots.add(root);
    keys = resolved.map(({ key }) => key);
  }
  await settleRoots(trx, roots);
}

/** Decides anew which of an original and its changes stands, for each of these originals. */
export async function settleRoots(trx: Trx, roots: Iterable<string>): Promise<void> {
  for (const root of new Set(roots)) if (root !== notTheirs) await settleRoot(trx, root);
}

interface Resolved {
  /** Of the change that now knows what it is about. */
  readonly key: string;
  readonly root: string;
}

/** Gives changes that point to one of `keys` their original, where that is known by now. */
async function resolve(trx: Trx, keys: readonly string[]): Promise<readonly Resolved[]> {
  const waiting: readonly Change[] = await trx
    .selectFrom("reviews")
    .select(["signature_key", "target_key", "author"])
    .where("target_key", "in", keys)
    .where("kind", "in", ["edit", "delete"])
    .where("root_key", "is", null)
    .execute();
  if (waiting.length === 0) return [];
  const targets = await trx
    .selectFrom("reviews")
    .select(["signature_key", "author", "kind", "root_key", "about"])
    .where("signature_key", "in", keys)
    .execute();
  const byKey = new Map(targets.map((target) => [target.signature_key, target]));
  const resolved: Resolved[] = [];
  for (const change of waiting) {
    const target = byKey.get(change.target_key ?? "");
    if (!target) continue;
    const root = isChange(target) ? target.root_key : target.signature_key;
    // The edit that it edits is itself still waiting.
    if (root === null) continue;
    const isTheirs = root !== notTheirs && target.author === change.author;
    await trx
      .updateTable("reviews")
      .set(isTheirs ? { root_key: root, about: target.about } : { root_key: notTheirs, stands: 0 })
      .where("signature_key", "=", change.signature_key)
      .execute();
    resolved.push({ key: change.signature_key, root: isTheirs ? root : notTheirs });
  }
  return resolved;
}

/**
 * Of an original and its edits the newest one stands; after a delete, none does. A delete holds whatever its date:
 * a withdrawal slip is signed together with the review, so it is older than later edits.
 */
async function settleRoot(trx: Trx, root: string): Promise<void> {
  const rows = await trx
    .selectFrom("reviews")
    .select(["seq", "id", "kind", "iat", "stands"])
    .where((row) => row.or([row("signature_key", "=", root), row("root_key", "=", root)]))
    .execute();
  const isDeleted = rows.some(({ kind }) => kind === "delete");
  const newest = rows.reduce<(typeof rows)[number] | undefined>(
    (best, row) => (best === undefined || isNewer(row, best) ? row : best),
    undefined,
  );
  for (const row of rows) {
    const stands: Flag = row === newest && !isDeleted ? 1 : 0;
    if (stands !== row.stands) {
      await trx.updateTable("reviews").set({ stands }).where("seq", "=", row.seq).execute();
    }
  }
}

type Dated = Pick<ReviewTable, "id" | "kind" | "iat">;

/** An edit comes after its original whatever the clocks say; at the same second the id decides. */
function isNewer(a: Dated, b: Dated): boolean {
  if (isChange(a) !== isChange(b)) return isChange(a);
  if (a.iat !== b.iat) return a.iat > b.iat;
  return a.id > b.id;
}
