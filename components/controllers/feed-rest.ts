import type { ReactiveControllerHost } from "lit";
import { bucketBrandsOf } from "../../lib/db/bucket-brands.ts";
import { dailyBrandsOf } from "../../lib/db/daily-brands.ts";
import { listCursors } from "../../lib/db/sync-state.ts";
import type { BucketBrandRow } from "../../lib/db/talk-rows.ts";
import { bucketOf } from "../../lib/model/bucket.ts";
import { databases } from "../databases.ts";
import { LiveQueryController } from "./live-query.ts";

/** A bucket that was read within this is not offered again: feeds change once a day. */
const freshMs = 24 * 3_600_000;

/** What of a brand is in the buckets of feeds, as far as is known here. */
export interface FeedRest {
  /** Two hex digits. */
  readonly group: string;
  /** Feeds that may have more than is here. */
  readonly open: readonly string[];
  /** What presses have brought; empty rows where a bucket had nothing. */
  readonly read: readonly BucketBrandRow[];
}

/** Asks nobody: what is known of feeds comes from the last sync. @param feeds - Those of the person's list. */
export function feedRestController(
  host: ReactiveControllerHost,
  brandId: () => string,
  feeds: () => readonly string[] | undefined,
): LiveQueryController<readonly [string, readonly string[]], FeedRest> {
  return new LiveQueryController(host, {
    args: () => {
      const listed = feeds();
      return listed && ([brandId(), listed] as const);
    },
    query: ([id, listed]) => readRest(id, listed),
  });
}

async function readRest(brandId: string, listed: readonly string[]): Promise<FeedRest> {
  const { community } = databases();
  const [states, daily, read] = await Promise.all([
    listCursors(community),
    dailyBrandsOf(community, brandId),
    bucketBrandsOf(community, brandId),
  ]);
  const told = new Set(daily.map(({ feed }) => feed));
  const fresh = new Set(read.filter(({ readAt }) => Date.now() - readAt < freshMs).map(({ feed }) => feed));
  const open = states.filter(
    // Texts of a feed that is not copied are in buckets whatever its daily file says of the brand.
    ({ id, buckets }) =>
      listed.includes(id) &&
      !fresh.has(id) &&
      (buckets === "texts" || (buckets === "brands" && !told.has(id))),
  );
  return { group: await bucketOf(brandId), open: open.map(({ id }) => id), read };
}
