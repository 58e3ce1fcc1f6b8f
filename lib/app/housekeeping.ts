import type { Job } from "../sync/job.ts";

const dayMs = 24 * 3_600_000;

export interface HousekeepingDependencies {
  /** Removes traces that are older than they may get. */
  readonly expire: (nowMs: number) => Promise<void>;
  readonly lastRunAt: () => Promise<number>;
  readonly saveLastRunAt: (nowMs: number) => Promise<void>;
  readonly now: () => number;
}

/** Once a day: traces are kept for 30 days and no longer. */
export function housekeepingJob(needs: HousekeepingDependencies): Job {
  return {
    id: "housekeeping",
    nextRunAt: async () => (await needs.lastRunAt()) + dayMs,
    async run() {
      const nowMs = needs.now();
      await needs.expire(nowMs);
      await needs.saveLastRunAt(nowMs);
    },
  };
}

export interface RebuildDependencies {
  /** Whether stored rows were made by other rules than today's, or a rebuild was interrupted. */
  readonly isNeeded: () => Promise<boolean>;
  readonly rebuild: () => Promise<void>;
  readonly now: () => number;
}

/** Makes derived rows anew from the tokens after an update that reads subjects differently. */
export function rebuildJob(needs: RebuildDependencies): Job {
  return {
    id: "rebuild",
    nextRunAt: async () => ((await needs.isNeeded()) ? needs.now() : undefined),
    run: needs.rebuild,
  };
}
