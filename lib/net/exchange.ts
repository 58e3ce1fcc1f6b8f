import { problem, type Result } from "../model/result.ts";
import { type Answer, readAnswer } from "./answer.ts";
import type { LedgerTrace, NetReply, NetRequest } from "./request.ts";

/** What one exchange needs of the world. */
export interface Exchanging {
  readonly fetch: typeof fetch;
  /** Writes a line; called again under the same `id` when the request has ended. Awaited before sending. */
  readonly ledger: (trace: LedgerTrace) => Promise<void>;
  /** Epoch ms. */
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

const longestTracedPath = 160;

/** One request and its answer, with its line in the ledger before and after. Never throws. */
export async function exchange(
  options: Exchanging,
  request: NetRequest,
  url: URL,
): Promise<Result<NetReply>> {
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

function openTrace({ now, random }: Exchanging, request: NetRequest, url: URL): LedgerTrace {
  const at = now();
  const { method = "GET", purpose, cause, body = "" } = request;
  return {
    // Unique across worker lives, and never sent anywhere.
    id: `${at}-${Math.floor(random() * 2 ** 48).toString(36)}`,
    at,
    host: url.host,
    method,
    purpose,
    path: request.hidesPath ? "/…" : (url.pathname + url.search).slice(0, longestTracedPath),
    bytesOut:
      url.href.length + (typeof body === "string" ? new TextEncoder().encode(body).length : body.byteLength),
    bytesIn: 0,
    status: 0,
    ms: 0,
    cause,
  };
}

async function attempt(
  options: Exchanging,
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
