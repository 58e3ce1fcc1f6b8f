import { jsonOf } from "../model/json.ts";
import { ok, type Result } from "../model/result.ts";
import { refused } from "../model/refusal.ts";
import { type Cause, type Net, type NetReply, sha256Hex } from "../net/index.ts";
import { FeedDaily, FeedHead, feedLimits, FeedLine, type FeedSegment } from "../schema/feed.ts";
import { feedProblem } from "./feed-problem.ts";

/** Chrome kills a worker whose request takes 30 s. */
const timeoutMs = 25_000;
/** Beyond this a feed is not copied whole (tokens, and bytes before compression). */
const wholeFeed = { count: 100_000, bytes: 50_000_000 } as const;

export interface FeedAccess {
  readonly net: Net;
  /** Address of the folder that holds `head.json`, or of that file. */
  readonly feed: string;
  readonly cause: Cause;
}

export interface ReadHead {
  readonly head: FeedHead;
  /** Pass it to the next `readHead`. */
  readonly etag?: string;
}

/**
 * Reads what a feed consists of, and refuses one that contradicts itself.
 *
 * @param cursor - Last sequence number taken so far. A feed whose end lies before it goes backwards.
 * @param etag - Of the head that was read last; `undefined` comes back when it has not changed.
 */
export async function readHead(
  access: FeedAccess,
  cursor: number,
  etag?: string,
): Promise<Result<ReadHead | undefined>> {
  const reply = await get(access, "head.json", feedLimits.headBytes, etag);
  if (!reply.ok) return reply;
  if (reply.value.notModified) return ok(undefined);
  const head = FeedHead.safeParse(jsonOf(reply.value.text()));
  if (!head.success) return feedProblem("head", "head.json");
  const flaw = flawOfHead(head.data, cursor);
  if (flaw) return feedProblem(flaw, "head.json");
  return ok({ head: head.data, ...(reply.value.etag && { etag: reply.value.etag }) });
}

function flawOfHead(
  { segments, through, count, bytes }: FeedHead,
  cursor: number,
): Parameters<typeof feedProblem>[0] | undefined {
  let end = 0;
  let total = 0;
  let size = 0;
  for (const { first, last, count: lines, bytes: length } of segments) {
    if (first <= end || last < first || lines > last - first + 1) return "segment-order";
    end = last;
    total += lines;
    size += length;
  }
  if (end > through) return "segment-order";
  if (through < cursor) return "backwards";
  // What the head claims of itself is not trusted; what its parts add up to is.
  if (Math.max(total, count) > wholeFeed.count || Math.max(size, bytes) > wholeFeed.bytes) return "too-large";
  return undefined;
}

/** The first segment that holds something after `cursor`. */
export function nextSegment({ segments }: FeedHead, cursor: number): FeedSegment | undefined {
  return segments.find(({ last }) => last > cursor);
}

/**
 * Reads one segment: only if it has the length and the SHA-256 that the head gave, and every line is in order.
 *
 * @returns The lines after `cursor`.
 */
export async function readSegment(
  access: FeedAccess,
  segment: FeedSegment,
  cursor: number,
): Promise<Result<readonly FeedLine[]>> {
  const file = await getNamed(access, segment, feedLimits.segmentBytes);
  if (!file.ok) return file;
  const lines: FeedLine[] = [];
  let previous = segment.first - 1;
  for (const text of file.value.text().split("\n")) {
    if (text === "") continue;
    const line = FeedLine.safeParse(jsonOf(text));
    if (!line.success) return feedProblem("line", segment.path);
    if (line.data.n <= previous || line.data.n > segment.last) return feedProblem("order", segment.path);
    previous = line.data.n;
    lines.push(line.data);
  }
  if (lines.length !== segment.count) return feedProblem("length", segment.path);
  return ok(lines.filter(({ n }) => n > cursor));
}

/** What of the daily file is used. Flaws in the rest must not keep a removal from being heeded. */
const UsedDaily = FeedDaily.pick({ format: true, removals: true }).extend({
  sitesOff: FeedDaily.shape.sitesOff.catch(undefined),
});
type UsedDaily = Pick<FeedDaily, "removals" | "sitesOff">;

/** Reads what is used of the daily file that the head names. */
export async function readDaily(
  access: FeedAccess,
  daily: NonNullable<FeedHead["daily"]>,
): Promise<Result<UsedDaily>> {
  const file = await getNamed(access, daily, feedLimits.dailyBytes);
  if (!file.ok) return file;
  const parsed = UsedDaily.safeParse(jsonOf(file.value.text()));
  return parsed.success ? ok(parsed.data) : feedProblem("daily", daily.path);
}

/** A file that the head names with its length and hash. */
async function getNamed(
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

async function get(
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
