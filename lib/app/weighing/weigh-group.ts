import type { CommunityDatabase } from "../../db/community.ts";
import type { PrintsRow, WeighedRow } from "../../db/community-rows.ts";
import type { WeighGroup } from "../../model/weighing.ts";
import { type Reason, reasonsOf, signals, trustVersion, weighedBy } from "../../trust/index.ts";
import { collect, type CollectOptions } from "./collect.ts";

interface WeighedGroup {
  readonly row: WeighedRow;
  /** What was worked out of large subjects on the way. */
  readonly prints: readonly PrintsRow[];
}

/** All signals over a group's reviews, one after the other; `undefined` where there are none. */
export async function weighGroup(
  db: CommunityDatabase,
  group: WeighGroup,
  options: CollectOptions,
): Promise<WeighedGroup | undefined> {
  const collected = await collect(db, group, options);
  if (!collected) return undefined;
  const { input, group: key, revisions, prints } = collected;
  const reasons: Reason[] = [];
  for (const signal of signals) {
    reasons.push(...reasonsOf(signal, input, options.asOf));
    await options.pause();
  }
  const { votes } = weighedBy(input, reasons);
  return { row: { key, revisions, version: trustVersion, votes, asOf: options.asOf }, prints };
}
