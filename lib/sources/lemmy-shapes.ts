import * as z from "zod";
import type { Comment, Thread } from "../model/conversation.ts";
import type { Hit } from "./define-source.ts";
import { richMarkdown } from "./rich-markdown.ts";
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

/** What Lemmy's and PieFed's APIs have in common: the same views, with other names for a few fields. */

const Flags = { deleted: z.boolean().catch(false), removed: z.boolean().catch(false) };
export const PostView = z.object({
  post: z.object({
    id: Id,
    /** PieFed writes `title`. */
    name: maybe(Line),
    title: maybe(Line),
    url: maybe(z.string()),
    body: maybe(Body),
    published: maybe(Moment),
    /** Lemmy 1.0. */
    published_at: maybe(Moment),
    score: maybe(Count),
    comments: maybe(Count),
    ...Flags,
  }),
  community: maybe(z.object({ name: Line })),
  counts: maybe(z.object({ score: maybe(Count), comments: maybe(Count) })),
});
type PostView = z.output<typeof PostView>;

export const CommentView = z.object({
  comment: z.object({
    id: Id,
    path: z.string().max(2000),
    /** PieFed writes `body`. */
    content: maybe(Body),
    body: maybe(Body),
    published: maybe(Moment),
    published_at: maybe(Moment),
    score: maybe(Count),
    ...Flags,
  }),
  creator: maybe(z.object({ name: maybe(Line), user_name: maybe(Line) })),
  counts: maybe(z.object({ score: maybe(Count) })),
});
type CommentView = z.output<typeof CommentView>;
export const CommentViews = listOf(CommentView, 3000);

export function threadHit(source: string, origin: string, view: PostView): readonly Hit<Thread>[] {
  const { post, community, counts } = view;
  const title = post.name ?? post.title;
  if (title === undefined || post.deleted || post.removed) return [];
  const about = webAddress(post.url);
  const thread = threadOf({
    source,
    origin,
    id: post.id,
    title,
    url: `${origin}/post/${encodeURIComponent(post.id)}`,
    about,
    publishedAt: post.published_at ?? post.published,
    replies: counts?.comments ?? post.comments,
    score: counts?.score ?? post.score,
    room: community?.name,
  });
  return [hit(thread, [about], [title, post.body])];
}

/** `0.12.34` is an answer to 12. */
export function commentOf(origin: string, { comment, creator, counts }: CommentView): Comment {
  const above = comment.path.split(".").at(-2);
  return without({
    id: comment.id,
    parentId: above === undefined || above === "0" ? undefined : above,
    author: creator?.name ?? creator?.user_name ?? "",
    publishedAt: comment.published_at ?? comment.published,
    body: comment.deleted || comment.removed ? [] : richMarkdown(comment.content ?? comment.body ?? ""),
    score: counts?.score ?? comment.score,
    url: `${origin}/comment/${encodeURIComponent(comment.id)}`,
  });
}

/** Parents before their answers, whatever order the server chose. */
export function byDepth(views: readonly CommentView[]): readonly CommentView[] {
  const depth = ({ comment }: CommentView): number => comment.path.split(".").length;
  return views.toSorted((one, other) => depth(one) - depth(other));
}
