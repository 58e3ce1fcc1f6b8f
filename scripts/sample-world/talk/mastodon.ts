import type { SampleComment, SampleTalk } from "./conversations.ts";
import { commentId, idOf, placed, postedAt, type SampleService, talkOf } from "./places.ts";

export const mastodonHost = "social.example";

/** A server of Mastodon 4: what carries a hashtag, a status, and what follows it. */
export const mastodonService: SampleService = ({ pathname, searchParams }) => {
  const tag = /^\/api\/v1\/timelines\/tag\/(?<tag>[^/]+)$/u.exec(pathname)?.groups?.["tag"];
  if (tag !== undefined) {
    if (searchParams.has("max_id")) return [];
    return placed("mastodon")
      .filter(({ brand }) => hashtag(brand) === tag)
      .map(status);
  }
  const [, id, rest] = /^\/api\/v1\/statuses\/(\d+)(\/context)?$/u.exec(pathname) ?? [];
  const talk = talkOf("mastodon", id ?? null);
  if (!talk) return undefined;
  return rest ? { ancestors: [], descendants: talk.comments.map((_, i) => reply(talk, i)) } : status(talk);
};

const hashtag = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

function status(talk: SampleTalk): object {
  const { brand, comments, link, text = "" } = talk;
  const tag = hashtag(brand);
  const linked = link === undefined ? "" : ` <a href="${link}">${link.replace("https://", "")}</a>`;
  return {
    ...statusOf(talk, idOf(talk), talk.by, postedAt(talk)),
    in_reply_to_id: null,
    replies_count: comments.length,
    favourites_count: talk.score,
    content: `<p>${text}${linked} <a href="https://${mastodonHost}/tags/${tag}">#<span>${tag}</span></a></p>`,
    card: link === undefined ? null : { url: link, title: "" },
  };
}

function reply(talk: SampleTalk, index: number): object {
  const { by, score = 0, text, to } = talk.comments[index] as SampleComment;
  return {
    ...statusOf(talk, commentId(talk, index), by, postedAt(talk, 40 * (index + 1))),
    in_reply_to_id: String(to === undefined ? idOf(talk) : commentId(talk, to)),
    replies_count: 0,
    favourites_count: score,
    content: `<p>${text}</p>`,
    card: null,
  };
}

function statusOf({ lang = "en" }: SampleTalk, id: number, by: string, at: string): object {
  return {
    id: String(id),
    created_at: at,
    sensitive: false,
    spoiler_text: "",
    visibility: "public",
    language: lang,
    uri: `https://${mastodonHost}/users/${by}/statuses/${id}`,
    url: `https://${mastodonHost}/@${by}/${id}`,
    reblogs_count: 0,
    account: { id: by, username: by, acct: by, indexable: true, bot: false },
  };
}
