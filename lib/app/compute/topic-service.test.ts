import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { brandUri, say } from "../../../components/testing/world.ts";
import { type CommunityDatabase, openCommunity } from "../../db/community.ts";
import type { ConversationRow } from "../../db/talk-rows.ts";
import type { Comment } from "../../model/conversation.ts";
import type { RichText } from "../../model/rich-text.ts";
import { CancelledError } from "../../errors.ts";
import { TopicService } from "./topic-service.ts";

let db: CommunityDatabase;
let service: TopicService;
let databases = 0;
beforeEach(() => {
  db = openCommunity(`topics-${databases++}`);
  service = new TopicService(db);
});
afterEach(() => db.delete());

const about = { keys: [brandUri], brandId: "northwind.example", names: ["Northwind Shoes"] };
const { signal } = new AbortController();

function words(text: string): RichText {
  return [{ kind: "paragraph", runs: [{ text }] }];
}

function conversation(key: string, body: string, ...comments: string[]): ConversationRow {
  return {
    key,
    brandId: about.brandId,
    at: 1,
    usedAt: 1,
    size: 1,
    conversation: {
      thread: {
        key,
        source: "hackernews",
        origin: "https://news.example",
        id: key,
        title: "Ask: good boots?",
        url: `https://news.example/${key}`,
        publishedAt: 1000,
      },
      body: words(body),
      comments: comments.map((text, index): Comment => ({
        id: String(index),
        author: `user${index}`,
        body: words(text),
        publishedAt: 2000 + index,
      })),
      isWhole: true,
    },
  };
}

async function sayAll(...opinions: string[]): Promise<void> {
  for (const [index, opinion] of opinions.entries()) await say(db, { opinion, daysAgo: index, stars: 4 });
}

describe("topics", () => {
  it("come from reviews and from conversations that were read", async () => {
    await sayAll("The price is fair.", "Good price, slow delivery.", "Delivery was quick.");
    await db.conversations.bulkPut([
      conversation("a", "What is the price of these?", "The price is what kills it."),
      { ...conversation("b", "The price of others"), brandId: "other.example" },
    ]);
    const { texts, topics } = await service.topics(about, signal);
    expect(texts).toBe(5);
    expect(topics.slice(0, 2)).toEqual([
      { kind: "aspect", id: "price", count: 4 },
      { kind: "aspect", id: "delivery", count: 2 },
    ]);
  });

  it("are none where fewer than five texts speak", async () => {
    await sayAll("The price is fair.", "Good price.", "What a price.", "The price.");
    expect(await service.topics(about, signal)).toEqual({ texts: 4, topics: [] });
  });

  it("do not come from what says that software wrote it, nor from stars without words", async () => {
    await sayAll("The price.", "Price again.", "The price too.", "Any price.", "Fair price.");
    await say(db, { opinion: "Customers praise the price.", daysAgo: 1, generated: true });
    await say(db, { stars: 3, daysAgo: 1 });
    expect((await service.topics(about, signal)).topics[0]).toMatchObject({ id: "price", count: 5 });
  });

  it("of a product leave the brand's conversations out", async () => {
    await db.conversations.put(conversation("a", "price", "price", "price", "price", "price", "price"));
    const { keys, names } = about;
    expect((await service.topics({ keys, names }, signal)).texts).toBe(0);
  });

  it("are counted anew when something was written, or a thread was read again", async () => {
    await sayAll("The price.", "Price again.", "The price too.", "Any price.", "Fair price.");
    const before = await service.topics(about, signal);
    expect(await service.topics(about, signal)).toBe(before);
    await say(db, { opinion: "The price is high.", daysAgo: 0 });
    expect((await service.topics(about, signal)).topics[0]).toMatchObject({ count: 6 });
    await db.conversations.put(conversation("a", "The price"));
    expect((await service.topics(about, signal)).topics[0]).toMatchObject({ count: 7 });
    await db.conversations.put({ ...conversation("a", "Nothing of that"), at: 2 });
    expect((await service.topics(about, signal)).topics[0]).toMatchObject({ count: 6 });
  });

  it("stop being counted when nobody waits for them", async () => {
    await sayAll("The price.");
    const controller = new AbortController();
    controller.abort();
    await expect(service.topics(about, controller.signal)).rejects.toThrow(CancelledError);
  });
});

describe("sentences behind a topic", () => {
  it("come newest first, in portions, with their source and what to mark", async () => {
    await sayAll("We wore them. The price is fair.", "A price.", "Price too.", "The price of it.");
    await db.conversations.put(conversation("a", "", "The price is what kills it."));
    const query = { about, kind: "aspect", id: "price", limit: 1 } as const;
    const first = await service.quotes({ ...query, skip: 0 }, signal);
    expect(first.total).toBe(5);
    expect(first.quotes[0]).toMatchObject({
      text: "The price is fair.",
      marks: [{ start: 4, end: 9 }],
      source: { kind: "review", subjectKey: brandUri, isSample: false },
    });
    const last = await service.quotes({ ...query, skip: 4 }, signal);
    expect(last.quotes[0]).toMatchObject({
      text: "The price is what kills it.",
      source: {
        kind: "comment",
        author: "user0",
        title: "Ask: good boots?",
        url: "https://news.example/a",
      },
      saidAt: 2000,
    });
  });

  it("are none for a topic that is not there", async () => {
    const query = { about, kind: "phrase", id: "soles", skip: 0, limit: 5 } as const;
    expect(await service.quotes(query, signal)).toEqual({ quotes: [], total: 0 });
  });
});
