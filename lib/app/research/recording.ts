import type { ResearchDatabase } from "../../db/research.ts";
import { databaseErrorOf } from "../../db/database-error.ts";
import { refused } from "../../model/refusal.ts";
import type {
  DetectorStamp,
  EndReason,
  Recording,
  RecordingEnd,
  Session,
  SessionId,
} from "../../model/research/session.ts";
import { ok, problem, type Result } from "../../model/result.ts";
import type { TabState } from "../../model/tab-state.ts";
import {
  beginSession,
  endSession,
  lastActiveAt,
  openSessions,
  overSince,
  pauseSession,
  recordingOf,
  resumeSession,
} from "../../research/capture/sessions.ts";
import { compileRule } from "../../research/capture/rule.ts";
import { RecordingPlanSchema } from "../../schema/recording-plan.ts";
import type { Job } from "../../sync/job.ts";
import { keptSetting, type Setting } from "../kept-setting.ts";
import { createTurns } from "../turns.ts";

/** A setting that the background keeps. */
export interface Kept<T> extends Setting<T> {
  setValue(value: T): Promise<void>;
}

export interface RecordingDependencies {
  readonly db: ResearchDatabase;
  readonly recording: Kept<Recording | undefined>;
  readonly recordingEnd: Kept<RecordingEnd | undefined>;
  readonly kindOf: (siteId: string) => "posts" | "search" | undefined;
  /** Platforms that a feed of the person's has switched off for now, because reading them goes wrong. */
  readonly offByFeeds: () => Promise<ReadonlySet<string>>;
  readonly stamp: () => Promise<DetectorStamp>;
  /** Sets the alarm of `job` anew. */
  readonly arm: () => Promise<void>;
  readonly now: () => number;
}

export interface RecordingSwitch {
  readonly start: (raw: unknown) => Promise<Result<SessionId>>;
  readonly pause: () => Promise<Result<void>>;
  readonly resume: () => Promise<Result<void>>;
  readonly stop: () => Promise<Result<void>>;
  /** Ends a recording for a reason of its own, also where the database is too full to take that down. */
  readonly end: (session: SessionId, why: EndReason) => Promise<void>;
  /** Which platforms of a page are recorded now. `undefined`: none. */
  readonly sitesOf: (
    state: TabState,
  ) => Promise<{ readonly sites: readonly string[]; readonly since: number } | undefined>;
  /** What is under way. */
  readonly current: () => Promise<Recording | undefined>;
  /** Ends a recording when its time is over. */
  readonly job: Job;
  /** The browser was started, or the extension was updated: what was under way goes on as paused. */
  readonly afterRestart: () => Promise<void>;
}

/** A moment of a recording, whatever the clock says by now. */
function within({ endsAt, startedAt }: Recording, atMs: number): number {
  return Math.max(startedAt, Math.min(atMs, endsAt));
}

/** Between two attempts to take down how a recording ended, in ms. */
const againMs = 60_000;

/**
 * Switches recording on and off. The table `sessions` is what holds; the setting `recording` tells it to whoever has to
 * show it, and is written after it.
 */
// oxlint-disable-next-line max-lines-per-function -- one closure over two settings; its parts stand in files of their own
export function createRecording(needs: RecordingDependencies): RecordingSwitch {
  const { db, now, recording, recordingEnd } = needs;
  const kept = keptSetting(recording);
  const inTurn = createTurns<"recording">();
  /** One after the other: two presses may fall together. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => inTurn("recording", work);

  const show = async (session: Session): Promise<void> => {
    const collection = await db.collections.get(session.collection);
    await recording.setValue(collection && recordingOf(session, collection));
    await needs.arm();
  };
  const end = async (id: SessionId, why: EndReason, at: number): Promise<void> => {
    const before = await recording.getValue();
    const ended = { at, why };
    let isWritten = true;
    try {
      await endSession(db, id, ended);
    } catch (cause) {
      if (!databaseErrorOf(cause)) throw cause;
      isWritten = false;
    }
    if (before?.session === id) {
      const { collection, collectionName } = before;
      const said = { session: id, collection, collectionName, ...ended };
      try {
        await recordingEnd.setValue(isWritten ? said : { ...said, isUnwritten: true });
      } finally {
        // Where there is no room to say why, it is over all the same: nothing may go on being recorded.
        await recording.setValue(undefined);
      }
    }
    await needs.arm();
  };
  /** Takes down at last what a full disk did not let us. */
  const writeEnd = async (): Promise<void> => {
    const said = await recordingEnd.getValue();
    if (!said?.isUnwritten) return;
    const { isUnwritten: _, ...end } = said;
    await endSession(db, said.session, { at: said.at, why: said.why });
    await recordingEnd.setValue(end);
  };
  const endOthers = async (except?: SessionId): Promise<void> => {
    await writeEnd();
    const under = (await recording.getValue())?.session;
    for (const { id } of await openSessions(db))
      if (id !== except) await end(id, id === under ? "person" : "failed", now());
  };
  const change = (how: typeof pauseSession): (() => Promise<Result<void>>) => {
    return () =>
      alone(async () => {
        const current = await recording.getValue();
        if (!current) return ok(undefined);
        const over = overSince(current, now());
        if (over !== undefined) await end(current.session, "time", over);
        else {
          const session = await how(db, current.session, now());
          if (session) await show(session);
          else await recording.setValue(undefined);
        }
        return ok(undefined);
      });
  };

  return {
    start: (raw) =>
      alone(async () => {
        const plan = RecordingPlanSchema.safeParse(raw).data;
        if (!plan) return problem("bad-shape");
        const rule = compileRule(plan.keep);
        if (!rule.ok) return rule;
        if (plan.sites.some((id) => needs.kindOf(id) !== "posts")) return refused("not-recordable");
        if (!(await db.collections.get(plan.collection))) return refused("no-collection");
        await endOthers();
        const session = await beginSession(db, plan, await needs.stamp(), now());
        await recordingEnd.setValue(undefined);
        await show(session);
        return ok(session.id);
      }),
    pause: change(pauseSession),
    resume: change(resumeSession),
    stop: () =>
      alone(async () => {
        const current = await recording.getValue();
        if (current) await end(current.session, "person", within(current, now()));
        return ok(undefined);
      }),
    end: (id, why) =>
      alone(async () => {
        const current = await recording.getValue();
        if (current?.session === id) await end(id, why, within(current, now()));
      }),
    async sitesOf({ isPrivate, posts }) {
      const current = await kept();
      // "Nothing is drawn on any page" is about what is drawn; the other reasons are about reading.
      if (!posts || isPrivate || (posts.quiet && posts.quiet !== "everywhere")) return undefined;
      if (current?.state !== "recording" || overSince(current, now()) !== undefined) return undefined;
      const off = await needs.offByFeeds();
      const sites = posts.sites.filter((id) => current.sites.includes(id) && !off.has(id));
      return sites.length > 0 ? { sites, since: current.startedAt } : undefined;
    },
    current: kept,
    job: {
      id: "recording",
      async nextRunAt() {
        const current = await recording.getValue();
        if (current) return current.endsAt;
        return (await recordingEnd.getValue())?.isUnwritten ? now() + againMs : undefined;
      },
      run: () =>
        alone(async () => {
          const current = await recording.getValue();
          if (!current) return writeEnd();
          const over = overSince(current, now());
          if (over !== undefined) await end(current.session, "time", over);
        }),
    },
    afterRestart: () =>
      alone(async () => {
        const current = await recording.getValue();
        await endOthers(current?.session);
        if (!current) return;
        const session = await db.sessions.get(current.session);
        const over = session && overSince(session, now());
        if (!session || session.ended) await recording.setValue(undefined);
        else if (over !== undefined) await end(session.id, "time", over);
        else {
          const paused = await pauseSession(db, session.id, await lastActiveAt(db, session));
          if (paused) await show(paused);
        }
      }),
  };
}
