import { type FeedAccess, readDaily, readDailyDelta, stepsFrom } from "../feeds/index.ts";
import type { OfficialKey } from "../model/official.ts";
import { ok, type Result } from "../model/result.ts";
import type { FeedOfficialKey } from "../schema/feed-daily.ts";
import type { FeedHead } from "../schema/feed.ts";
import { dailyRows } from "./daily-rows.ts";
import { heed, type Remover } from "./heed-removals.ts";
import type { StepContext } from "./server-copy.ts";
import type { FeedState } from "./state.ts";

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
  const { heldDaily: held, sitesOff: before, unheeded: unheededBefore = 0, ...rest } = state;
  if (!daily) {
    await dropAll(context, state.id);
    return ok(rest);
  }
  if (daily.sha256 === held) return ok(state);
  const steps = held === undefined ? undefined : stepsFrom(head, held);
  const remover = { feed: state.id, key: head.key };
  const taken = steps && (await takeSteps(context, access, remover, daily.day, steps));
  if (taken?.ok) {
    const { sitesOff = before, unheeded } = taken.value;
    return ok(withDaily(rest, daily.sha256, { sitesOff, unheeded: unheededBefore + unheeded }));
  }
  const whole = await readDaily(access, daily);
  if (!whole.ok) return whole;
  const unheeded = await heed(context, whole.value, remover);
  await context.storage.replaceOfficialKeys(state.id, officialKeys(whole.value.officialKeys ?? []));
  await context.storage.replaceBrands(state.id, dailyRows(state.id, daily.day, whole.value.brands));
  return ok(withDaily(rest, daily.sha256, { sitesOff: whole.value.sitesOff, unheeded }));
}

function withDaily(
  state: Omit<FeedState, "heldDaily" | "sitesOff" | "unheeded">,
  heldDaily: string,
  { sitesOff, unheeded }: Learnt,
): FeedState {
  return {
    ...state,
    heldDaily,
    ...(sitesOff && sitesOff.length > 0 && { sitesOff }),
    ...(unheeded > 0 && { unheeded }),
  };
}

interface Learnt {
  /** Which platforms are off; of steps: after the last one that says so. */
  readonly sitesOff: readonly string[] | undefined;
  readonly unheeded: number;
}

async function takeSteps(
  context: StepContext,
  access: FeedAccess,
  remover: Remover,
  day: string,
  steps: NonNullable<ReturnType<typeof stepsFrom>>,
): Promise<Result<Learnt>> {
  const { feed } = remover;
  let unheeded = 0;
  let sitesOff: readonly string[] | undefined;
  for (const step of steps) {
    const delta = await readDailyDelta(access, step);
    if (!delta.ok) return delta;
    unheeded += await heed(context, delta.value, remover);
    const rows = dailyRows(feed, day, delta.value.brands);
    await context.storage.changeBrands(feed, { rows, gone: delta.value.gone });
    if (delta.value.officialKeys)
      await context.storage.replaceOfficialKeys(feed, officialKeys(delta.value.officialKeys));
    sitesOff = delta.value.sitesOff ?? sitesOff;
  }
  return ok({ sitesOff, unheeded });
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
    const {
      buckets: _buckets,
      heldDaily: _held,
      headEtag: _etag,
      sitesOff: _off,
      unheeded: _un,
      ...rest
    } = state;
    await storage.saveState(rest);
    await storage.removeBucketBrands(feed);
    await dropAll({ storage }, feed);
  }
}

async function dropAll({ storage }: Pick<StepContext, "storage">, feed: string): Promise<void> {
  await storage.removeBrands(feed);
  await storage.replaceOfficialKeys(feed, []);
}

function officialKeys(keys: readonly FeedOfficialKey[]): readonly OfficialKey[] {
  return keys.map(({ author, brand, proofUrl }) => ({
    brandId: brand,
    author,
    ...(proofUrl !== undefined && { proofUrl }),
  }));
}
