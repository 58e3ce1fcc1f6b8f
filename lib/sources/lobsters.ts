import * as z from "zod";
import { ok } from "../model/result.ts";
import { address, isNotFound, readJson } from "./access.ts";
import { defineSource, nothing } from "./define-source.ts";
import { richHtml } from "./rich-html.ts";
import {
  Body,
  Count,
  hit,
  Id,
  Line,
  listOf,
  maybe,
  Moment,
  threadOf,
  webAddress,
  without,
} from "./shapes.ts";

const origin = "https://lobste.rs";

/** `Story#as_json` and `Comment#as_json` of lobsters/lobsters. */
const Story = z.object({
  short_id: Id,
  title: Line,
  url: maybe(z.string()),
  created_at: maybe(Moment),
  score: maybe(Count),
  comment_count: maybe(Count),
  description: maybe(Body),
  tags: z.array(z.string()).catch([]),
});
const Answer = z.object({
  short_id: Id,
  created_at: maybe(Moment),
  is_deleted: z.boolean().catch(false),
  is_moderated: z.boolean().catch(false),
  score: maybe(Count),
  parent_comment: maybe(Id),
  comment: Body.catch(""),
  commenting_user: maybe(z.union([Line, z.object({ username: Line }).transform(({ username }) => username)])),
});
const WholeStory = Story.extend({ comments: listOf(Answer, 3000) });
/** Stories on a page. */
const pageLength = 25;

export const lobsters = defineSource({
  id: "lobsters",
  name: "Lobsters",
  kind: "conversations",
  searchesBy: ["domain"],
  suits: ["tech", "other"],
  bulk: false,
  origins: [origin],
  licence: "© their authors",
  attribution: "Lobsters",
  limits: [
    { count: 4, perMs: 1000 },
    { count: 30, perMs: 60_000 },
    { count: 100, perMs: 600_000 },
    { count: 400, perMs: 3_600_000 },
  ],

  async search({ words, cursor }, access) {
    const page = Number(cursor ?? 1);
    const path = `/domains/${encodeURIComponent(words)}${page > 1 ? `/page/${page}` : ""}.json`;
    const stories = await readJson(access, address(origin, path), listOf(Story));
    if (!stories.ok) return isNotFound(stories.error) ? ok(nothing) : stories;
    const threads = stories.value.map(({ short_id: id, title, url, description, ...story }) => {
      const about = webAddress(url);
      const thread = threadOf({
        source: "lobsters",
        origin,
        id,
        title,
        url: `${origin}/s/${encodeURIComponent(id)}`,
        about,
        publishedAt: story.created_at,
        replies: story.comment_count,
        score: story.score,
        room: story.tags.join(", ") || undefined,
      });
      return hit(thread, [about], [title, description]);
    });
    return ok({ threads, facts: [], ...(threads.length >= pageLength && { next: String(page + 1) }) });
  },

  async readThread(thread, access) {
    const story = await readJson(
      access,
      address(origin, `/s/${encodeURIComponent(thread.id)}.json`),
      WholeStory,
    );
    if (!story.ok) return story;
    const comments = story.value.comments.map((each) =>
      without({
        id: each.short_id,
        parentId: each.parent_comment,
        author: each.commenting_user ?? "",
        publishedAt: each.created_at,
        body: each.is_deleted || each.is_moderated ? [] : richHtml(each.comment, origin),
        score: each.score,
        url: `${origin}/c/${encodeURIComponent(each.short_id)}`,
      }),
    );
    return ok({
      thread,
      body: richHtml(story.value.description ?? "", origin),
      comments: comments,
      isWhole: true,
    });
  },
});
