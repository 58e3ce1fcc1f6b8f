import * as z from "zod";
import { ok } from "../model/result.ts";
import { address, phrase, readJson } from "./access.ts";
import { isForEverybody, origin, PostView, threadHit } from "./bluesky-shapes.ts";
import { readBlueskyThread } from "./bluesky-thread.ts";
import { defineSource } from "./define-source.ts";
import { listOf } from "./shapes.ts";

/** Search is open for one page, as long as the operators are not too busy: no further page is ever asked for. */
const searchOrigin = "https://api.bsky.app";

export const bluesky = defineSource({
  id: "bluesky",
  name: "Bluesky",
  kind: "conversations",
  searchesBy: ["name", "domain"],
  bulk: false,
  origins: [searchOrigin],
  alsoAsks: [origin],
  licence: "© their authors",
  attribution: "Bluesky",
  limits: [{ count: 3000, perMs: 300_000 }],

  async search({ by, words }, access) {
    const url = address(searchOrigin, "/xrpc/app.bsky.feed.searchPosts", {
      q: by === "domain" ? "*" : phrase(words),
      domain: by === "domain" ? words : undefined,
      sort: "latest",
      limit: 100,
    });
    const page = await readJson(access, url, z.object({ posts: listOf(PostView) }));
    if (!page.ok) return page;
    const posts = page.value.posts.filter(isForEverybody);
    return ok({ threads: posts.map((post) => threadHit("bluesky", post)), facts: [] });
  },

  readThread: readBlueskyThread,
});
