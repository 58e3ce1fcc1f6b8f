import type { OutboxRow, OutboxState } from "../db/outbox.ts";
import { refused } from "../model/refusal.ts";
import type { Problem } from "../model/result.ts";
import type { Review } from "../model/review.ts";
import { type BackOff, type Net, nextAttemptAt } from "../net/index.ts";
import { verifyToken } from "../reviews/token.ts";
import { originalOf, signRespelled } from "./compose.ts";
import { isAccepted, type Outcome, submit } from "./review-server.ts";
import { nextStop, type Stop, stopName, triedWholeServer } from "./route.ts";
import { isSampleToken, takesSamples } from "./samples.ts";
import type { OutboxStorage, RowChanges } from "./storage.ts";

export interface DeliverContext {
  readonly storage: OutboxStorage;
  readonly net: Net;
  /** Addresses of the review servers, the preferred one first. */
  readonly servers: () => Promise<readonly string[]>;
  /** Stores an accepted review in the local copy, so that it is seen at once. May be repeated. */
  readonly publish: (review: Review, server: string) => Promise<void>;
  /** Epoch ms. */
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** A person waits: soon at first, at most an hour apart. */
const backOff: BackOff = { baseMs: 30_000, capMs: 3_600_000 };
/** After so many failures inside a server, each time without having the token, it is another server's turn. */
const mostServerErrors = 6;
/** States in which a row is ours to deliver. */
const deliverable: readonly OutboxState[] = ["held", "waiting", "unclear", "sending"];

/**
 * Brings one token to one server, as far as it gets now. May die at any line: whoever comes next finds "sending"
 * and asks the server before it sends again, so that a token is accepted once or not at all.
 */
export async function deliver(context: DeliverContext, id: string): Promise<void> {
  for (;;) {
    const row = await context.storage.row(id);
    if (!row) return;
    if (row.state === "sent") return settle(context, row);
    if (!deliverable.includes(row.state)) return;
    const servers = await serversFor(context, row);
    const next =
      row.server !== undefined && mayBeAt(row, row.server)
        ? await resolve(context, row, row.server, servers)
        : await advance(context, row, servers);
    if (next === undefined) return;
    id = next;
  }
}

/** Whether the outcome at a server is open. */
function mayBeAt({ state, subject, tried }: OutboxRow, server: string): boolean {
  return (state === "sending" || state === "unclear") && !tried.includes(stopName({ server, subject }));
}

/** A token that may have been accepted: asks, and only if it was not sends it again. */
async function resolve(
  context: DeliverContext,
  row: OutboxRow,
  server: string,
  servers: readonly string[],
): Promise<string | undefined> {
  const answer = await isAccepted(context.net, server, row.signature);
  if (!answer.ok) {
    // The person took this server out: nobody can ask it, and the same token elsewhere is the same review.
    if (!servers.includes(server)) return advance(context, row, servers);
    await postpone(context, { ...row, attempts: row.attempts + 1 }, "unclear", answer.error);
    return undefined;
  }
  if (answer.value) return accepted(context, row, server);
  const isBroken =
    row.attempts >= mostServerErrors && String(row.problem?.params?.["reason"]).startsWith("http-5");
  if (isBroken && row.problem) return moveOn(context, row, triedWholeServer(row, server), row.problem);
  return send(context, row, { server, subject: row.subject });
}

/** Sends a token that no server has, to the next place that was not tried. */
async function advance(
  context: DeliverContext,
  row: OutboxRow,
  servers: readonly string[],
): Promise<string | undefined> {
  const stop = nextStop(row, servers);
  const [took] = row.took ?? [];
  if (!stop && took !== undefined) return finished(context, row, took);
  if (!stop) {
    const reason = servers.length > 0 ? undefined : isSampleToken(row.jwt) ? "sample" : "no-server";
    const problem = reason ? refused(reason).error : row.problem;
    await change(context, row, { state: "refused", ...(problem && { problem }) });
    return undefined;
  }
  if (stop.subject === row.subject) return send(context, row, stop);
  const key = row.author === undefined ? undefined : await context.storage.key(row.author);
  // Without its key a token cannot be respelled: that spelling counts as tried.
  if (!key) return moveOn(context, row, [...row.tried, stopName(stop)], row.problem);
  const respelled = await signRespelled(
    { ...row, state: "waiting", attempts: 0, server: stop.server },
    stop.subject,
    key,
  );
  return (await context.storage.replace(row.id, respelled, deliverable)) ? respelled.id : undefined;
}

async function send(context: DeliverContext, row: OutboxRow, { server }: Stop): Promise<string | undefined> {
  const attempts = row.server === server ? row.attempts + 1 : 1;
  // Written before the request: from here on this server may have the token.
  if (!(await change(context, row, { state: "sending", server, attempts }))) return undefined;
  const sending = { ...row, state: "sending", server, attempts } as const;
  const outcome = await submit(context.net, server, row.jwt);
  return afterSending(context, sending, server, outcome);
}

async function afterSending(
  context: DeliverContext,
  row: OutboxRow,
  server: string,
  outcome: Outcome,
): Promise<string | undefined> {
  switch (outcome.kind) {
    case "accepted":
      return accepted(context, row, server);
    case "later":
      await postpone(context, row, "waiting", outcome.problem);
      return undefined;
    case "unclear":
      await postpone(context, row, "unclear", outcome.problem);
      return undefined;
    default:
      return afterRefusal(context, row, server, outcome);
  }
}

/** A server that refuses may still have taken the same token in an attempt before. */
async function afterRefusal(
  context: DeliverContext,
  row: OutboxRow,
  server: string,
  { kind, problem }: Exclude<Outcome, { kind: "accepted" }>,
): Promise<string | undefined> {
  if (kind === "duplicate" || row.attempts > 1) {
    const answer = await isAccepted(context.net, server, row.signature);
    if (!answer.ok) {
      await postpone(context, row, "unclear", answer.error);
      return undefined;
    }
    if (answer.value) return accepted(context, row, server);
  }
  if (kind === "vetoed")
    return moveOn(context, row, [...row.tried, stopName({ server, subject: row.subject })], problem);
  // What one server makes of a slip says nothing of the next.
  if (kind === "elsewhere" || row.everywhere)
    return moveOn(context, row, triedWholeServer(row, server), problem);
  const told = kind === "duplicate" ? refused("duplicate", problem.params).error : problem;
  await change(context, row, { state: "refused", problem: told });
  return undefined;
}

async function moveOn(
  context: DeliverContext,
  row: OutboxRow,
  tried: readonly string[],
  problem: Problem | undefined,
): Promise<string | undefined> {
  const changes = { state: "waiting", tried, attempts: 0, ...(problem && { problem }) } as const;
  return (await change(context, row, changes)) ? row.id : undefined;
}

async function accepted(
  context: DeliverContext,
  row: OutboxRow,
  server: string,
): Promise<string | undefined> {
  if (!row.everywhere) return finished(context, row, server);
  await publish(context, row, server);
  const tried = [...row.tried, stopName({ server, subject: row.subject })];
  const changes = { state: "unclear", tried, took: [...(row.took ?? []), server], attempts: 0 } as const;
  return (await change(context, row, changes)) ? row.id : undefined;
}

/** Records that a server has it. */
async function finished({ storage, now }: DeliverContext, row: OutboxRow, server: string): Promise<string> {
  const { id, jwt, signature, signatureKey, author = "", subject, subjectKey, kind, slipJwt } = row;
  const original = originalOf(row, await storage.ownTokens());
  await storage.accept(
    id,
    {
      id,
      jwt,
      signature,
      signatureKey,
      author,
      subject,
      subjectKey,
      kind,
      server,
      createdAt: now(),
      state: "live",
      ...(slipJwt !== "" && { slipJwt }),
    },
    original && { signatureKey: original.signatureKey, state: kind === "delete" ? "deleted" : "edited" },
  );
  return id;
}

/** Shows an accepted review in the local copy; only then is its row done with. */
async function settle(context: DeliverContext, row: OutboxRow): Promise<void> {
  await publish(context, row, row.server ?? "");
  await context.storage.finish(row.id);
}

async function publish(context: DeliverContext, { jwt }: OutboxRow, server: string): Promise<void> {
  const review = await verifyToken(jwt);
  if (review.ok) await context.publish(review.value, server);
  else console.error("[outbox] an own token does not verify", review.error);
}

/**
 * The servers a token may go to: for an edit or a delete the one that has the original, unless it is to go
 * everywhere; for samples only those that are samples themselves.
 */
async function serversFor({ servers, storage }: DeliverContext, row: OutboxRow): Promise<readonly string[]> {
  const original = originalOf(row, await storage.ownTokens());
  const known = original ? [original.server] : [];
  const all = original && !row.everywhere ? known : [...new Set([...known, ...(await servers())])];
  return isSampleToken(row.jwt) ? all.filter(takesSamples) : all;
}

async function postpone(
  context: DeliverContext,
  row: OutboxRow,
  state: "waiting" | "unclear",
  problem: Problem,
): Promise<void> {
  const nowMs = context.now();
  const waitMs = Number(problem.params?.["waitMs"] ?? 0);
  const sendAt = nextAttemptAt(
    { attempts: Math.max(1, row.attempts), nowMs, waitMs },
    context.random,
    backOff,
  );
  await change(context, row, { state, problem, sendAt, attempts: row.attempts });
}

async function change({ storage }: DeliverContext, row: OutboxRow, changes: RowChanges): Promise<boolean> {
  // "Waiting" says that no server has it, and so can be taken back.
  const isOut = changes.state === "waiting" && row.took !== undefined;
  return storage.change(row.id, isOut ? { ...changes, state: "unclear" } : changes, deliverable);
}
