import type { Draft } from "../db/drafts.ts";
import type { OutboxRow, OutboxState } from "../db/outbox.ts";
import type { OwnToken } from "../db/own-tokens.ts";
import { ok, type Result } from "../model/result.ts";
import { refused } from "../model/refusal.ts";
import type { AuthorId, ReviewId, SignatureKey } from "../model/review.ts";
import type { SigningKey } from "../reviews/keys.ts";
import { signatureKey } from "../reviews/signature.ts";
import { type Composed, composeDelete, composeDraft, composeVote, signRow, type Vote } from "./compose.ts";
import { deliver, type DeliverContext } from "./deliver.ts";
import { isSampleToken, takesSamples } from "./samples.ts";

export { personalStorage } from "./personal-storage.ts";

export type OutboxOptions = DeliverContext;

/** Posts what a person wrote: signed once, stored, held for a minute, then sent until a server has it. */
export interface Outbox {
  /**
   * Signs a draft and moves it into the outbox in one step.
   *
   * Problems: `refused` with `reason` `sample`, `original-not-sent`, `key-lost` or a `PayloadProblem`.
   */
  add(draft: Draft, key: SigningKey, options?: { readonly isSample?: boolean }): Promise<Result<ReviewId>>;
  addVote(vote: Vote, key: SigningKey): Promise<Result<ReviewId>>;
  /** Withdraws an own token. `refused` (`not-own`) where there is none with this signature. */
  addDelete(signatureKey: SignatureKey, key: SigningKey): Promise<Result<ReviewId>>;
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
  const { storage, now } = options;
  let tail: Promise<unknown> = Promise.resolve();
  /** One delivery at a time: a flush and a press must not send the same row. */
  const inTurn = async <T>(task: () => Promise<T>): Promise<T> => {
    const mine = tail.then(task, task);
    tail = mine.catch(() => undefined);
    return mine;
  };
  const history = async () => ({ tokens: await storage.ownTokens(), rows: await storage.rows() });
  const store = async (composed: Composed, key: SigningKey): Promise<Result<ReviewId>> => {
    const row = await signRow(composed, key, now());
    if (!row.ok) return row;
    if (isSampleToken(row.value.jwt) && !(await options.servers()).some(takesSamples)) {
      return refused("sample");
    }
    await storage.add(row.value);
    return ok(row.value.id);
  };
  const flush = (): Promise<void> => inTurn(() => flushOneKey(options));
  const nextRunAt = (): Promise<number | undefined> => nextDue(options);

  return {
    async add(draft, key, { isSample = false } = {}) {
      const past = await history();
      const composed = composeDraft(draft, past, now(), isSample);
      if (!composed.ok) return composed;
      // An edit counts only under the key of what it edits, whichever key is the current one.
      const author = draft.editOf === undefined ? undefined : authorOf(draft.editOf, past.tokens);
      const signer = author === undefined || author === key.author ? key : await storage.key(author);
      return signer ? store(composed.value, signer) : refused("key-lost");
    },
    addVote: (vote, key) => store(composeVote(vote, now()), key),
    async addDelete(target, key) {
      const past = await history();
      const own = past.tokens.find((token) => token.signatureKey === target);
      if (!own || own.author !== key.author) return refused("not-own");
      return store(composeDelete(own, past, now()), key);
    },
    undo: (id) =>
      inTurn(async () => ((await storage.takeBack(id, undoable)) ? ok(undefined) : refused("already-sent"))),
    sendNow: (id) => inTurn(() => sendOne(options, id)),
    flush,
    nextRunAt,
    job: { id: "outbox", run: flush, nextRunAt },
  };
}

function authorOf(signature: string, tokens: readonly OwnToken[]): AuthorId | undefined {
  const key = signatureKey(signature);
  return tokens.find((token) => token.signatureKey === key)?.author;
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
