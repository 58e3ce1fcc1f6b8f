import type { FeedDaily } from "../../../lib/schema/feed-daily.ts";
import type { RestoredReview } from "../storage/restore.ts";
import type { Storage } from "../storage/storage.ts";
import type { RemovalTable } from "../storage/tables.ts";

type Moderation = Pick<FeedDaily, "removals" | "restored">;

/** What the operator has taken out and put back, as feeds and the public list carry it. */
export async function moderationOf(storage: Storage): Promise<Moderation> {
  const [removals, restorations] = await Promise.all([storage.removals(), storage.restorations()]);
  const restored = restorations.flatMap(restorationOf);
  return { removals: removals.map(removalOf), ...(restored.length > 0 && { restored }) };
}

function removalOf({
  id,
  signature,
  reason,
  code,
  day,
  record,
}: RemovalTable): NonNullable<Moderation["removals"]>[number] {
  return { id, signature, reason, ...(code !== null && { code }), day, ...(record !== null && { record }) };
}

/** One whose token was not kept, and that nobody has handed in again, cannot be passed on. */
function restorationOf({ id, day, record, jwt }: RestoredReview): NonNullable<Moderation["restored"]> {
  return jwt === null ? [] : [{ id, day, jwt, ...(record !== null && { record }) }];
}
