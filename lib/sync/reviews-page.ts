import { ok, problem, type Result } from "../model/result.ts";
import type { Cause, Net } from "../net/index.ts";
import type { TokenInput } from "../reviews/token.ts";
import { ReviewEntry } from "../schema/mangrove.ts";
import type { ServerState } from "./state.ts";

/** A page of 1000 reviews is about 2 MB, one of 10 000 about 20. */
const maxBytes = 32_000_000;
/** Chrome kills a worker whose request takes 30 s. */
const timeoutMs = 25_000;
const daySeconds = 86_400;
/** Asked for where `offset` is not known: the published server's own largest page. */
const wholePageSize = 10_000;

export interface ReviewsPage {
  readonly tokens: readonly TokenInput[];
  /** Signature of the last one, if any. */
  readonly last?: string;
}

/** How many reviews a page repeats from the one before, so that removals in between hide none. */
export function overlapOf(pageSize: number): number {
  return Math.min(20, Math.floor(pageSize / 4));
}

export function pageSizeOf({ isWhole, pageSize }: ServerState): number {
  return isWhole ? wholePageSize : pageSize;
}

/**
 * From when on a delta is asked for: the start of the UTC day before, in seconds. At least a day back, because
 * reviews may reach the server long after the hour they carry; and a whole day, because a server could give each
 * client a newest review of its own and know it again by the second.
 */
function deltaStart(since: number): number {
  return Math.max(0, (Math.floor(since / daySeconds) - 1) * daySeconds);
}

/** The address of the next page: newest first, every scheme, edits and deletes as they are. */
function reviewsUrl(state: ServerState): string {
  const query = new URLSearchParams({
    limit: String(pageSizeOf(state)),
    offset: String(Math.max(0, state.offset - overlapOf(state.pageSize))),
    latest_edits_only: "false",
    examples: "false",
  });
  if (state.stage === "delta") query.set("gt_iat", String(deltaStart(state.since)));
  return `${state.id.replace(/\/+$/, "")}/reviews?${query}`;
}

/** Reads one page. A row that is no review is kept as a token that will not verify, so that it is counted. */
export async function readReviewsPage(
  net: Net,
  state: ServerState,
  cause: Cause,
): Promise<Result<ReviewsPage>> {
  const reply = await net.request({
    url: reviewsUrl(state),
    purpose: "sync",
    cause,
    accept: "application/json",
    maxBytes,
    timeoutMs,
  });
  if (!reply.ok) return reply;
  const rows = rowsOf(reply.value.text());
  if (!rows) return problem("bad-shape", { reason: "reviews" });
  // A server may give less than asked for, never much more.
  if (rows.length > 4 * pageSizeOf(state)) return problem("bad-shape", { reason: "too-many" });
  const tokens = rows.map(tokenOf);
  const last = tokens.at(-1);
  return ok({ tokens, ...(last && { last: last.signature ?? last.jwt.slice(-86) }) });
}

function rowsOf(text: string): readonly unknown[] | undefined {
  try {
    const json: unknown = JSON.parse(text);
    const isReply = typeof json === "object" && json !== null && "reviews" in json;
    return isReply && Array.isArray(json.reviews) ? json.reviews : undefined;
  } catch {
    return undefined;
  }
}

function tokenOf(row: unknown): TokenInput {
  const entry = ReviewEntry.safeParse(row);
  return entry.success ? { jwt: entry.data.jwt, signature: entry.data.signature } : { jwt: "" };
}
