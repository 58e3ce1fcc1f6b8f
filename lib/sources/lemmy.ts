import * as z from "zod";
import { ok } from "../model/result.ts";
import { address, isNotFound, readJson, type SourceAccess } from "./access.ts";
import { type Ask, defineSource, nothing, further } from "./define-source.ts";
import { byDepth, commentOf, CommentViews, PostView, threadHit } from "./lemmy-shapes.ts";
import { richMarkdown } from "./rich-markdown.ts";
import { listOf } from "./shapes.ts";

const pageLength = 50;
const PostViews = listOf(PostView);

/** v3 answers with `posts`, v4 too. */
const Search = z.object({ posts: PostViews });
const Post = z.object({ post_view: PostView });
const Comments = z.union([
  z.object({ comments: CommentViews }).transform(({ comments }) => comments),
  z.object({ items: CommentViews }).transform(({ items }) => items),
]);

/** Servers of 0.19 speak v3 alone, those of 1.0 v4 and a part of v3: the newer is tried where the older is gone. */
const v3 = ({ words, origin, cursor }: Ask): URL =>
  address(origin, "/api/v3/search", {
    q: words,
    type_: "Posts",
    sort: "New",
    listing_type: "All",
    limit: pageLength,
    page: cursor ?? 1,
  });
/** One page alone: further ones are asked for by words of the server's own choice, which could tell people apart. */
const v4 = ({ words, origin }: Ask): URL =>
  address(origin, "/api/v4/search", {
    search_term: words,
    type_: "Posts",
    listing_type: "all",
    limit: pageLength,
  });

async function comments(
  origin: string,
  id: string,
  access: SourceAccess,
): ReturnType<typeof readJson<z.output<typeof Comments>>> {
  const parameters = { post_id: id, max_depth: 8, limit: pageLength * 6, sort: "Top", type_: "All" };
  const old = await readJson(access, address(origin, "/api/v3/comment/list", parameters), Comments);
  if (old.ok || !isNotFound(old.error)) return old;
  const { post_id, max_depth, limit } = parameters;
  return readJson(
    access,
    address(origin, "/api/v4/comment/list", { post_id, max_depth, limit, sort: "top" }),
    Comments,
  );
}

export const lemmy = defineSource({
  id: "lemmy",
  name: "Lemmy",
  kind: "conversations",
  searchesBy: ["name", "domain"],
  bulk: false,
  origins: ["https://lemmy.world"],
  isFederated: true,
  licence: "© their authors",
  attribution: "Lemmy",
  limits: [{ count: 60, perMs: 600_000 }],

  async search(ask, access) {
    const old = await readJson(access, v3(ask), Search);
    const isOld = old.ok || !isNotFound(old.error);
    const page = isOld ? old : await readJson(access, v4(ask), Search);
    if (!page.ok) return isNotFound(page.error) ? ok(nothing) : page;
    const { posts } = page.value;
    const next = isOld && posts.length >= pageLength ? String(Number(ask.cursor ?? 1) + 1) : undefined;
    return ok({
      threads: posts.flatMap((view) => threadHit("lemmy", ask.origin, view)),
      facts: [],
      ...further(posts, next),
    });
  },

  async readThread(thread, access) {
    const at = { id: thread.id };
    const old = await readJson(access, address(thread.origin, "/api/v3/post", at), Post);
    const post =
      old.ok || !isNotFound(old.error)
        ? old
        : await readJson(access, address(thread.origin, "/api/v4/post", at), Post);
    if (!post.ok) return post;
    const answers = await comments(thread.origin, thread.id, access);
    if (!answers.ok) return answers;
    return ok({
      thread,
      body: richMarkdown(post.value.post_view.post.body ?? ""),
      comments: byDepth(answers.value).map((view) => commentOf(thread.origin, view)),
      isWhole: answers.value.length >= (thread.replies ?? 0),
    });
  },
});
