import type { OutboxRow, OutboxState } from "../db/outbox.ts";
import { refused } from "../model/refusal.ts";
import { ok, type Result } from "../model/result.ts";
import type { ReviewId } from "../model/review.ts";
import { type Adding, createAdding } from "./adding.ts";
import { deliver, type DeliverContext } from "./deliver.ts";
import { inTurns } from "./in-turns.ts";

export type { Adding } from "./adding.ts";
export { personalStorage } from "./personal-storage.ts";

export type OutboxOptions = DeliverContext;

/** Posts what a person wrote: signed once, stored, held for a minute, then sent until a server has it. */
export interface Outbox extends Adding {
  /** Takes back what no server can have yet; the draft returns. Else `refused` (`already-sent`). */
  undo(id: ReviewId): Promise<Result<void>>;
  /** Tries to send a row at once, whatever it waits for; a refused one again from the start. */
  sendNow(id: ReviewId): Promise<Result<void>>;
  /** Sends what is due, of one key only, so that nobody can link keys by their time. */
  flush(): Promise<void>;
  /** When something is due next (epoch ms). */
  nextRunAt(): Promise<number | undefined>;
  /** For `registerJobs`. */
  readonly job: { readonly id: string; run(): Promise<void>; nextRunAt(): Promise<number | undefined> };
}

/** States that want something done. */
const open: ReadonlySet<OutboxState> = new Set(["held", "sending", "unclear", "waiting", "sent"]);
/** States in which no server can have the token. */
const undoable: readonly OutboxState[] = ["held", "waiting", "refused"];
/** Between two keys' posts: at least two minutes, at most twelve. */
const keyGapMs = { least: 120_000, spread: 600_000 } as const;

export function createOutbox(options: OutboxOptions): Outbox {
  const { storage } = options;
  /** One delivery at a time: a flush and a press must not send the same row. */
  const inTurn = inTurns();
  const flush = (): Promise<void> => inTurn(() => flushOneKey(options));
  const nextRunAt = (): Promise<number | undefined> => nextDue(options);

  return {
    ...createAdding(options),
    undo: (id) =>
      inTurn(async () => ((await storage.takeBack(id, undoable)) ? ok(undefined) : refused("already-sent"))),
    sendNow: (id) => inTurn(() => sendOne(options, id)),
    flush,
    nextRunAt,
    job: { id: "outbox", run: flush, nextRunAt },
  };
}

async function sendOne(options: OutboxOptions, id: ReviewId): Promise<Result<void>> {
  const { storage, now } = options;
  const row = await storage.row(id);
  if (!row) return refused("not-found");
  if (row.state === "refused")
    await storage.change(id, { state: "waiting", tried: [], attempts: 0 }, ["refused"]);
  await storage.change(id, { sendAt: now() }, ["held", "waiting", "unclear", "sending"]);
  await deliver(options, id);
  return ok(undefined);
}

async function flushOneKey(options: OutboxOptions): Promise<void> {
  const { storage, now, random } = options;
  const nowMs = now();
  const rows = await storage.rows();
  const due = rows
    .filter(({ state, sendAt }) => state === "sent" || (open.has(state) && sendAt <= nowMs))
    .toSorted((a, b) => a.createdAt - b.createdAt);
  // What is accepted already only needs showing: that touches no server.
  for (const row of due.filter(({ state }) => state === "sent")) await deliver(options, row.id);
  const unsent = due.filter(({ state }) => state !== "sent");
  const author = unsent[0]?.author;
  for (const row of unsent) {
    if (row.author === author) await deliver(options, row.id);
    else await storage.change(row.id, { sendAt: afterGap(nowMs, random) }, [row.state]);
  }
}

function afterGap(nowMs: number, random: () => number): number {
  return nowMs + keyGapMs.least + Math.floor(random() * keyGapMs.spread);
}

async function nextDue({ storage }: OutboxOptions): Promise<number | undefined> {
  const rows = (await storage.rows()).filter(({ state }) => open.has(state));
  return rows.length === 0 ? undefined : Math.min(...rows.map(dueAt));
}

function dueAt({ state, sendAt }: OutboxRow): number {
  return state === "sent" ? 0 : sendAt;
}
