import type { Draft } from "../../lib/db/drafts.ts";
import { type PersonalDatabase, openPersonal } from "../../lib/db/personal.ts";
import { err, type Problem, problem, type Result } from "../../lib/model/result.ts";
import type { Review } from "../../lib/model/review.ts";
import type { Net, NetReply, NetRequest } from "../../lib/net/index.ts";
import { createOutbox, type Outbox, personalStorage } from "../../lib/outbox/index.ts";
import type { OutboxStorage } from "../../lib/outbox/storage.ts";
import { generateSigningKey, type SigningKey } from "../../lib/reviews/keys.ts";
import { decodeToken } from "../../lib/reviews/token.ts";
import { Life, reply, startSeconds } from "./sync-world.ts";

export const startMs = startSeconds * 1000 + 1_234_567;
export const serverA = "https://a.reviews.test";
export const serverB = "https://b.reviews.test";

/** What goes wrong with one request to `/submit`. */
export type Mishap =
  | "answer-lost" // accepted, but the answer never arrives
  | "never-arrives"
  | "server-error"
  | "accepted-then-error"
  | "busy"
  | "html"
  | Problem;

/** A review server by the contract, which remembers every token that it took. */
export class FakeReviewServer {
  readonly accepted: string[] = [];
  /** What goes wrong with the coming submissions, in order; then nothing does. */
  mishaps: Mishap[] = [];
  /** Hosts that do not answer this server. */
  readonly silentHosts = new Set<string>();
  readonly requests: NetRequest[] = [];
  isDown = false;

  answer(request: NetRequest): Result<NetReply> {
    this.requests.push(request);
    if (this.isDown) return problem("offline", { reason: "unreachable" });
    const url = new URL(request.url);
    return request.method === "PUT" ? this.#submit(url.pathname.slice("/submit/".length)) : this.#find(url);
  }

  #find(url: URL): Result<NetReply> {
    const signature = url.searchParams.get("signature");
    const found = this.accepted.filter((jwt) => jwt.split(".")[2] === signature);
    return reply(JSON.stringify({ reviews: found.map((jwt) => ({ jwt, signature })) }));
  }

  #submit(jwt: string): Result<NetReply> {
    const mishap = this.mishaps.shift();
    switch (mishap) {
      case undefined:
        return this.#judge(jwt);
      case "never-arrives":
        return problem("timeout", { reason: "no-answer" });
      case "answer-lost":
        this.#judge(jwt);
        return problem("offline", { reason: "cut-off" });
      case "server-error":
        return problem("refused", { reason: "http-500", status: 500, text: "Database error: lock" });
      case "accepted-then-error":
        this.#judge(jwt);
        return problem("refused", { reason: "http-502", status: 502, text: "Bad gateway" });
      case "busy":
        return problem("rate-limited", { waitMs: 120_000, status: 429 });
      case "html":
        return reply("<html>Please log in to the hotel's network</html>");
      default:
        return { ok: false, error: mishap };
    }
  }

  #judge(jwt: string): Result<NetReply> {
    const { sub = "", text = "" } = contentOf(jwt);
    if (this.accepted.includes(jwt) || this.accepted.some((other) => contentOf(other).text === text)) {
      return err(
        refusal(
          "Duplicate entry found in the database, please submit reviews with differing rating or opinion.",
        ),
      );
    }
    if (this.silentHosts.has(URL.parse(sub)?.hostname ?? ""))
      return err(refusal("Subject is not publicly accessible."));
    this.accepted.push(jwt);
    return reply("true");
  }
}

/** A refusal in the server's own words. */
export function refusal(text: string, status = 400): Problem {
  return { code: "refused", params: { reason: `http-${status}`, status, text } };
}

function contentOf(jwt: string): { sub?: string; text?: string } {
  const token = decodeToken(jwt);
  if (!token.ok) return {};
  const { sub, rating, opinion, action } = token.value.payload;
  return { sub, text: JSON.stringify([token.value.publicKey.kid, sub, rating, opinion, action]) };
}

export interface OutboxWorld {
  readonly db: PersonalDatabase;
  readonly outbox: Outbox;
  readonly clock: { ms: number };
  readonly published: Map<string, Review>;
}

let names = 0;

export function freshPersonal(): PersonalDatabase {
  return openPersonal(`outbox-test-${++names}`);
}

export interface WorldOptions {
  readonly life?: Life;
  readonly clock?: { ms: number };
  readonly servers?: () => Promise<readonly string[]>;
  readonly published?: Map<string, Review>;
}

/** An outbox over a real database and fake servers, in one life of the worker. */
export function startOutbox(
  db: PersonalDatabase,
  servers: Readonly<Record<string, FakeReviewServer>>,
  options: WorldOptions = {},
): OutboxWorld {
  const { life = new Life(), clock = { ms: startMs }, published = new Map<string, Review>() } = options;
  const net: Net = {
    request: (request) =>
      life.through(
        () =>
          servers[new URL(request.url).origin]?.answer(request) ??
          problem("offline", { reason: "unreachable" }),
      ),
  };
  const outbox = createOutbox({
    storage: mortal(personalStorage(db), life),
    net,
    servers: options.servers ?? (async () => Object.keys(servers)),
    publish: (review) => life.through(() => void published.set(review.id, review)),
    now: () => clock.ms,
    random: () => 0.5,
  });
  return { db, outbox, clock, published };
}

/** Storage whose every call passes through a life. */
function mortal(storage: OutboxStorage, life: Life): OutboxStorage {
  return new Proxy(storage, {
    get: (target, name: keyof OutboxStorage) => {
      const call = target[name] as (...args: readonly unknown[]) => Promise<unknown>;
      return (...args: readonly unknown[]) => life.through(() => call(...args));
    },
  });
}

/** Flushes at each due time until nothing is due any more. */
export async function flushUntilQuiet({ outbox, clock }: OutboxWorld, mostFlushes = 60): Promise<void> {
  for (let i = 0; i < mostFlushes; i += 1) {
    const at = await outbox.nextRunAt();
    if (at === undefined) return;
    clock.ms = Math.max(clock.ms, at);
    await outbox.flush();
  }
  throw new Error("The outbox does not come to rest.");
}

export function draftFor(subject: string, more: Partial<Draft> = {}): Draft {
  return {
    subject,
    subjectKey: subject,
    title: "A brand",
    stars: 4,
    text: "Good boots.",
    ownExperience: true,
    affiliated: false,
    nickname: "anna",
    updatedAt: startMs - 1,
    ...more,
  };
}

/** A key that the database has. */
export async function storedKey(db: PersonalDatabase): Promise<SigningKey> {
  const key = await generateSigningKey();
  const publicJwk = { ...key.publicJwk, key_ops: [...key.publicJwk.key_ops] };
  await db.keys.put({ ...key, publicJwk, backup: "none", createdAt: startMs, chosenAt: startMs });
  return key;
}

/** The value of a result that must be one. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
