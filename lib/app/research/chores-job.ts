import type { ResearchDatabase } from "../../db/research.ts";
import { openChores, runChore } from "../../research/privacy/chores.ts";
import type { Job } from "../../sync/job.ts";

/** Well below what a worker lives without an event, and what deleting everything waits for. */
const longestRunMs = 5_000;

/** Goes on with what a page began and did not end, and with what housekeeping finds over its time. */
export function choresJob(research: ResearchDatabase, now: () => number): Job {
  return {
    id: "research-chores",
    nextRunAt: async () => ((await openChores(research)).length > 0 ? now() : undefined),
    async run() {
      const until = AbortSignal.timeout(longestRunMs);
      for (const { collection, kind } of await openChores(research)) {
        await runChore(research, collection, kind, until);
      }
    },
  };
}
