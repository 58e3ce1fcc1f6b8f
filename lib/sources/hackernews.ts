import * as z from "zod";
import type { Thread } from "../model/conversation.ts";
import { ok } from "../model/result.ts";
import { address, phrase, readJson } from "./access.ts";
import { type Branch, commentsOf } from "./comment-tree.ts";
import { defineSource, further } from "./define-source.ts";
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

const origin = "https://hn.algolia.com";
const site = "https://news.ycombinator.com";

const Story = z.object({
  objectID: Id,
  title: maybe(Line),
  story_title: maybe(Line),
  url: maybe(z.string()),
  story_text: maybe(Body),
  created_at_i: maybe(z.number()),
  num_comments: maybe(Count),
  points: maybe(Count),
});
const Page = z.object({
  hits: listOf(Story),
  nbPages: z.int().nonnegative().catch(0),
});

const Item = z.object({
  id: Id,
  created_at: maybe(Moment),
  author: maybe(Line),
  text: maybe(Body),
  children: z.array(z.unknown()).catch([]),
});

/** Comments of a thread that are kept; the longest threads there have some thousands. */
const most = 3000;

function readItem(child: unknown, parentId: string | undefined): Branch | undefined {
  const item = Item.safeParse(child);
  if (!item.success) return undefined;
  const { id, author = "", created_at: publishedAt, text, children: answers } = item.data;
  // A deleted one stays where it has answers, so that they keep their place.
  if (text === undefined && answers.length === 0) return undefined;
  const body = richHtml(text ?? "");
  return {
    comment: without({ id, parentId, author, publishedAt, body, url: `${site}/item?id=${id}` }),
    answers,
  };
}

/** Search and threads by Algolia's copy, in which Hacker News itself searches. */
export const hackernews = defineSource({
  id: "hackernews",
  name: "Hacker News",
  kind: "conversations",
  searchesBy: ["name", "domain"],
  bulk: true,
  origins: [origin],
  licence: "© their authors",
  attribution: "Hacker News, search by Algolia",
  limits: [{ count: 10_000, perMs: 3_600_000 }],

  async search({ by, words, cursor, since }, access) {
    const url = address(origin, "/api/v1/search_by_date", {
      query: by === "domain" ? words : phrase(words),
      tags: "story",
      hitsPerPage: 100,
      page: cursor,
      typoTolerance: "false",
      advancedSyntax: by === "name" ? "true" : undefined,
      restrictSearchableAttributes: by === "domain" ? "url" : undefined,
      numericFilters: since === undefined ? undefined : `created_at_i>${Math.floor(since / 1000)}`,
      analytics: "false",
    });
    const page = await readJson(access, url, Page);
    if (!page.ok) return page;
    const threads = page.value.hits.flatMap((story) => {
      const { objectID: id, title = story.story_title, url: link, story_text: text } = story;
      if (title === undefined) return [];
      const thread = threadOf({
        source: "hackernews",
        origin,
        id,
        title,
        url: `${site}/item?id=${id}`,
        about: webAddress(link),
        publishedAt: story.created_at_i === undefined ? undefined : story.created_at_i * 1000,
        replies: story.num_comments,
        score: story.points,
      });
      return [hit<Thread>(thread, [thread.about], [title, text])];
    });
    // Counted by ourselves: a number that a server chose could tell people apart.
    const at = Number(cursor ?? 0) + 1;
    const next = at < page.value.nbPages ? String(at) : undefined;
    return ok({ threads, facts: [], ...further(page.value.hits, next) });
  },

  async readThread(thread, access) {
    const item = await readJson(
      access,
      address(origin, `/api/v1/items/${encodeURIComponent(thread.id)}`),
      Item,
    );
    if (!item.ok) return item;
    return ok({
      thread,
      body: richHtml(item.value.text ?? ""),
      ...commentsOf(item.value.children, readItem, most),
    });
  },
});
