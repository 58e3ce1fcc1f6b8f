import type { Hub } from "../hub.ts";
import { send, sendJson } from "../http/send.ts";
import { moderationOf } from "../feed/moderation.ts";
import { removalsPage, removalsPolicy } from "../openapi/removals-page.ts";
import { pageOf } from "./query.ts";
import { query } from "./review-query.ts";
import { badRequest, type Route } from "./route.ts";

/** Entries in a page when nothing is said, and at most. */
const usualPage = 500;
const largestPage = 10_000;

/** What the operator has done, for everybody: no words of what was taken out, and nobody's name. */
interface PublicModeration {
  readonly key: string | null;
  readonly removals: readonly object[];
  readonly restored: readonly object[];
  /** Subjects and reviews about which new statements wait, with the last day where there is one. */
  readonly holds: readonly {
    readonly target: string;
    readonly since: string;
    readonly until: string | null;
  }[];
}

async function publicModeration(
  hub: Hub,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<PublicModeration> {
  const [{ removals = [], restored = [] }, holds] = await Promise.all([
    moderationOf(hub.storage),
    hub.storage.holds(),
  ]);
  const page = <T>(entries: readonly T[]): readonly T[] => entries.toReversed().slice(offset, offset + limit);
  return {
    key: hub.key ?? null,
    removals: page(removals),
    restored: page(restored).map(({ jwt: _shownElsewhere, ...entry }) => entry),
    holds: holds.map(({ target, day, until_day: until }) => ({ target, since: day, until })),
  };
}

export const removalsJson: Route = {
  method: "get",
  path: "/removals.json",
  group: "Moderation",
  summary: "What the operator has taken out, put back, and on hold",
  description:
    "The newest first. An entry names a review by a hash, and says why by a code; `record` is the same, signed by `key` (JWS, ES256). The whole list travels in the feed's daily file.",
  parameters: [
    query("limit", "integer", "Most entries of each list; 500 if not said."),
    query("offset", "integer", "Entries to pass over."),
  ],
  replies: {
    200: { description: "The lists.", types: ["application/json"], schema: "Moderation" },
    304: { description: "Nothing has changed." },
    400: badRequest,
    413: { description: "More than a page may hold.", types: ["text/plain"] },
  },
  allowance: "reads",
  async handle(context, hub) {
    const page = pageOf(context, { usual: usualPage, largest: largestPage });
    return sendJson(context, await publicModeration(hub, page));
  },
};

export const removals: Route = {
  method: "get",
  path: "/removals",
  group: "Moderation",
  summary: "The same for people: the newest 500",
  replies: { 200: { description: "A page.", types: ["text/html"] } },
  allowance: "reads",
  async handle(context, hub) {
    const [{ removals: gone = [], restored = [] }, holds] = await Promise.all([
      moderationOf(hub.storage),
      hub.storage.holds(),
    ]);
    return send(context, {
      type: "text/html; charset=utf-8",
      body: await removalsPage({
        name: hub.name,
        total: gone.length,
        removals: gone.toReversed().slice(0, usualPage),
        restored: restored.toReversed().slice(0, usualPage),
        holds,
      }),
      headers: { "Content-Security-Policy": removalsPolicy },
    });
  },
};

export const hubIdentity: Route = {
  method: "get",
  path: "/.well-known/backtalk-hub.json",
  group: "Moderation",
  summary: "Where this hub's feed is, and the key that signs its removals",
  replies: { 200: { description: "Both.", types: ["application/json"], schema: "HubIdentity" } },
  allowance: "reads",
  handle: (context, hub) =>
    sendJson(
      context,
      { name: hub.name, key: hub.key ?? null, feed: "/v1/feed/head.json", removals: "/removals.json" },
      3600,
    ),
};
