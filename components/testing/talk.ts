import type { AnswerRow } from "../../lib/db/answers.ts";
import type { ConversationRow, DailyBrandRow } from "../../lib/db/talk-rows.ts";
import type { Comment, Conversation, Thread } from "../../lib/model/conversation.ts";
import type { SearchPlace, SearchPlan } from "../../lib/model/search.ts";

const hour = 3_600_000;
const brandId = "northwind.example";
const article = "https://news.example/2026/soles-come-off";

const hostOf: Readonly<Record<string, string>> = {
  hackernews: "https://news.ycombinator.com",
  lemmy: "https://lemmy.world",
  lobsters: "https://lobste.rs",
  mastodon: "https://mastodon.social",
};

export function talkThread(source: string, id: string, changes: Partial<Thread> = {}): Thread {
  const origin = hostOf[source] ?? `https://${source}.example`;
  return {
    key: `${source}:${new URL(origin).host}:${id}`,
    source,
    origin,
    id,
    title: `Thread ${id}`,
    url: `${origin}/item/${id}`,
    ...changes,
  };
}

export function answerOf(source: string, name: string, changes: Partial<AnswerRow> = {}): AnswerRow {
  return {
    brandId,
    place: `${source} ${hostOf[source] ?? `https://${source}.example`}`,
    source,
    name,
    words: brandId,
    state: "answered",
    at: Date.now() - 3 * hour,
    threads: [],
    facts: [],
    usedAt: 0,
    size: 0,
    ...changes,
  };
}

const ago = (hours: number): number => Date.now() - hours * hour;

/** Four places about one brand: a story told in three of them, two of one place's own, and an advertisement. */
export function someAnswers(): readonly AnswerRow[] {
  return [
    answerOf("hackernews", "Hacker News", {
      threads: [
        talkThread("hackernews", "1", {
          title: "Northwind's soles come off, and the company repairs them without a word",
          about: `${article}?utm_source=hn`,
          replies: 123,
          score: 245,
          publishedAt: ago(30),
        }),
        talkThread("hackernews", "2", {
          title: "Show HN: A map of every shop that repairs Northwind jackets",
          about: "https://repairs.example/map",
          replies: 12,
          score: 48,
          publishedAt: ago(400),
        }),
      ],
      next: "1",
    }),
    answerOf("lemmy", "Lemmy (lemmy.world)", {
      threads: [
        talkThread("lemmy", "7", {
          title: "Sohlen lösen sich",
          language: "de",
          about: article,
          room: "schuhe",
          replies: 9,
          score: 31,
          publishedAt: ago(26),
        }),
        talkThread("lemmy", "8", {
          title: "beats by dre store",
          publishedAt: ago(2),
          room: "deals",
          replies: 0,
        }),
      ],
    }),
    answerOf("mastodon", "Mastodon (mastodon.social)", {
      threads: [
        talkThread("mastodon", "9", {
          title: "Three winters with the same pair of #northwind boots. They smell, but…",
          excerpt:
            "Three winters with the same pair of #northwind boots. They smell, but they are dry inside. The laces went first, " +
            "and the shop in town gave me new ones without asking for a receipt.\nWould buy again.",
          language: "en",
          replies: 4,
          score: 17,
          publishedAt: ago(5),
        }),
      ],
    }),
    answerOf("lobsters", "Lobsters", {
      threads: [talkThread("lobsters", "x", { about: article, replies: 3, score: 12, publishedAt: ago(28) })],
    }),
  ];
}

export function dailyRow(changes: Partial<DailyBrandRow> = {}): DailyBrandRow {
  return {
    feed: "https://feed.example",
    brandId,
    day: "2026-05-03",
    facts: [],
    threads: { hackernews: 41, lobsters: 3 },
    titles: [
      {
        source: "hackernews",
        title: "Northwind opens its repair manuals",
        url: "https://news.ycombinator.com/item?id=5",
        publishedAt: ago(40),
      },
      {
        source: "lobsters",
        title: "The zip that never breaks",
        url: "https://lobste.rs/s/abc",
        publishedAt: ago(90),
      },
    ],
    ...changes,
  };
}

function place(source: string, name: string, changes: Partial<SearchPlace> = {}): SearchPlace {
  const origin = hostOf[source] ?? `https://${source}.example`;
  return {
    id: `${source} ${origin}`,
    source,
    origin,
    name,
    kind: "conversations",
    by: "domain",
    words: brandId,
    hosts: [new URL(origin).host],
    isChosen: true,
    ...changes,
  };
}

export const somePlan: SearchPlan = {
  places: [
    place("hackernews", "Hacker News", { hosts: ["hn.algolia.com"] }),
    place("lemmy", "Lemmy (lemmy.world)"),
    place("mastodon", "Mastodon (mastodon.social)", {
      by: "name",
      words: "Northwind Shoes",
      isChosen: false,
    }),
    place("cpsc", "CPSC recalls", {
      kind: "records",
      by: "name",
      words: "Northwind Shoes",
      hosts: ["www.saferproducts.gov"],
    }),
    place("wikidata", "Wikidata", { kind: "reference", hosts: ["www.wikidata.org"] }),
  ],
  links: [
    { name: "Reddit", url: "https://www.reddit.com/search/?q=northwind.example" },
    { name: "Trustpilot", url: "https://www.trustpilot.com/review/northwind.example" },
  ],
};

const said = (text: string): Comment["body"] => [{ kind: "paragraph", runs: [{ text }] }];

/** A comment by `Ann`, unless told. */
export function commentOf(id: string, parentId?: string, changes: Partial<Comment> = {}): Comment {
  return {
    id,
    ...(parentId !== undefined && { parentId }),
    author: "Ann",
    publishedAt: ago(20),
    body: said(`What ${id} says about it.`),
    ...changes,
  };
}

export function conversationRow(thread: Thread, changes: Partial<Conversation> = {}): ConversationRow {
  const body = said("They came off after two months. I sent a picture, and a new pair came within the week.");
  const conversation = { thread, body, comments: [], isWhole: true, ...changes };
  return { key: thread.key, brandId, conversation, at: Date.now() - hour / 2, usedAt: 0, size: 0 };
}
