import type * as z from "zod";
import type { Problem, Result } from "../model/result.ts";
import { jsonOf } from "../model/json.ts";
import { ok, problem } from "../model/result.ts";
import type { Cause, Net, NetRequest } from "../net/index.ts";

/** What a source works with. */
export interface SourceAccess {
  readonly net: Net;
  readonly cause: Cause;
  /** Ends what is under way, when nobody waits for it any more. */
  readonly signal?: AbortSignal;
  /** How often a request that failed for a moment is sent again; never unless told. */
  readonly retries?: number;
}

/** Chrome kills a worker whose request takes 30 s. */
const timeoutMs = 20_000;
const maxBytes = 8_000_000;

/**
 * Fetches JSON and reads it with a schema.
 *
 * Problems: those of `Net`, and `bad-shape` (`reason`: `json` · `source`) where the answer is not what the API
 * documents.
 */
export async function readJson<T>(
  { net, cause, signal, retries }: SourceAccess,
  url: URL | string,
  schema: z.ZodType<T>,
  options: Pick<NetRequest, "method" | "body" | "accept" | "pauseAfterMs"> = {},
): Promise<Result<T>> {
  const address = String(url);
  const reply = await net.request({
    ...options,
    url: address,
    purpose: "search",
    cause,
    maxBytes,
    timeoutMs,
    ...(signal && { signal }),
    ...(retries && { retries }),
  });
  if (!reply.ok) return reply;
  const host = new URL(address).host;
  const body = jsonOf(reply.value.text());
  if (body === undefined) return problem("bad-shape", { reason: "json", host });
  const parsed = schema.safeParse(body);
  return parsed.success ? ok(parsed.data) : problem("bad-shape", { reason: "source", host });
}

/** Whether a server said that there is no such thing. */
export function isNotFound({ params }: Problem): boolean {
  return params?.["status"] === 404;
}

/** Words that are to be found as they stand, in the quotation marks of most searches. */
export function phrase(words: string): string {
  return `"${words.replaceAll(/["\\]/gu, " ")}"`;
}

/** An address of an API: path and parameters, each encoded; those without a value are left out. */
export function address(
  origin: string,
  path: string,
  parameters: Readonly<Record<string, string | number | undefined>> = {},
): URL {
  const url = new URL(path, origin);
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}
