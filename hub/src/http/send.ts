import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "hono";

const compress = promisify(gzip);
/** Below this, compression costs more than it saves. Bytes. */
const worthCompressing = 1400;

export interface Reply {
  /** With its charset. */
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  /**
   * `immutable`: the address names this very content. A number: seconds that anybody may keep it without
   * asking. Left out: ask each time, which a validator makes cheap.
   */
  readonly cache?: "immutable" | number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The hash of a body in hex. It is the validator, so anybody can check that it says nothing else. */
export function sha256Of(body: string | Uint8Array): string {
  return createHash("sha256").update(body).digest("hex");
}

/**
 * Answers 200 with a validator made from the content alone, or 304 where the client has it. The same for
 * every client, so that no validator can be used to recognise one.
 */
export async function send(context: Context, reply: Reply): Promise<Response> {
  const hash = sha256Of(reply.body);
  const headers = new Headers({
    ...reply.headers,
    "Cache-Control": cacheControl(reply.cache),
    Vary: "Accept, Accept-Encoding",
  });
  // One content in two encodings is the same only in meaning: a weak validator.
  const isCompressed = acceptsGzip(context) && reply.body.length >= worthCompressing;
  headers.set("ETag", isCompressed ? `W/"${hash}"` : `"${hash}"`);
  if (has(context.req.header("If-None-Match"), hash)) return new Response(null, { status: 304, headers });
  headers.set("Content-Type", reply.type);
  if (!isCompressed) return new Response(reply.body, { headers });
  headers.set("Content-Encoding", "gzip");
  return new Response(new Uint8Array(await compress(reply.body)), { headers });
}

export function sendJson(context: Context, value: unknown, cache?: Reply["cache"]): Promise<Response> {
  const reply = { type: "application/json; charset=utf-8", body: JSON.stringify(value) };
  return send(context, cache === undefined ? reply : { ...reply, cache });
}

function cacheControl(cache: Reply["cache"]): string {
  if (cache === "immutable") return "public, max-age=31536000, immutable";
  return cache === undefined ? "public, no-cache" : `public, max-age=${cache}`;
}

function acceptsGzip(context: Context): boolean {
  return /(?:^|,)\s*gzip\s*(?:,|$|;\s*q=(?:1|0[.]\d*[1-9]))/i.test(
    context.req.header("Accept-Encoding") ?? "",
  );
}

function has(ifNoneMatch: string | undefined, hash: string): boolean {
  return ifNoneMatch?.trim() === "*" || ifNoneMatch?.includes(`"${hash}"`) === true;
}
