import * as z from "zod";
import { ok } from "../model/result.ts";
import { address, readJson } from "./access.ts";
import { isForEverybody, origin as hydration, PostView, threadHit } from "./bluesky-shapes.ts";
import { readBlueskyThread as readThread } from "./bluesky-thread.ts";
import { defineSource, nothing } from "./define-source.ts";
import { Count, listOf } from "./shapes.ts";

const origin = "https://constellation.microcosm.blue";

const Link = z.object({
  did: z.string().regex(/^did:[a-z]+:[\w.:%-]{1,250}$/u),
  collection: z.literal("app.bsky.feed.post"),
  rkey: z.string().regex(/^[\w.~-]{1,100}$/u),
});
const Backlinks = z.object({ total: Count, records: listOf(Link, 100) });
/** Where a post holds a link: in its card, or in its text. */
const places = [
  "app.bsky.feed.post:embed.external.uri",
  "app.bsky.feed.post:facets[].features[app.bsky.richtext.facet#link].uri",
];
/** Posts that one request may ask for. */
const atOnce = 25;

/** Who links to a brand's front page on Bluesky: an index that one volunteer keeps. Posts are read at Bluesky. */
export const constellation = defineSource({
  id: "constellation",
  name: "Bluesky links",
  kind: "conversations",
  searchesBy: ["domain"],
  bulk: false,
  origins: [origin],
  alsoAsks: [hydration],
  licence: "© their authors",
  attribution: "Bluesky, links by Constellation",
  limits: [{ count: 1, perMs: 1000 }],

  async search({ words }, access) {
    const uris = new Set<string>();
    for (const source of places) {
      const url = address(origin, "/xrpc/blue.microcosm.links.getBacklinks", {
        subject: `https://${words}`,
        source,
        limit: atOnce,
      });
      const links = await readJson(access, url, Backlinks);
      if (!links.ok) return links;
      for (const { did, collection, rkey } of links.value.records)
        uris.add(`at://${did}/${collection}/${rkey}`);
    }
    if (uris.size === 0) return ok(nothing);
    const url = address(hydration, "/xrpc/app.bsky.feed.getPosts");
    for (const uri of [...uris].slice(0, atOnce)) url.searchParams.append("uris", uri);
    const posts = await readJson(access, url, z.object({ posts: listOf(PostView) }));
    if (!posts.ok) return posts;
    const shown = posts.value.posts.filter(isForEverybody);
    return ok({ threads: shown.map((post) => threadHit("constellation", post)), facts: [] });
  },

  readThread,
});
