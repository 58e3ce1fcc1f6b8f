import type { SampleComment, SampleTalk } from "./conversations.ts";
import { has, idOf, placed, postedAt, type SampleService, talkOf } from "./places.ts";

export const forumHost = "community.northwind.example";

/** A forum of Discourse: its search, and its topics. */
export const forumService: SampleService = ({ pathname, searchParams }) => {
  if (pathname === "/search.json") {
    const words = /"(?<words>[^"]*)"/u.exec(searchParams.get("q") ?? "")?.groups?.["words"] ?? "";
    const found = placed("forum").filter(({ brand }) => has(brand, words) || has(words, brand));
    return {
      posts: found.map((talk) => ({ id: idOf(talk), topic_id: idOf(talk), blurb: "", username: talk.by })),
      topics: found.map(topic),
      grouped_search_result: { more_full_page_results: null },
    };
  }
  const talk = talkOf("forum", /^\/t\/(\d+)\.json$/u.exec(pathname)?.[1]);
  if (!talk) return undefined;
  const said = [{ by: talk.by, text: talk.text ?? "", score: talk.score }, ...talk.comments];
  const posts = said.map((one, index) => forumPost(talk, one, index));
  const stream = said.map((_, index) => idOf(talk) + index);
  return { ...topic(talk), post_stream: { posts, stream } };
};

function topic(talk: SampleTalk): object {
  return {
    id: idOf(talk),
    title: talk.title,
    posts_count: talk.comments.length + 1,
    created_at: postedAt(talk),
    like_count: talk.score,
  };
}

function forumPost(talk: SampleTalk, { by, score = 0, text, to }: SampleComment, index: number): object {
  return {
    id: idOf(talk) + index,
    username: by,
    name: by,
    created_at: postedAt(talk, 40 * index),
    cooked: text,
    post_number: index + 1,
    reply_to_post_number: index === 0 || to === undefined ? null : to + 2,
    actions_summary: [{ id: 2, count: score }],
  };
}
