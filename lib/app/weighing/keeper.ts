import { packedFrom } from "../../db/columns-store.ts";
import type { CommunityDatabase } from "../../db/community.ts";
import type { WeighedRow } from "../../db/community-rows.ts";
import { forgetWeighed, type GroupReading, isCurrent, putWeighed, readGroups } from "../../db/weighed.ts";
import { logBug } from "../../log.ts";
import { ok, type Result } from "../../model/result.ts";
import type { SubjectKey } from "../../model/subject.ts";
import { fewestVoices } from "../../model/trust-score.ts";
import { type Figure, figureOf } from "../../model/summary.ts";
import { weighedAsOf, type WeighGroup } from "../../model/weighing.ts";
import type { Job } from "../../sync/job.ts";
import { trustVersion } from "../../trust/index.ts";
import { createWeightQueue, type WeightQueue } from "./queue.ts";
import { weighGroup } from "./weigh-group.ts";

/** One run of the job, after which others have their turn. */
const runMs = 1000;
const groupsAtOnce = 50;

export interface KeeperDependencies {
  readonly community: CommunityDatabase;
  /** There is work for the job. */
  readonly arm: () => Promise<void>;
  /** Some figures are others now. */
  readonly onWeighed: () => Promise<void>;
  /** Epoch ms. */
  readonly now: () => number;
}

/**
 * Keeps what signals make of reviews, all of them switched on: what is drawn on pages depends on public data alone.
 * A row may be a little old; an old one is shown until the new one is there.
 */
export interface WeightKeeper {
  /**
   * The figure of each group. Where nothing was weighed yet, a small group is weighed on the spot and a large one soon after.
   *
   * @param isPrivate - A private window asks: nothing is worked out, because what is kept would tell of the look.
   */
  readonly figuresOf: (groups: readonly WeighGroup[], isPrivate: boolean) => Promise<readonly Figure[]>;
  /** Sees to it that these are weighed as their reviews are now; an extension page shows them. */
  readonly want: (groups: readonly WeighGroup[]) => Promise<Result<void>>;
  /** Reviews of these subjects have changed. */
  readonly moved: (keys: readonly SubjectKey[]) => Promise<void>;
  /** Forgets what was weighed and what waits for it, as both tell what was looked at. */
  readonly forget: () => Promise<void>;
  readonly job: Job;
}

export function createWeightKeeper(needs: KeeperDependencies): WeightKeeper {
  const { arm, community, now } = needs;
  const queue = createWeightQueue(now);
  const bringAll = async (groups: readonly WeighGroup[]): Promise<readonly GroupReading[]> => {
    const readings: GroupReading[] = [];
    const isForgotten = queue.begin();
    for (const reading of await readGroups(community, groups))
      readings.push(await brought(needs, { queue, isForgotten }, reading));
    if (!queue.isEmpty) await arm();
    return readings;
  };
  return {
    async figuresOf(groups, isPrivate) {
      const readings = isPrivate ? await readGroups(community, groups) : await bringAll(groups);
      return readings.map(({ summary, row }) => figureOf(summary, row?.votes));
    },
    async want(groups) {
      await bringAll(groups);
      return ok(undefined);
    },
    async moved(keys) {
      for (const key of keys) queue.addMoved(key);
      if (!queue.isEmpty) await arm();
    },
    async forget() {
      queue.forget();
      await forgetWeighed(community);
    },
    job: { id: "weights", nextRunAt: async () => queue.dueAt(), run: () => workOff(needs, queue) },
  };
}

interface Look {
  readonly queue: WeightQueue;
  /** Whether it was forgotten since it began: then nothing of it may be kept. */
  readonly isForgotten: () => boolean;
}

/** Weighed at once where it is small and never was; else what was weighed last, and the rest waits in the queue. */
async function brought(
  needs: KeeperDependencies,
  { queue, isForgotten }: Look,
  reading: GroupReading,
): Promise<GroupReading> {
  if (isDone(needs, reading)) return reading;
  if (reading.row === undefined && !isLarge(reading)) {
    try {
      return (await weighed(needs, isForgotten, reading)) ?? reading;
    } catch (error) {
      // The plain figure is better than none; the next look tries again.
      logBug("weighing", error);
      return reading;
    }
  }
  if (!isForgotten()) queue.add(reading.key, reading.group, isLarge(reading));
  return reading;
}

async function workOff(needs: KeeperDependencies, queue: WeightQueue): Promise<void> {
  const { community, now, onWeighed } = needs;
  const isForgotten = queue.begin();
  const end = now() + runMs;
  let isOther = false;
  for (let groups = queue.take(groupsAtOnce); groups.length > 0; groups = queue.take(groupsAtOnce)) {
    const waiting = (await readGroups(community, groups)).filter((reading) => !isDone(needs, reading));
    for (const reading of waiting) {
      if (isForgotten()) return;
      if (now() > end) queue.add(reading.key, reading.group, false);
      else {
        const after = await weighed(needs, isForgotten, reading);
        queue.rest(reading.key);
        isOther ||= !isSame(after?.row, reading.row);
        await pause();
      }
    }
    if (now() > end) break;
  }
  if (isOther) await onWeighed();
}

async function weighed(
  { community, now }: KeeperDependencies,
  isForgotten: () => boolean,
  { group }: GroupReading,
): Promise<GroupReading | undefined> {
  const options = { asOf: weighedAsOf(now()), pause, isThorough: true };
  const made = await weighGroup(community, group, options);
  // What was forgotten meanwhile must not come back.
  if (made && !isForgotten()) await putWeighed(community, made.row, made.prints);
  return (await readGroups(community, [group]))[0];
}

/** There is nothing to work out: too few ratings for a score, or it was done. */
function isDone({ now }: KeeperDependencies, reading: GroupReading): boolean {
  if (reading.summary.rated < fewestVoices) return true;
  return isCurrent(reading, trustVersion, weighedAsOf(now()));
}

function isSame(one: WeighedRow | undefined, other: WeighedRow | undefined): boolean {
  return JSON.stringify(one?.votes) === JSON.stringify(other?.votes);
}

function isLarge({ summary }: GroupReading): boolean {
  return summary.count + summary.generated >= packedFrom;
}

/** Lets messages of pages come in between. */
async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}
