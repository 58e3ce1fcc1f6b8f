import type { ResearchDatabase } from "../../db/research.ts";
import type { MentionFinder } from "../../mentions/mention-finder.ts";
import { refused } from "../../model/refusal.ts";
import type { DetectorStamp } from "../../model/research/session.ts";
import { ok, problem, type Result } from "../../model/result.ts";
import { beginRedetection, redetectStep } from "../../research/capture/redetect.ts";
import { RedetectSchema } from "../../schema/recording-plan.ts";
import type { Job } from "../../sync/job.ts";
import type { Kept } from "./recording.ts";

export interface RedetectionDependencies {
  readonly db: ResearchDatabase;
  /** Collections in which it is under way: at the start of a worker no database has to be asked. */
  readonly underWay: Pick<Kept<readonly string[]>, "getValue" | "setValue">;
  readonly finder: () => Promise<Pick<MentionFinder, "findAll">>;
  readonly stamp: () => Promise<DetectorStamp>;
  readonly arm: () => Promise<void>;
  readonly now: () => number;
}

export interface Redetections {
  readonly begin: (raw: unknown) => Promise<Result<void>>;
  readonly job: Job;
}

/** One run is that long, so that a deletion of everything does not wait for it, in ms. */
const runMs = 5_000;

/** Looks for brands in what was collected anew, by steps that may be killed. */
export function createRedetections(needs: RedetectionDependencies): Redetections {
  const { db, now, underWay } = needs;
  return {
    async begin(raw) {
      const what = RedetectSchema.safeParse(raw).data;
      if (!what) return problem("bad-shape");
      if (!(await db.collections.get(what.collection))) return refused("no-collection");
      await beginRedetection(db, { ...what, detector: await needs.stamp(), startedAt: now() });
      await underWay.setValue([...new Set([...(await underWay.getValue()), what.collection])]);
      await needs.arm();
      return ok(undefined);
    },
    job: {
      id: "redetect",
      nextRunAt: async () => ((await underWay.getValue()).length > 0 ? now() : undefined),
      async run() {
        const end = now() + runMs;
        for (const collection of await underWay.getValue()) {
          const finder = await needs.finder();
          let hasMore = true;
          while (hasMore && now() < end) hasMore = await redetectStep(db, collection, finder, now());
          if (hasMore) return;
          const others = (await underWay.getValue()).filter((id) => id !== collection);
          await underWay.setValue(others);
        }
      },
    },
  };
}
