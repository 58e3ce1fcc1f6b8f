import * as z from "zod";
import { jsonOf } from "../model/json.ts";
import { ok, type Result } from "../model/result.ts";
import {
  FeedBrand,
  FeedDaily,
  FeedDailyDelta,
  FeedOfficialKey,
  type FeedRemoval,
  type FeedRestoration,
} from "../schema/feed-daily.ts";
import { type FeedDeltaEntry, type FeedHead, feedLimits } from "../schema/feed.ts";
import { feedProblem } from "./feed-problem.ts";
import { type FeedAccess, getNamed } from "./get-file.ts";

type DailyEntry = NonNullable<FeedHead["daily"]>;

/** What is used of a daily file. */
export interface ReadDaily {
  readonly removals: readonly FeedRemoval[];
  /** What was taken out once and is passed on again. */
  readonly restored: readonly FeedRestoration[];
  readonly sitesOff?: readonly string[];
  /** `undefined` where the file does not speak of them. Entries that are flawed are left out. */
  readonly officialKeys?: readonly FeedOfficialKey[];
  /** By brand id. Entries that are flawed are left out. */
  readonly brands: ReadonlyMap<string, FeedBrand>;
}

/** What is used of a delta. Where it has no `sitesOff` or `officialKeys`, those of the day before hold. */
export interface ReadDelta extends ReadDaily {
  readonly gone: readonly string[];
}

/** Steps that a reader follows at most: one who was away longer reads the file whole. */
const mostSteps = 31;

/** Each brand is judged by itself, later: flaws in the rest must not keep a removal from being heeded. */
const lenient = {
  brands: z.record(z.string(), z.unknown()).optional().catch(undefined),
  sitesOff: FeedDaily.shape.sitesOff.catch(undefined),
  officialKeys: z.array(z.unknown()).optional().catch(undefined),
  restored: FeedDaily.shape.restored.catch(undefined),
};
const UsedDaily = FeedDaily.pick({ format: true, removals: true }).extend(lenient);
const UsedDelta = UsedDaily.extend({ gone: FeedDailyDelta.shape.gone });

/** Reads what is used of the daily file that the head names. */
export async function readDaily(access: FeedAccess, daily: DailyEntry): Promise<Result<ReadDaily>> {
  const file = await getNamed(access, daily, feedLimits.dailyBytes);
  if (!file.ok) return file;
  const parsed = UsedDaily.safeParse(jsonOf(file.value.text()));
  return parsed.success ? ok(partsOf(parsed.data)) : feedProblem("daily", daily.path);
}

/** Reads one step from a daily file to the next. */
export async function readDailyDelta(access: FeedAccess, entry: FeedDeltaEntry): Promise<Result<ReadDelta>> {
  const file = await getNamed(access, entry, feedLimits.dailyBytes);
  if (!file.ok) return file;
  const parsed = UsedDelta.safeParse(jsonOf(file.value.text()));
  if (!parsed.success) return feedProblem("delta", entry.path);
  return ok({ ...partsOf(parsed.data), gone: parsed.data.gone ?? [] });
}

/**
 * The steps that lead from the daily file one holds to the newest, in order; `undefined` where there is no such way
 * or where the whole file is smaller.
 *
 * @param held - SHA-256 of the daily file that is stored.
 */
export function stepsFrom(
  { daily, dailyDeltas }: FeedHead,
  held: string,
): readonly FeedDeltaEntry[] | undefined {
  if (!daily || !dailyDeltas) return undefined;
  const next = new Map(dailyDeltas.map((entry) => [entry.from, entry]));
  const steps: FeedDeltaEntry[] = [];
  let bytes = 0;
  for (let at = held; at !== daily.sha256;) {
    const step = next.get(at);
    bytes += step?.bytes ?? 0;
    if (!step || bytes >= daily.bytes || steps.length >= mostSteps) return undefined;
    steps.push(step);
    at = step.to;
  }
  return steps;
}

function partsOf({
  removals = [],
  restored = [],
  sitesOff,
  brands,
  officialKeys,
}: z.output<typeof UsedDaily>): ReadDaily {
  return {
    removals,
    restored,
    ...(sitesOff && { sitesOff }),
    ...(officialKeys && { officialKeys: keysOf(officialKeys) }),
    brands: brandsOf(brands),
  };
}

/** More than all brands of a directory have. */
const mostKeys = 100_000;

function keysOf(entries: readonly unknown[]): readonly FeedOfficialKey[] {
  return entries.slice(0, mostKeys).flatMap((entry) => {
    const key = FeedOfficialKey.safeParse(entry);
    return key.success ? [key.data] : [];
  });
}

/** Ids with what is said of them; what is no entry is left out. */
export function brandsOf(entries: Readonly<Record<string, unknown>> = {}): ReadonlyMap<string, FeedBrand> {
  const brands = new Map<string, FeedBrand>();
  for (const [id, entry] of Object.entries(entries)) {
    const brand = FeedBrand.safeParse(entry);
    if (brand.success && id !== "" && id.length <= 300) brands.set(id, brand.data);
  }
  return brands;
}
