import { readHead, readSegment } from "../../lib/feeds/index.ts";
import type { Problem, Result } from "../../lib/model/result.ts";
import type { Net } from "../../lib/net/index.ts";
import { verifyTokens } from "../../lib/reviews/token.ts";
import { ReviewsReply } from "../../lib/schema/mangrove.ts";

/** One line of the report. */
export interface Finding {
  readonly source: string;
  readonly what: string;
  readonly state: "ok" | "differs" | "unreachable";
  readonly note: string;
}

type Line = Omit<Finding, "source">;

const pageSize = 50;
const limits = { maxBytes: 5_000_000, timeoutMs: 25_000 } as const;

/** Reads one small page of a review server in the ways that sync does. */
export async function checkServer(net: Net, server: string): Promise<Finding[]> {
  const base = `${server.replace(/\/+$/, "")}/reviews`;
  const query = (more: Readonly<Record<string, string>>): string =>
    `${base}?${new URLSearchParams({ limit: String(pageSize), latest_edits_only: "false", examples: "false", ...more })}`;
  const first = await readPage(net, query({ offset: "0" }));
  if (!first.ok) return [{ source: server, ...unreached("GET /reviews", first.error) }];
  const second = await readPage(net, query({ offset: String(pageSize) }));
  const lines = [
    ...(await checkPage(first.value)),
    second.ok ? checkOffset(first.value, second.value) : unreached("offset", second.error),
  ];
  const newest = first.value.reply?.reviews[0];
  if (newest?.signature) {
    const found = await readPage(net, query({ signature: newest.signature, examples: "true" }));
    lines.push(
      found.ok ? checkSignature(newest.signature, found.value) : unreached("signature", found.error),
    );
  }
  return lines.map((entry) => under(server, entry));
}

interface Page {
  readonly bytes: number;
  /** `undefined` where the schema refuses it; then `flaw` says why. */
  readonly reply?: ReviewsReply;
  readonly flaw?: string;
}

async function readPage(net: Net, url: string): Promise<Result<Page>> {
  const answer = await net.request({
    url,
    purpose: "check",
    cause: "person",
    accept: "application/json",
    ...limits,
  });
  if (!answer.ok) return answer;
  const bytes = answer.value.bytes.byteLength;
  const parsed = ReviewsReply.safeParse(jsonOf(answer.value.text()));
  if (parsed.success) return { ok: true, value: { bytes, reply: parsed.data } };
  const [issue] = parsed.error.issues;
  return { ok: true, value: { bytes, flaw: `${issue?.path.join(".") || "the reply"}: ${issue?.message}` } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // No JSON value; the schema says so.
  }
}

async function checkPage({ reply, flaw, bytes }: Page): Promise<Line[]> {
  if (!reply) return [line("shape of the reply", false, flaw ?? "")];
  const rows = reply.reviews;
  const perReview = rows.length === 0 ? 0 : Math.round(bytes / rows.length);
  const reasons = new Map<string, number>();
  let verified = 0;
  const dates: number[] = [];
  for await (const { reviews, rejected } of verifyTokens(rows)) {
    verified += reviews.length;
    dates.push(...reviews.map(({ issuedAt }) => issuedAt));
    for (const { rejection } of rejected) reasons.set(rejection.code, (reasons.get(rejection.code) ?? 0) + 1);
  }
  const sorted = dates.every((at, i) => i === 0 || at <= (dates[i - 1] ?? at));
  const why = [...reasons].map(([code, n]) => `${n} ${code}`).join(", ");
  const unknown = unknownKeys(rows);
  return [
    line("shape of the reply", true, `${rows.length} reviews, ${perReview} bytes each`),
    line("limit", rows.length <= pageSize, `${rows.length} of ${pageSize} asked for`),
    line("signatures", reasons.size === 0, `${verified} verify${why ? `; ${why}` : ""}`),
    line("order", sorted, sorted ? "newest first" : "not newest first: pages may overlap or miss reviews"),
    line("fields", unknown.length === 0, unknown.length === 0 ? "as known" : `new: ${unknown.join(", ")}`),
  ];
}

const knownKeys: ReadonlySet<string> = new Set([
  "signature",
  "jwt",
  "kid",
  "payload",
  "scheme",
  "geo",
  "original_sub",
]);

function unknownKeys(rows: ReviewsReply["reviews"]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((key) => !knownKeys.has(key));
}

function checkOffset(first: Page, second: Page): Line {
  const before = new Set(first.reply?.reviews.map(({ jwt }) => jwt));
  const rows = second.reply?.reviews ?? [];
  const repeated = rows.filter(({ jwt }) => before.has(jwt)).length;
  const isIgnored = rows.length > 0 && repeated === rows.length;
  return line(
    "offset",
    !isIgnored,
    isIgnored ? "ignored: sync falls back to one large page" : `${rows.length} more, ${repeated} repeated`,
  );
}

function checkSignature(signature: string, { reply }: Page): Line {
  const found = reply?.reviews.filter((row) => row.signature === signature).length ?? 0;
  const others = (reply?.reviews.length ?? 0) - found;
  const isRight = found === 1 && others === 0;
  return line(
    "signature",
    isRight,
    isRight ? "finds a review" : `${found} found, ${others} others: the outbox asks this way`,
  );
}

/** Reads the head of a feed and its newest segment. */
export async function checkFeed(net: Net, feed: string): Promise<Finding[]> {
  const access = { net, feed, cause: "person" } as const;
  const head = await readHead(access, 0);
  if (!head.ok) return [{ source: feed, ...unreached("head.json", head.error) }];
  if (!head.value) return [];
  const { segments, count, bytes, daily } = head.value.head;
  const lines = [line("head.json", true, `${count} reviews in ${segments.length} segments, ${bytes} bytes`)];
  const newest = segments.at(-1);
  if (newest) {
    const content = await readSegment(access, newest, 0);
    lines.push(
      content.ok
        ? line("newest segment", true, `${content.value.length} tokens`)
        : unreached("newest segment", content.error),
    );
  }
  lines.push(line("daily file", true, daily ? `of ${daily.day}` : "none"));
  return lines.map((entry) => under(feed, entry));
}

function under(source: string, line: Line): Finding {
  return { source, ...line };
}

function line(what: string, isRight: boolean, note: string): Line {
  return { what, state: isRight ? "ok" : "differs", note };
}

/** What could not be read: the network's doing, or the other side's. */
function unreached(what: string, { code, params = {} }: Problem): Line {
  const isNetwork = code === "offline" || code === "timeout";
  const note = [code, params["reason"], params["text"]].filter((part) => part !== undefined).join(": ");
  return { what, state: isNetwork ? "unreachable" : "differs", note };
}
