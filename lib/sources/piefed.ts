import * as z from "zod";
import { ok } from "../model/result.ts";
import { address, isNotFound, readJson } from "./access.ts";
import { defineSource, nothing } from "./define-source.ts";
import { byDepth, commentOf, CommentViews, PostView, threadHit } from "./lemmy-shapes.ts";
import { richMarkdown } from "./rich-markdown.ts";
import { listOf } from "./shapes.ts";

const pageLength = 50;

/** Its API mirrors Lemmy's third version under names of its own. */
export const piefed = defineSource({
  id: "piefed",
  name: "PieFed",
  kind: "conversations",
  searchesBy: ["name", "domain"],
  bulk: false,
  origins: ["https://piefed.social"],
  isFederated: true,
  licence: "© their authors",
  attribution: "PieFed",
  limits: [{ count: 60, perMs: 600_000 }],

  async search({ words, origin, cursor }, access) {
    const at = Number(cursor ?? 1);
    const url = address(origin, "/api/alpha/search", {
      q: words,
      type_: "Posts",
      sort: "New",
      listing_type: "All",
      limit: pageLength,
      page: at,
    });
    const page = await readJson(access, url, z.object({ posts: listOf(PostView) }));
    if (!page.ok) return isNotFound(page.error) ? ok(nothing) : page;
    const { posts } = page.value;
    return ok({
      threads: posts.flatMap((view) => threadHit("piefed", origin, view)),
      facts: [],
      ...(posts.length >= pageLength && { next: String(at + 1) }),
    });
  },

  async readThread(thread, access) {
    const { origin, id } = thread;
    const post = await readJson(
      access,
      address(origin, "/api/alpha/post", { id }),
      z.object({ post_view: PostView }),
    );
    if (!post.ok) return post;
    const url = address(origin, "/api/alpha/comment/list", {
      post_id: id,
      max_depth: 8,
      limit: 300,
      sort: "Top",
    });
    const answers = await readJson(access, url, z.object({ comments: CommentViews }));
    if (!answers.ok) return answers;
    const { comments } = answers.value;
    return ok({
      thread,
      body: richMarkdown(post.value.post_view.post.body ?? ""),
      comments: byDepth(comments).map((view) => commentOf(origin, view)),
      isWhole: comments.length >= (thread.replies ?? 0),
    });
  },
});
