import { problem, type Result } from "../model/result.ts";
import { refused } from "../model/refusal.ts";
import { type Answer, readAnswer } from "./answer.ts";
import { consentHostOf } from "./host-policy.ts";
import { HostQueue } from "./host-queue.ts";
import type { LedgerTrace, Net, NetReply, NetRequest } from "./request.ts";

export interface NetOptions {
  readonly fetch: typeof fetch;
  /** Writes a line; called again under the same `id` when the request has ended. Awaited before sending. */
  readonly ledger: (trace: LedgerTrace) => Promise<void>;
  /** Hosts (`consentHostOf`) that the person agreed to. Asked before each request: consent can be withdrawn. */
  readonly consents: () => Promise<ReadonlySet<string>>;
  /** Epoch ms. */
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** `navigator.onLine`; always online unless told. */
  readonly online?: () => boolean;
  /** Whether the browser lets us drop `Origin` for a host (`hostAccess`); always unless told. */
  readonly hasHostAccess?: (url: URL) => Promise<boolean>;
  /** Must have come true before anything is sent: installs the rule that drops `Origin`. Retried if it fails. */
  readonly prepare?: () => Promise<void>;
}

const longestTracedPath = 160;

/** Makes the one way out. Every request of the extension passes here; see `Net` for what it guarantees. */
export function createNet(options: NetOptions): Net {
  const queue = new HostQueue();
  const inFlight = new Map<string, Promise<Result<NetReply>>>();
  /** Hosts that asked for a pause, and until when (epoch ms). */
  const quietUntil = new Map<string, number>();

  const send = async (request: NetRequest, url: URL): Promise<Result<NetReply>> => {
    const refusal = await reasonNotToSend(options, url, quietUntil);
    if (refusal) return refusal;
    const result = await exchange(options, request, url);
    if (!result.ok && result.error.code === "rate-limited") {
      quietUntil.set(url.host, options.now() + Number(result.error.params?.["waitMs"] ?? 0));
    }
    return result;
  };

  return {
    async request(request) {
      const url = URL.parse(request.url);
      if (!url) return refused("address");
      if (consentHostOf(request.url) === undefined) return refused("scheme");
      const run = async (): Promise<Result<NetReply>> => queue.run(url.host, () => send(request, url));
      const key = sharingKey(request);
      if (key === undefined) return run();
      const shared = inFlight.get(key) ?? run().finally(() => inFlight.delete(key));
      inFlight.set(key, shared);
      return shared;
    },
  };
}

/** Requests with the same key share one exchange. One that its caller can abort is never shared. */
function sharingKey(request: NetRequest): string | undefined {
  const { method = "GET", url, accept, maxBytes, timeoutMs, validators, signal } = request;
  if (method !== "GET" || signal) return undefined;
  return JSON.stringify([url, accept, maxBytes, timeoutMs, validators?.etag]);
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

async function exchange(options: NetOptions, request: NetRequest, url: URL): Promise<Result<NetReply>> {
  const opened = openTrace(options, request, url);
  try {
    await options.ledger(opened);
  } catch (error: unknown) {
    // What cannot be recorded is not sent.
    return problem(isQuota(error) ? "quota" : "bug", { reason: "ledger" });
  }
  const progress = { status: 0 };
  const answer = await attempt(options, request, url, progress);
  const closed = { ...opened, ...progress, bytesIn: answer.bytesIn, ms: options.now() - opened.at };
  try {
    await options.ledger(closed);
  } catch (error: unknown) {
    // The request did happen and its opened line stands; throwing its answer away would help nobody.
    console.error("[net] the ledger line could not be completed", error);
  }
  return answer.result;
}

function openTrace({ now, random }: NetOptions, request: NetRequest, url: URL): LedgerTrace {
  const at = now();
  const { method = "GET", purpose, cause, body = "" } = request;
  return {
    // Unique across worker lives, and never sent anywhere.
    id: `${at}-${Math.floor(random() * 2 ** 48).toString(36)}`,
    at,
    host: url.host,
    method,
    purpose,
    path: (url.pathname + url.search).slice(0, longestTracedPath),
    bytesOut:
      url.href.length + (typeof body === "string" ? new TextEncoder().encode(body).length : body.byteLength),
    bytesIn: 0,
    status: 0,
    ms: 0,
    cause,
  };
}

async function attempt(
  options: NetOptions,
  request: NetRequest,
  url: URL,
  progress: { status: number },
): Promise<Answer> {
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
  try {
    const response = await options.fetch(url, { ...fetchInit(request), signal });
    progress.status = response.status;
    return await readAnswer(response, request, options.now());
  } catch {
    // fetch says only "TypeError" for every failure of the network, so what is known comes from outside it.
    return { result: failure(timeout, request.signal, progress.status), bytesIn: 0 };
  }
}

function failure(timeout: AbortSignal, caller: AbortSignal | undefined, status: number): Result<never> {
  if (timeout.aborted) return problem("timeout", { reason: status === 0 ? "no-answer" : "cut-off" });
  if (caller?.aborted) return problem("timeout", { reason: "stopped" });
  return problem("offline", { reason: status === 0 ? "unreachable" : "cut-off" });
}

/** The same for everyone: no cookies, no referrer, no cache of its own, no header that tells installs apart. */
function fetchInit(request: NetRequest): RequestInit {
  const {
    method = "GET",
    accept = "application/json",
    body,
    contentType = "application/json",
    validators,
  } = request;
  return {
    method,
    headers: {
      Accept: accept,
      "Accept-Language": "*",
      ...(body === undefined ? {} : { "Content-Type": contentType }),
      ...(validators ? { "If-None-Match": validators.etag } : {}),
    },
    ...(body === undefined ? {} : { body }),
    credentials: "omit",
    referrerPolicy: "no-referrer",
    redirect: "error",
    cache: "no-store",
  };
}

function isQuota(error: unknown): boolean {
  const name = error instanceof Error ? error.name : "";
  return name === "QuotaExceededError" || name === "QuotaExceeded";
}
