import { jsonOf } from "../model/json.ts";
import { ok, type Result } from "../model/result.ts";
import { FeedHead, feedLimits, FeedLine, type FeedSegment, wholeFeed } from "../schema/feed.ts";
import { feedProblem } from "./feed-problem.ts";
import { type FeedAccess, get, getNamed } from "./get-file.ts";

export interface ReadHead {
  readonly head: FeedHead;
  /** Pass it to the next `readHead`. */
  readonly etag?: string;
  /** Whether it is small enough to be copied whole. Of a larger one only the daily file is read. */
  readonly isCopied: boolean;
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
  const isCopied = isCopiedWhole(head.data);
  return ok({ head: head.data, isCopied, ...(reply.value.etag && { etag: reply.value.etag }) });
}

function flawOfHead(
  { segments, through }: FeedHead,
  cursor: number,
): Parameters<typeof feedProblem>[0] | undefined {
  let end = 0;
  for (const { first, last, count } of segments) {
    if (first <= end || last < first || count > last - first + 1) return "segment-order";
    end = last;
  }
  if (end > through) return "segment-order";
  return through < cursor ? "backwards" : undefined;
}

/** What the head claims of itself is not trusted; what its parts add up to is. */
function isCopiedWhole({ segments, count, bytes }: FeedHead): boolean {
  let total = 0;
  let size = 0;
  for (const segment of segments) {
    total += segment.count;
    size += segment.bytes;
  }
  return Math.max(total, count) <= wholeFeed.count && Math.max(size, bytes) <= wholeFeed.bytes;
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
