import { refused } from "../model/refusal.ts";
import type { Result } from "../model/result.ts";
import { type Cause, type Net, type NetReply, sha256Hex } from "../net/index.ts";
import { feedProblem } from "./feed-problem.ts";

/** Chrome kills a worker whose request takes 30 s. */
const timeoutMs = 25_000;

export interface FeedAccess {
  readonly net: Net;
  /** Address of the folder that holds `head.json`, or of that file. */
  readonly feed: string;
  readonly cause: Cause;
}

/** A file whose length and hash are known. */
export async function getNamed(
  access: FeedAccess,
  { path, bytes, sha256 }: { readonly path: string; readonly bytes: number; readonly sha256: string },
  maxBytes: number,
): Promise<Result<NetReply>> {
  if (bytes > maxBytes) return feedProblem("too-large", path);
  const reply = await get(access, path, bytes);
  // More bytes than the head said: the network layer stopped reading.
  if (!reply.ok && reply.error.params?.["reason"] === "too-large") return feedProblem("length", path);
  if (!reply.ok) return reply;
  if (reply.value.bytes.byteLength !== bytes) return feedProblem("length", path);
  if ((await sha256Hex(reply.value.bytes)) !== sha256) return feedProblem("hash", path);
  return reply;
}

export async function get(
  { net, feed, cause }: FeedAccess,
  path: string,
  maxBytes: number,
  etag?: string,
): Promise<Result<NetReply>> {
  const base = URL.parse(feed.replace(/(?:\/head\.json)?\/*$/, "/"));
  if (!base) return refused("address");
  return net.request({
    url: new URL(path, base).href,
    purpose: "feed",
    cause,
    accept: "application/json",
    maxBytes,
    timeoutMs,
    ...(etag !== undefined && { validators: { etag } }),
  });
}
