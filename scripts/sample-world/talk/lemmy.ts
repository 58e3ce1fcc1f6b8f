import type { SampleComment, SampleTalk } from "./conversations.ts";
import { commentId, has, idOf, placed, postedAt, type SampleService, talkOf } from "./places.ts";

export const lemmyHost = "talk.example";

/** A server of Lemmy 0.19, as far as searching and reading need it. */
export const lemmyService: SampleService = ({ pathname, searchParams }) => {
  if (pathname === "/api/v3/search") {
    // Loosely, as servers do: any of the words will do.
    const words = (searchParams.get("q") ?? "").split(/[^\p{L}\p{N}]+/u).filter(({ length }) => length > 3);
    const isFirst = (searchParams.get("page") ?? "1") === "1";
    const found = isFirst
      ? placed("lemmy").filter((talk) => words.some((word) => has(wordsOf(talk), word)))
      : [];
    return { type_: "Posts", posts: found.map(postView), comments: [], communities: [], users: [] };
  }
  const talk = talkOf("lemmy", searchParams.get("id") ?? searchParams.get("post_id"));
  if (!talk) return undefined;
  if (pathname === "/api/v3/post") return { post_view: postView(talk), cross_posts: [] };
  if (pathname === "/api/v3/comment/list")
    return { comments: talk.comments.map((_, i) => commentView(talk, i)) };
  return undefined;
};

const wordsOf = ({ title, text = "", link = "" }: SampleTalk): string => `${title}\n${text}\n${link}`;

function postView(talk: SampleTalk): object {
  const { comments, link, room = "everything", score, text, title } = talk;
  const id = idOf(talk);
  return {
    post: {
      id,
      name: title,
      url: link ?? null,
      body: text ?? null,
      ap_id: `https://${lemmyHost}/post/${id}`,
      published: postedAt(talk),
      deleted: false,
      removed: false,
    },
    community: { name: room, actor_id: `https://${lemmyHost}/c/${room}` },
    creator: { name: talk.by },
    counts: { score, comments: comments.length },
  };
}

/** `0.<grandparent>.<parent>.<id>`, as Lemmy writes where a comment stands. */
function pathOf(talk: SampleTalk, index: number): string {
  const { to } = talk.comments[index] as SampleComment;
  return `${to === undefined ? "0" : pathOf(talk, to)}.${commentId(talk, index)}`;
}

function commentView(talk: SampleTalk, index: number): object {
  const { by, score = 1, text } = talk.comments[index] as SampleComment;
  const id = commentId(talk, index);
  return {
    comment: {
      id,
      path: pathOf(talk, index),
      content: text,
      ap_id: `https://${lemmyHost}/comment/${id}`,
      published: postedAt(talk, 40 * (index + 1)),
      deleted: false,
      removed: false,
    },
    creator: { name: by },
    counts: { score },
  };
}
