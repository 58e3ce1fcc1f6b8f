import * as z from "zod";
import type { Comment, Conversation, Thread } from "../model/conversation.ts";
import { ok, type Result } from "../model/result.ts";
import { address, readJson, type SourceAccess } from "./access.ts";
import { commentOf, isForEverybody, origin, PostView, richPost } from "./bluesky-shapes.ts";

const View = z.object({ post: PostView, replies: z.array(z.unknown()).nullish() });
const most = 1000;

function commentsOf(replies: readonly unknown[]): { comments: readonly Comment[]; isWhole: boolean } {
  const comments: Comment[] = [];
  const waiting: { reply: unknown; parentId?: string }[] = replies.toReversed().map((reply) => ({ reply }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    // Blocked and deleted posts have another shape and no words.
    const view = View.safeParse(next.reply);
    if (!view.success || !isForEverybody(view.data.post)) continue;
    if (comments.length >= most) return { comments, isWhole: false };
    const { post, replies: answers } = view.data;
    comments.push(commentOf(post, next.parentId));
    for (const answer of (answers ?? []).toReversed()) waiting.push({ reply: answer, parentId: post.uri });
  }
  return { comments, isWhole: true };
}

/** Reads a post and its answers, which needs no account. */
export async function readBlueskyThread(thread: Thread, access: SourceAccess): Promise<Result<Conversation>> {
  const url = address(origin, "/xrpc/app.bsky.feed.getPostThread", {
    uri: thread.id,
    depth: 6,
    parentHeight: 0,
  });
  const view = await readJson(access, url, z.object({ thread: View }));
  if (!view.ok) return view;
  const { post, replies } = view.value.thread;
  const { comments, isWhole } = commentsOf(replies ?? []);
  return ok({
    thread,
    body: richPost(post),
    comments,
    isWhole: isWhole && comments.length >= (post.replyCount ?? 0),
  });
}
