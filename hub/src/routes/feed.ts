import { Refusal } from "../http/refusal.ts";
import { send } from "../http/send.ts";
import type { Route } from "./route.ts";

const gone = {
  404: { description: "Not part of the feed any more: read the head again.", types: ["text/plain"] },
} as const;

/** How long a head may be kept, in seconds: readers come once a day, so a cache in front costs nothing. */
const headMaxAge = 60;

export const feedHead: Route = {
  method: "get",
  path: "/v1/feed/head.json",
  group: "Feeds",
  summary: "The head of the feed",
  description: "Names all other files of the feed by paths relative to itself, with their SHA-256.",
  replies: {
    200: { description: "The head.", types: ["application/json"], schema: "FeedHead" },
    304: { description: "Nothing has changed." },
  },
  allowance: "reads",
  async handle(context, hub) {
    const { body } = await hub.feed.head();
    return send(context, { type: "application/json; charset=utf-8", body, cache: headMaxAge });
  },
};

export const feedSegment: Route = {
  method: "get",
  path: "/v1/feed/segments/:file",
  group: "Feeds",
  summary: "A segment: one token a line, in commit order",
  parameters: [{ name: "file", in: "path", type: "string", description: "As the head names it." }],
  replies: {
    200: { description: "Lines of JSON, each `FeedLine`.", types: ["application/jsonl"], schema: "FeedLine" },
    304: { description: "You have it." },
    ...gone,
  },
  allowance: "reads",
  async handle(context, hub) {
    const file = await hub.feed.file(`segments/${context.req.param("file") ?? ""}`);
    if (!file) throw new Refusal(404, "Not part of the feed any more: read the head again.");
    return send(context, { type: "application/jsonl; charset=utf-8", body: file.body, cache: "immutable" });
  },
};

/** A route of JSON files that carry their hash in their name. */
function hashedFiles(
  folder: string,
  schema: string,
  { summary, description }: { readonly summary: string; readonly description: string },
): Route {
  return {
    method: "get",
    path: `/v1/feed/${folder}/:file`,
    group: "Feeds",
    summary,
    parameters: [{ name: "file", in: "path", type: "string", description: "As the head names it." }],
    replies: {
      200: { description, types: ["application/json"], schema },
      304: { description: "You have it." },
      ...gone,
    },
    allowance: "reads",
    async handle(context, hub) {
      const file = await hub.feed.file(`${folder}/${context.req.param("file") ?? ""}`);
      if (!file) throw new Refusal(404, "Not part of the feed any more: read the head again.");
      return send(context, { type: "application/json; charset=utf-8", body: file.body, cache: "immutable" });
    },
  };
}

export const feedDaily = hashedFiles("daily", "FeedDaily", {
  summary: "The day's file: facts, official keys, removals",
  description: "The file.",
});

export const feedDelta = hashedFiles("deltas", "FeedDailyDelta", {
  summary: "What has changed from one daily file to the next",
  description: "The difference.",
});

export const feedBucket = hashedFiles("buckets", "FeedBucketFile", {
  summary: "What the daily file has no room for, in 256 files of one size by hash prefix",
  description: "A bucket; or their index (`index-…`), which is a `FeedBucketIndex`.",
});
