import * as z from "zod";
import type { Comment } from "../model/conversation.ts";
import { ok } from "../model/result.ts";
import { address, phrase, readJson } from "./access.ts";
import { defineSource } from "./define-source.ts";
import { richHtml } from "./rich-html.ts";
import { Body, Count, hit, Id, Line, listOf, maybe, Moment, threadOf, without } from "./shapes.ts";

const Topic = z.object({
  id: Id,
  title: Line,
  posts_count: maybe(Count),
  created_at: maybe(Moment),
  like_count: maybe(Count),
});
const Search = z.object({
  topics: maybe(listOf(Topic)),
  posts: maybe(listOf(z.object({ topic_id: Id, blurb: maybe(Line) }))),
  grouped_search_result: maybe(z.object({ more_full_page_results: maybe(z.boolean()) })),
});
const Post = z.object({
  id: Id,
  username: Line,
  created_at: maybe(Moment),
  cooked: Body,
  post_number: z.int(),
  reply_to_post_number: maybe(z.int()),
  actions_summary: maybe(listOf(z.object({ id: z.int(), count: maybe(Count) }))),
});
type Post = z.output<typeof Post>;
const Whole = z.object({
  title: Line,
  posts_count: maybe(Count),
  post_stream: z.object({ posts: listOf(Post), stream: z.array(z.int()).optional().catch(undefined) }),
});
const More = z.object({ post_stream: z.object({ posts: listOf(Post) }) });

/** The action "like". */
const like = 2;
/** Posts that are asked for after the twenty that come with a topic. */
const further = 100;

/** A brand's own forum: where it is, its page says (`Marks`); it is asked about the brand's name all the same. */
export const discourse = defineSource({
  id: "discourse",
  name: "Discourse",
  kind: "conversations",
  searchesBy: ["name"],
  bulk: false,
  origins: [],
  isFederated: true,
  licence: "© their authors",
  attribution: "the brand's own forum",
  limits: [{ count: 20, perMs: 60_000 }],

  async search({ words, origin, cursor }, access) {
    const at = Number(cursor ?? 1);
    const url = address(origin, "/search.json", {
      q: `${phrase(words)} order:latest`,
      page: at,
    });
    const page = await readJson(access, url, Search);
    if (!page.ok) return page;
    const { topics = [], posts = [], grouped_search_result: group } = page.value;
    const threads = topics.map(({ id, title, posts_count, created_at, like_count }) => {
      const blurb = posts.find(({ topic_id }) => topic_id === id)?.blurb;
      const thread = threadOf({
        source: "discourse",
        origin,
        id,
        title,
        url: `${origin}/t/${encodeURIComponent(id)}`,
        excerpt: blurb || undefined,
        publishedAt: created_at,
        replies: posts_count === undefined ? undefined : Math.max(0, posts_count - 1),
        score: like_count,
      });
      // In its own forum all talk is about the brand, whether a title says its name or not.
      return hit(thread, [thread.url], [title, blurb]);
    });
    return ok({ threads, facts: [], ...(group?.more_full_page_results && { next: String(at + 1) }) });
  },

  async readThread(thread, access) {
    const path = `/t/${encodeURIComponent(thread.id)}`;
    const topic = await readJson(access, address(thread.origin, `${path}.json`), Whole);
    if (!topic.ok) return topic;
    const { posts_count, post_stream } = topic.value;
    let { posts } = post_stream;
    const missing = (post_stream.stream ?? []).slice(posts.length, posts.length + further);
    if (missing.length > 0) {
      const url = address(thread.origin, `${path}/posts.json`);
      for (const id of missing) url.searchParams.append("post_ids[]", String(id));
      const more = await readJson(access, url, More);
      // The beginning is worth showing without the rest.
      if (more.ok) posts = [...posts, ...more.value.post_stream.posts];
    }
    const [opening, ...answers] = posts.toSorted((one, other) => one.post_number - other.post_number);
    const idOf = new Map(posts.map(({ post_number, id }) => [post_number, id]));
    return ok({
      thread,
      body: richHtml(opening?.cooked ?? "", thread.origin),
      comments: answers.map((post) => commentOf(post, thread.url, thread.origin, idOf)),
      isWhole: posts.length >= (posts_count ?? 0),
    });
  },
});

function commentOf(post: Post, url: string, origin: string, idOf: ReadonlyMap<number, string>): Comment {
  const { reply_to_post_number: above } = post;
  return without({
    id: post.id,
    parentId: above === undefined || above === 1 ? undefined : idOf.get(above),
    author: post.username,
    publishedAt: post.created_at,
    body: richHtml(post.cooked, origin),
    score: post.actions_summary?.find(({ id }) => id === like)?.count,
    url: `${url}/${post.post_number}`,
  });
}
