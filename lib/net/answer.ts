import { ok, problem, type Result } from "../model/result.ts";
import { isContentHash } from "./content-hash.ts";
import { readBody } from "./read-body.ts";
import type { NetReply, NetRequest } from "./request.ts";
import { retryAfterMs } from "./retry-after.ts";

/** A server's own words are kept up to this many characters: enough for a sentence, too short for a page. */
const maxRefusalChars = 300;
const maxRefusalBytes = 4_096;
/** How long to leave a server alone that says it is busy but not for how long. */
const defaultWaitMs = 60_000;

/** An answer understood, with the number of body bytes that came. */
export interface Answer {
  readonly result: Result<NetReply>;
  readonly bytesIn: number;
}

/**
 * Turns a response into a reply or a problem, reading its body within bounds.
 *
 * @throws Whatever the body's stream fails with.
 */
export async function readAnswer(response: Response, request: NetRequest, nowMs: number): Promise<Answer> {
  if (response.status === 304) return notModified(response, request);
  if (!response.ok) return refusal(response, nowMs);
  const body = await readBody(response, request.maxBytes);
  if (!body.ok) {
    const params = { reason: "too-large", maxBytes: request.maxBytes };
    return { result: problem("bad-shape", params), bytesIn: body.error };
  }
  const etag = response.headers.get("etag");
  const isHash = etag !== null && (await isContentHash(etag, body.value));
  return {
    result: ok(reply(response.status, body.value, isHash ? etag : undefined)),
    bytesIn: body.value.byteLength,
  };
}

function notModified(response: Response, { validators }: NetRequest): Answer {
  // Unasked for, a 304 leaves us without content.
  if (!validators) return { result: problem("bad-shape", { reason: "http-304" }), bytesIn: 0 };
  return { result: ok(reply(response.status, new Uint8Array(), validators.etag)), bytesIn: 0 };
}

function reply(status: number, bytes: Uint8Array<ArrayBuffer>, etag: string | undefined): NetReply {
  return {
    status,
    bytes,
    text: () => new TextDecoder().decode(bytes),
    ...(etag === undefined ? {} : { etag }),
    notModified: status === 304,
  };
}

async function refusal(response: Response, nowMs: number): Promise<Answer> {
  const { status, headers } = response;
  const body = await readBody(response, maxRefusalBytes);
  const bytesIn = body.ok ? body.value.byteLength : body.error;
  const waitMs = retryAfterMs(headers.get("retry-after"), nowMs);
  if (status === 429 || (status === 503 && waitMs !== undefined)) {
    return { result: problem("rate-limited", { waitMs: waitMs ?? defaultWaitMs, status }), bytesIn };
  }
  const text = body.ok ? new TextDecoder().decode(body.value).trim().slice(0, maxRefusalChars) : "";
  return { result: problem("refused", { reason: `http-${status}`, status, text }), bytesIn };
}
