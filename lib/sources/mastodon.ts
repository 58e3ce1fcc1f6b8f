import * as z from "zod";
import { ok } from "../model/result.ts";
import { plainText } from "../model/rich-text.ts";
import { address, isNotFound, readJson } from "./access.ts";
import { defineSource, nothing } from "./define-source.ts";
import { richHtml } from "./rich-html.ts";
import {
  Body,
  Count,
  headline,
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

const Status = z.object({
  id: Id,
  uri: z.string().max(2000),
  url: maybe(z.string()),
  created_at: maybe(Moment),
  content: Body,
  language: maybe(z.string().max(35)),
  spoiler_text: maybe(Line),
  visibility: z.enum(["public", "unlisted", "private", "direct"]).catch("private"),
  in_reply_to_id: maybe(Id),
  replies_count: maybe(Count),
  favourites_count: maybe(Count),
  account: z.object({ acct: Line, indexable: z.boolean().nullish() }),
  card: maybe(z.object({ url: maybe(z.string()), title: maybe(Line) })),
});
type Status = z.output<typeof Status>;

/** Only what its author published for everybody. */
const isPublic = ({ visibility }: Status): boolean => visibility === "public" || visibility === "unlisted";

/** Servers of other kinds do not ask their people whether they want to be found. */
const isIndexed = ({ visibility, account }: Status): boolean =>
  visibility === "public" && account.indexable !== false;

/** `Fjord Line` → `fjordline`: a hashtag has no spaces and no signs. */
function hashtagOf(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_]/gu, "");
}

const pageLength = 40;
/** Ids are numbers there. What a server of another kind has instead is not sent back to it. */
const isNumber = (id: string): boolean => /^\d{1,30}$/u.test(id);

/** Any server of Mastodon's kind. Without an account servers give what carries a hashtag, not a search by words. */
export const mastodon = defineSource({
  id: "mastodon",
  name: "Mastodon",
  kind: "conversations",
  searchesBy: ["name"],
  bulk: false,
  origins: ["https://mastodon.social"],
  isFederated: true,
  licence: "© their authors",
  attribution: "Mastodon",
  limits: [{ count: 300, perMs: 300_000 }],

  async search({ words, origin, cursor }, access) {
    const tag = hashtagOf(words);
    if (tag === "") return ok(nothing);
    const url = address(origin, `/api/v1/timelines/tag/${encodeURIComponent(tag)}`, {
      limit: pageLength,
      max_id: cursor,
    });
    const statuses = await readJson(access, url, listOf(Status));
    if (!statuses.ok) return isNotFound(statuses.error) ? ok(nothing) : statuses;
    const threads = statuses.value.filter(isPublic).flatMap((status) => {
      const link = webAddress(status.url ?? status.uri);
      if (link === undefined) return [];
      const words = plainText(richHtml(status.content, origin));
      const about = webAddress(status.card?.url);
      const thread = threadOf({
        source: "mastodon",
        origin,
        id: status.id,
        title: headline(status.spoiler_text, words, status.account.acct),
        url: link,
        about,
        excerpt: status.spoiler_text ? undefined : words,
        publishedAt: status.created_at,
        replies: status.replies_count,
        score: status.favourites_count,
        language: status.language,
      });
      const found = hit(thread, [about], [`${words}\n${status.card?.title ?? ""}`]);
      return [isIndexed(status) ? found : { ...found, isUnindexed: true as const }];
    });
    const last = statuses.value.at(-1);
    return ok({
      threads,
      facts: [],
      ...(last && statuses.value.length >= pageLength && isNumber(last.id) && { next: last.id }),
    });
  },

  async readThread(thread, access) {
    const at = `/api/v1/statuses/${encodeURIComponent(thread.id)}`;
    const status = await readJson(access, address(thread.origin, at), Status);
    if (!status.ok) return status;
    const context = await readJson(
      access,
      address(thread.origin, `${at}/context`),
      z.object({ descendants: listOf(Status) }),
    );
    if (!context.ok) return context;
    const answers = context.value.descendants.filter(isPublic);
    const comments = answers.map((answer) =>
      without({
        id: answer.id,
        parentId: answer.in_reply_to_id === thread.id ? undefined : answer.in_reply_to_id,
        author: answer.account.acct,
        publishedAt: answer.created_at,
        body: richHtml(answer.content, thread.origin),
        score: answer.favourites_count,
        url: webAddress(answer.url ?? answer.uri),
      }),
    );
    return ok({
      thread,
      body: richHtml(status.value.content, thread.origin),
      comments: comments,
      isWhole: answers.length >= (status.value.replies_count ?? 0),
    });
  },
});
