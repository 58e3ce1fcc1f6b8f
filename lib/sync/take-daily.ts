import { type FeedAccess, readDaily, readDailyDelta, stepsFrom } from "../feeds/index.ts";
import { ok, type Result } from "../model/result.ts";
import type { FeedRemoval } from "../schema/feed-daily.ts";
import type { FeedHead } from "../schema/feed.ts";
import { dailyRows } from "./daily-rows.ts";
import { officialKeysOf } from "./official-rows.ts";
import type { StepContext } from "./server-copy.ts";
import type { FeedState } from "./state.ts";

/** Ids per removal, so that a long list does not block the database. */
const removalChunk = 500;

/**
 * Brings what is stored of a daily file up to the newest one: by the steps from the one that is held, or where those
 * do not lead there, or one is flawed, by the whole file. Killed half-way it begins again where it began, and all of
 * it may be repeated.
 *
 * @returns The row as it is to be saved once the step has ended.
 */
export async function takeDaily(
  context: StepContext,
  access: FeedAccess,
  state: FeedState,
  head: FeedHead,
): Promise<Result<FeedState>> {
  const { daily } = head;
  const { heldDaily: held, sitesOff: before, ...rest } = state;
  if (!daily) {
    await dropAll(context, state.id);
    return ok(rest);
  }
  if (daily.sha256 === held) return ok(state);
  const steps = held === undefined ? undefined : stepsFrom(head, held);
  const sitesOff = steps && (await takeSteps(context, access, state.id, daily.day, steps));
  if (sitesOff?.ok) return ok(withDaily(rest, daily.sha256, sitesOff.value ?? before));
  const whole = await readDaily(access, daily);
  if (!whole.ok) return whole;
  await removeAll(context, whole.value.removals);
  await context.storage.replaceOfficialKeys(state.id, officialKeysOf(whole.value.officialKeys ?? []));
  await context.storage.replaceBrands(state.id, dailyRows(state.id, daily.day, whole.value.brands));
  return ok(withDaily(rest, daily.sha256, whole.value.sitesOff));
}

function withDaily(
  state: Omit<FeedState, "heldDaily" | "sitesOff">,
  heldDaily: string,
  sitesOff: readonly string[] | undefined,
): FeedState {
  return { ...state, heldDaily, ...(sitesOff && sitesOff.length > 0 && { sitesOff }) };
}

/** @returns Which platforms are off after the last step; `undefined` where no step says so. */
async function takeSteps(
  context: StepContext,
  access: FeedAccess,
  feed: string,
  day: string,
  steps: NonNullable<ReturnType<typeof stepsFrom>>,
): Promise<Result<readonly string[] | undefined>> {
  let sitesOff: readonly string[] | undefined;
  for (const step of steps) {
    const delta = await readDailyDelta(access, step);
    if (!delta.ok) return delta;
    await removeAll(context, delta.value.removals);
    const rows = dailyRows(feed, day, delta.value.brands);
    await context.storage.changeBrands(feed, { rows, gone: delta.value.gone });
    if (delta.value.officialKeys)
      await context.storage.replaceOfficialKeys(feed, officialKeysOf(delta.value.officialKeys));
    sitesOff = delta.value.sitesOff ?? sitesOff;
  }
  return ok(sitesOff);
}

async function removeAll({ now, storage }: StepContext, removals: readonly FeedRemoval[]): Promise<void> {
  const asOf = Math.floor(now() / 1000);
  const ids = removals.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += removalChunk)
    await storage.removeReviews(ids.slice(at, at + removalChunk), asOf);
}

/**
 * Drops what feeds said of brands, in daily files and buckets, that are no longer the person's, and forgets that it was ever here. Rows of feeds
 * that were never copied are not ours to drop.
 */
export async function dropOthers(
  { storage }: Pick<StepContext, "storage">,
  feeds: readonly string[],
): Promise<void> {
  for (const feed of await storage.feedsWithBrands()) {
    if (feeds.includes(feed)) continue;
    const state = await storage.state(feed);
    if (state?.kind !== "feed") continue;
    // The row first: one that says the file is held although its brands are gone would never bring them back.
    const { buckets: _buckets, heldDaily: _held, headEtag: _etag, sitesOff: _off, ...rest } = state;
    await storage.saveState(rest);
    await storage.removeBucketBrands(feed);
    await dropAll({ storage }, feed);
  }
}

async function dropAll({ storage }: Pick<StepContext, "storage">, feed: string): Promise<void> {
  await storage.removeBrands(feed);
  await storage.replaceOfficialKeys(feed, []);
}
