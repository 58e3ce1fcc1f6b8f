import { ok, problem, type Result } from "../../lib/model/result.ts";
import { type Net, type NetReply, type NetRequest, sha256Hex } from "../../lib/net/index.ts";
import type { FeedDaily, FeedDailyDelta } from "../../lib/schema/feed-daily.ts";
import type { FeedHead } from "../../lib/schema/feed.ts";
import { reply, type Signed } from "./sync-world.ts";

export const feedId = "https://cdn.example/feed";
export const feedHost = "cdn.example";

/** A feed as a hub publishes it: files by name, with a head that says what they are. */
export class FakeFeed {
  readonly files = new Map<string, string>();
  readonly requests: string[] = [];
  head: FeedHead = { format: 1, through: 0, count: 0, bytes: 0, segments: [] };

  async publish(tokens: readonly Signed[], daily?: Partial<FeedDaily>, perSegment = 10): Promise<this> {
    const segments: FeedHead["segments"] = [];
    for (let at = 0; at < tokens.length; at += perSegment) {
      const lines = tokens
        .slice(at, at + perSegment)
        .map(({ jwt }, i) => JSON.stringify({ n: at + i + 1, jwt }));
      const text = `${lines.join("\n")}\n`;
      const last = at + lines.length;
      segments.push({
        ...(await this.add(`s/${last}`, "jsonl", text)),
        first: at + 1,
        last,
        count: lines.length,
      });
    }
    const day = "2026-03-01";
    const file = daily && (await this.add("d/day", "json", JSON.stringify({ format: 1, day, ...daily })));
    const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
    this.head = {
      format: 1,
      through: tokens.length,
      count: tokens.length,
      bytes,
      segments,
      ...(file && { daily: { ...file, day } }),
    };
    return this;
  }

  async add(
    name: string,
    type: string,
    text: string,
  ): Promise<{ path: string; bytes: number; sha256: string }> {
    const body = new TextEncoder().encode(text);
    const sha256 = await sha256Hex(body);
    const path = `${name.replace(/\W(?=[^/]*$)/, "/")}-${sha256.slice(0, 12)}.${type}`;
    this.files.set(path, text);
    return { path, bytes: body.byteLength, sha256 };
  }

  async answer({ url, validators }: NetRequest): Promise<Result<NetReply>> {
    const path = url.slice(feedId.length + 1);
    this.requests.push(path);
    const text = path === "head.json" ? JSON.stringify(this.head) : this.files.get(path);
    if (text === undefined) return problem("refused", { reason: "http-404", status: 404 });
    const etag = `"${await sha256Hex(new TextEncoder().encode(text))}"`;
    if (validators?.etag === etag) {
      return ok({ status: 304, bytes: new Uint8Array(), text: () => "", etag, notModified: true });
    }
    return reply(text, etag);
  }

  /** Lists a step to the daily file that the head names. */
  async addStep(from: string, delta: Partial<FeedDailyDelta>): Promise<void> {
    const text = JSON.stringify({ format: 1, day: "2026-03-01", ...delta });
    const step = {
      ...(await this.add("deltas/step", "json", text)),
      from,
      to: this.head.daily?.sha256 ?? "",
    };
    this.head = { ...this.head, dailyDeltas: [...(this.head.dailyDeltas ?? []), step] };
  }
}

/** A way out that leads to a fake feed alone. */
export function netTo(feed: FakeFeed): Net {
  return { request: (request) => feed.answer(request) };
}
