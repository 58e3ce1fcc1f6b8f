import * as z from "zod";
import type { Conversation, Thread } from "../model/conversation.ts";
import { ok, type Result } from "../model/result.ts";
import { address, readJson, type SourceAccess } from "./access.ts";
import { commentOf, isForEverybody, origin, PostView, richPost } from "./bluesky-shapes.ts";
import { type Branch, commentsOf } from "./comment-tree.ts";

const View = z.object({ post: PostView, replies: z.array(z.unknown()).nullish() });
const most = 1000;

function readView(reply: unknown, parentId: string | undefined): Branch | undefined {
  // Blocked and deleted posts have another shape and no words.
  const view = View.safeParse(reply);
  if (!view.success || !isForEverybody(view.data.post)) return undefined;
  const { post, replies } = view.data;
  return { comment: commentOf(post, parentId), answers: replies ?? [] };
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
  const { comments, isWhole } = commentsOf(replies ?? [], readView, most);
  return ok({
    thread,
    body: richPost(post),
    comments,
    isWhole: isWhole && comments.length >= (post.replyCount ?? 0),
  });
}
