import { problem, type Problem, type Result } from "../model/result.ts";
import { refused } from "../model/refusal.ts";
import { backOffMs } from "./back-off.ts";
import { consentHostOf } from "./host-policy.ts";
import { exchange, type Exchanging } from "./exchange.ts";
import { HostQueue } from "./host-queue.ts";
import { RateLimiter, type RateLimiterOptions } from "./rate-limiter.ts";
import type { Net, NetReply, NetRequest } from "./request.ts";
import { SharedRequests, stopped } from "./shared-requests.ts";
import { wait } from "./wait.ts";

export interface NetOptions extends Exchanging {
  /** Hosts (`consentHostOf`) that the person agreed to. Asked before each request: consent can be withdrawn. */
  readonly consents: () => Promise<ReadonlySet<string>>;
  /** `navigator.onLine`; always online unless told. */
  readonly online?: () => boolean;
  /** Whether the browser lets us drop `Origin` for a host (`hostAccess`); always unless told. */
  readonly hasHostAccess?: (url: URL) => Promise<boolean>;
  /** Must have come true before anything is sent: installs the rule that drops `Origin`. Retried if it fails. */
  readonly prepare?: () => Promise<void>;
  /** How often each host may be asked; any number of times unless told. */
  readonly limits?: RateLimiterOptions["limits"];
  /** When requests left for a host before this was made, so that a new worker keeps to the limits as well. */
  readonly sentSince?: RateLimiterOptions["sentSince"];
  /** A request waits so long for its turn under `limits`; one that would wait longer is `rate-limited`. 10 s. */
  readonly longestWaitMs?: number;
  /** A timer of one's own, for tests. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

const defaultLongestWaitMs = 10_000;
/** As of `Retry-After`: a server could ask for ever. */
const longestPauseMs = 86_400_000;
/** Between two attempts of one request. */
const retryBackOff = { baseMs: 500, capMs: 4_000 };

/** Makes the one way out. Every request of the extension passes here; see `Net` for what it guarantees. */
export function createNet(options: NetOptions): Net {
  const queue = new HostQueue();
  const shared = new SharedRequests<NetReply>();
  const turns: Turns = {
    quietUntil: new Map(),
    limiter: new RateLimiter({ ...options, limits: options.limits ?? (() => []) }),
  };

  return {
    async request(request) {
      const url = URL.parse(request.url);
      if (!url) return refused("address");
      if (consentHostOf(request.url) === undefined) return refused("scheme");
      const run = async (signal?: AbortSignal): Promise<Result<NetReply>> => {
        const { signal: _own, ...rest } = request;
        const mine = signal ? { ...rest, signal } : rest;
        return queue.run(url.host, () => sendOften(options, turns, mine, url));
      };
      const key = sharingKey(request);
      return key === undefined ? run(request.signal) : shared.join(key, request.signal, run);
    },
  };
}

/** What decides when a host is asked. */
interface Turns {
  /** Hosts that asked for a pause, and until when (epoch ms). */
  readonly quietUntil: Map<string, number>;
  readonly limiter: RateLimiter;
}

/** Sends, and again after a while where that may help and the caller allows it. */
async function sendOften(
  options: NetOptions,
  turns: Turns,
  request: NetRequest,
  url: URL,
): Promise<Result<NetReply>> {
  const { retries = 0, signal } = request;
  for (let attempt = 1; ; attempt += 1) {
    const result = await send(options, turns, request, url);
    if (result.ok || attempt > retries || !mayPass(result.error)) return result;
    await (options.wait ?? wait)(backOffMs(attempt, options.random, retryBackOff), signal);
    if (signal?.aborted) return stopped();
  }
}

/** Whether a failure may be over in a moment: nobody answered, the answer was cut off, the server has a fault. */
function mayPass({ code, params }: Problem): boolean {
  if (code === "offline") return params?.["reason"] !== "no-connection";
  if (code === "timeout") return params?.["reason"] !== "stopped";
  return code === "refused" && Number(params?.["status"] ?? 0) >= 500;
}

async function send(
  options: NetOptions,
  { limiter, quietUntil }: Turns,
  request: NetRequest,
  url: URL,
): Promise<Result<NetReply>> {
  const refusal =
    (await reasonNotToSend(options, url, quietUntil)) ??
    (await takeTurn(options, { limiter, quietUntil }, request, url));
  if (refusal) return refusal;
  const result = await exchange(options, request, url);
  const pauseMs = pauseAfter(result, request);
  if (pauseMs > 0) quietUntil.set(url.host, options.now() + pauseMs);
  return result;
}

/** How long a host wants to be left alone: a busy one, or one that answers and says so. */
function pauseAfter(result: Result<NetReply>, { pauseAfterMs }: NetRequest): number {
  if (result.ok) return Math.min(pauseAfterMs?.(result.value) ?? 0, longestPauseMs);
  return result.error.code === "rate-limited" ? Number(result.error.params?.["waitMs"] ?? 0) : 0;
}

/** Waits until the host's limits allow a request, if that is soon. */
async function takeTurn(
  options: NetOptions,
  { limiter, quietUntil }: Turns,
  { signal }: NetRequest,
  url: URL,
): Promise<ReturnType<typeof problem> | undefined> {
  const { host } = url;
  const waitMs = await limiter.waitMs(host);
  if (waitMs > (options.longestWaitMs ?? defaultLongestWaitMs)) return problem("rate-limited", { waitMs });
  if (waitMs > 0) await (options.wait ?? wait)(waitMs, signal);
  if (signal?.aborted) return stopped();
  // While it waited consent may have been taken back.
  const reason = waitMs > 0 ? await reasonNotToSend(options, url, quietUntil) : undefined;
  if (reason) return reason;
  limiter.count(host);
  return undefined;
}

/** Requests with the same key share one exchange. */
function sharingKey(request: NetRequest): string | undefined {
  const { method = "GET", url, accept, maxBytes, timeoutMs, validators, retries } = request;
  if (method !== "GET") return undefined;
  return JSON.stringify([url, accept, maxBytes, timeoutMs, validators?.etag, retries]);
}

async function reasonNotToSend(
  { consents, hasHostAccess, now, online, prepare }: NetOptions,
  url: URL,
  quietUntil: ReadonlyMap<string, number>,
): Promise<ReturnType<typeof problem> | undefined> {
  const { host } = url;
  try {
    if (!(await consents()).has(host)) return refused("consent", { host });
    if (online?.() === false) return problem("offline", { reason: "no-connection" });
    if ((await hasHostAccess?.(url)) === false) return problem("permission", { reason: "host-access", host });
    const waitMs = (quietUntil.get(host) ?? 0) - now();
    if (waitMs > 0) return problem("rate-limited", { waitMs });
    await prepare?.();
    return undefined;
  } catch (error: unknown) {
    console.error("[net] cannot prepare a request", error);
    return problem("bug", { reason: "prepare" });
  }
}
