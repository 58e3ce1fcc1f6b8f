import type { ResearchDatabase } from "../../db/research.ts";
import type { Collection } from "../../model/research/collection.ts";
import {
  isPaused,
  type DetectorStamp,
  type EndReason,
  type Recording,
  type RecordingPlan,
  type Session,
} from "../../model/research/session.ts";

const minuteMs = 60_000;

/** Takes down that a recording has begun. */
export async function beginSession(
  db: ResearchDatabase,
  plan: RecordingPlan,
  detector: DetectorStamp,
  nowMs: number,
): Promise<Session> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const session: Session = {
    id: crypto.randomUUID(),
    collection: plan.collection,
    plan,
    seed: Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""),
    detector,
    startedAt: nowMs,
    endsAt: nowMs + plan.minutes * minuteMs,
    pauses: [],
    seen: 0,
    kept: 0,
    sampled: 0,
    notPublic: 0,
  };
  await db.sessions.add(session);
  return session;
}

/** What everybody is told of a session under way. */
export function recordingOf(session: Session, { name }: Pick<Collection, "name">): Recording {
  const { collection, endsAt, id, plan, startedAt } = session;
  const state = isPaused(session) ? "paused" : "recording";
  return {
    session: id,
    collection,
    collectionName: name,
    state,
    keep: plan.keep.kind,
    sites: plan.sites,
    startedAt,
    endsAt,
  };
}

/** A clock that is set right by less than this was not put back. */
const toleranceMs = minuteMs;

/**
 * Since when the time of a recording is over; `undefined`: it is not. Where the clock was put back to before it began
 * it ends at once: else it would go on for as long again, without anybody having asked for that.
 */
export function overSince(
  { endsAt, startedAt }: Pick<Session, "endsAt" | "startedAt">,
  nowMs: number,
): number | undefined {
  if (nowMs >= endsAt) return endsAt;
  return nowMs < startedAt - toleranceMs ? startedAt : undefined;
}

/** Changes a session that is under way. @returns How it is then; `undefined`: it is not. */
async function change(
  db: ResearchDatabase,
  id: string,
  changed: (session: Session) => Partial<Session>,
): Promise<Session | undefined> {
  return db.transaction("rw", db.sessions, async () => {
    const session = await db.sessions.get(id);
    if (!session || session.ended) return undefined;
    const next = { ...session, ...changed(session) };
    await db.sessions.put(next);
    return next;
  });
}

export function pauseSession(db: ResearchDatabase, id: string, atMs: number): Promise<Session | undefined> {
  return change(db, id, (session) =>
    isPaused(session) ? {} : { pauses: [...session.pauses, { from: atMs }] },
  );
}

export function resumeSession(db: ResearchDatabase, id: string, atMs: number): Promise<Session | undefined> {
  return change(db, id, (session) => ({ pauses: closed(session.pauses, atMs) }));
}

/** Ends a session, and forgets which posts came by: only how many. Again is harmless. */
export async function endSession(
  db: ResearchDatabase,
  id: string,
  ended: { readonly at: number; readonly why: EndReason },
): Promise<void> {
  await change(db, id, ({ pauses }) => ({ ended, pauses: closed(pauses, ended.at) }));
  await db.seen.where("[session+key]").between([id, ""], [id, "\uffff"]).delete();
}

/** Sessions that nobody has ended: the one under way, and what a crash has left. */
export async function openSessions(db: ResearchDatabase): Promise<readonly Session[]> {
  return db.sessions.filter(({ ended }) => ended === undefined).toArray();
}

/** When posts last came by in a session, or it was begun or resumed. */
export async function lastActiveAt(db: ResearchDatabase, session: Session): Promise<number> {
  const views = await db.views.where("session").equals(session.id).toArray();
  const times = [...views.map(({ lastAt }) => lastAt), ...session.pauses.flatMap(({ to }) => to ?? [])];
  return Math.max(session.startedAt, ...times);
}

function closed(pauses: Session["pauses"], atMs: number): Session["pauses"] {
  return pauses.map((pause) =>
    pause.to === undefined ? { ...pause, to: Math.max(atMs, pause.from) } : pause,
  );
}
