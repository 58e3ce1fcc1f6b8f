import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { aCollection } from "../../../components/testing/research.ts";
import type { Mention } from "../../model/mention.ts";
import type { Post } from "../../model/post.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { FoundPost, ProtectedPost } from "./found-post.ts";
import { protect, protectWords } from "./protect.ts";

const post = (changes: Partial<Post>): Post => ({
  text: "",
  truncated: false,
  links: [],
  media: [],
  metrics: {},
  audience: "public",
  ...changes,
});
const found = (site: string, changes: Partial<Post>, mentions: readonly Mention[] = []): FoundPost => ({
  post: post(changes),
  site,
  mentions,
});
const pseudonym = /p-[0-9a-hjkmnp-tv-z]{12}/gu;
const namesIn = (text: string | undefined): readonly string[] => text?.match(pseudonym) ?? [];

/** What people would read: hashes hold any letters. */
const readable = (text: string): string => text.replaceAll(/[px]-[0-9a-hjkmnp-tv-z]{12}/gu, "…");

let collection: Collection;
beforeAll(async () => {
  collection = await aCollection();
});

describe("one person", () => {
  const anna = {
    x: found("x", {
      url: "https://x.com/Anna_K/status/1790000000000000001",
      author: { handle: "Anna_K", name: "Anna Kowalska", url: "https://x.com/Anna_K" },
      text: "Anna Kowalska here, also @anna_k, https://twitter.com/ANNA_K/status/5 and anna_k.",
      links: ["https://x.com/anna_k"],
      replyTo: "https://x.com/anna_k/status/1790000000000000000",
    }),
    mastodon: found("mastodon", {
      url: "https://social.example/@anna/112233",
      author: { handle: "anna@social.example", name: "Anna" },
      text: "I am @anna@social.example, @anna, anna@social.example; see https://other.example/@anna@social.example",
      links: ["https://social.example/users/anna"],
    }),
    reddit: found("reddit", {
      url: "https://www.reddit.com/r/boots/comments/abc123/my_boots/def456/",
      author: { handle: "anna_boots", url: "https://www.reddit.com/user/anna_boots/" },
      text: "I'm u/anna_boots, /u/Anna_Boots, old.reddit.com/user/anna_boots and @anna_boots",
    }),
    bluesky: found("bluesky", {
      url: "https://bsky.app/profile/anna.bsky.social/post/3kabc",
      author: { handle: "anna.bsky.social" },
      text: "@anna.bsky.social is anna.bsky.social, https://bsky.app/profile/anna.bsky.social",
    }),
    discourse: found("discourse", {
      url: "https://forum.example/t/soles/12/3",
      author: { handle: "anna_k", url: "https://forum.example/u/anna_k" },
      text: "@anna_k and https://forum.example/u/anna_k/summary",
    }),
  };

  it.each(Object.entries(anna))(
    "on %s has one pseudonym as author, in texts and in addresses",
    async (_site, given) => {
      const kept = await protect(given, collection);
      const everywhere = namesIn([kept.author, kept.text, ...kept.links, kept.url, kept.replyTo].join(" "));
      expect(new Set(everywhere)).toEqual(new Set([kept.author]));
      expect(everywhere.length).toBeGreaterThan(2);
      expect(readable(JSON.stringify(kept))).not.toMatch(/anna/iu);
    },
  );

  it("is somebody else on another host of the same software, and in another collection", async () => {
    const first = await protect(anna.discourse, collection);
    const elsewhere = await protect(
      found("discourse", { author: { handle: "anna_k", url: "https://other.example/u/anna_k" } }),
      collection,
    );
    const again = await protect(anna.discourse, await aCollection());
    expect(new Set([first.author, elsewhere.author, again.author]).size).toBe(3);
  });

  it("without a handle is known by the profile's address, else by name", async () => {
    const authors = [
      { name: "Bo", url: "https://www.facebook.com/profile.php?id=1001" },
      { name: "Bo", url: "https://www.facebook.com/bo.berg" },
      { name: "Bo" },
    ];
    const kept = await Promise.all(
      authors.map((author) => protect(found("facebook", { author }), collection)),
    );
    expect(new Set(kept.map(({ author }) => author)).size).toBe(3);
    expect(namesIn(kept.map(({ author }) => author).join(" "))).toHaveLength(3);
  });

  it("protected twice is the same", async () => {
    for (const given of Object.values(anna)) {
      const once = await protect(given, collection);
      const { author, sealed: _none, mentions: _same, ...rest } = once;
      const again = await protect(
        found(given.site, { ...given.post, ...rest, ...(author ? { author: { handle: author } } : {}) }),
        collection,
      );
      expect(again).toEqual(once);
    }
  });
});

const words = async (text: string, site = "mastodon"): Promise<string> =>
  protectWords(text, found(site, { url: "https://social.example/@me/1" }), collection);

describe("what is masked in a text", () => {
  it.each([
    ["write to anna.berg+shop@mail.example today", "write to [email] today"],
    ["call +49 170 1234567 or (555) 123-4567.", "call [phone] or [phone]."],
    ["ring 0171 234 5678 after six", "ring [phone] after six"],
  ])("%s", async (text, masked) => {
    expect(await words(text)).toBe(masked);
  });

  it.each([
    "Paid 1,299.00 on 2026-05-03 at 10:15, model 990v6, size 42-43",
    "20 30 40 50: sale. Order no. 4711",
    "Look at https://shop.example/boots/990?size=42 and https://news.example/2026/05/03/recall",
    "half @ 5, mail me",
    "r/boots is nice; c/boots too",
  ])("leaves what tells of nobody: %s", async (text) => {
    expect(await words(text)).toBe(text);
  });

  it.each([
    ["instagram.com/bo.berg/", "instagram.com/"],
    ["https://t.me/bo_berg/77", "https://t.me/"],
    ["https://www.linkedin.com/posts/bo-berg_my-new-boots-activity-71-ab", "https://www.linkedin.com/posts/"],
    ["https://bo.tumblr.com/post/1/my-boots", "https://"],
    ["https://news.ycombinator.com/user?id=bo_berg", "https://news.ycombinator.com/user?id="],
    ["https://www.youtube.com/@bo.berg/videos", "https://www.youtube.com/@"],
    ["https://stackoverflow.com/users/77/bo-berg", "https://stackoverflow.com/users/"],
  ])("%s", async (address, begins) => {
    const kept = await words(`see ${address}.`);
    expect(kept).toMatch(/^see .+\.$/u);
    expect(kept.slice(4)).toContain(begins);
    expect(namesIn(kept)).toHaveLength(1);
    expect(readable(kept)).not.toMatch(/bo.?berg|bo\.tumblr|boots|77/u);
  });

  it("a handle on X ends where the sentence goes on", async () => {
    expect(await words("@anna.Great boots", "x")).toMatch(/^@p-\w{12}\.Great boots$/u);
    expect(await words(".@anna hello", "x")).toMatch(/^\.@p-\w{12} hello$/u);
  });

  it("a handle stands out from a script without spaces", async () => {
    expect(await words("你好@anna很好")).toMatch(/^你好@p-\w{12}很好$/u);
  });
});

describe("addresses", () => {
  it("lose what platforms find a post by, and stay equal where they were", async () => {
    const first = await protect(found("x", { url: "https://x.com/anna/status/179#m" }), collection);
    const answer = await protect(
      found("x", { url: "https://x.com/bo/status/180", replyTo: "https://x.com/anna/status/179#m" }),
      collection,
    );
    expect(answer.replyTo).toBe(first.url);
    expect(first.url).toMatch(/^https:\/\/x\.com\/p-\w{12}\/status\/x-\w{12}#x-\w{12}$/u);
  });

  it("keep the group and the kind of page", async () => {
    const { url } = await protect(
      found("reddit", { url: "https://www.reddit.com/r/boots/comments/abc/my_boots/?context=3" }),
      collection,
    );
    expect(url).toMatch(
      /^https:\/\/www\.reddit\.com\/r\/boots\/comments\/x-\w{12}\/x-\w{12}\/\?context=x-\w{12}$/u,
    );
  });

  it("of an article that a person selected in stay as they are; those of nobody's page too", async () => {
    const article = "https://news.example/2026/05/03/recall?page=2";
    const kept = await protect(found("web", { url: article, links: [article] }), collection);
    expect(kept).toMatchObject({ url: article, links: [article] });
  });

  it("that are none, or lead to a mailbox, are not kept; a reader's own e-mail address neither", async () => {
    const { links, url } = await protect(
      found("x", {
        url: "javascript:alert(1)",
        links: ["mailto:anna@mail.example", "https://list.example/off?who=anna%40mail.example"],
      }),
      collection,
    );
    expect(url).toBeUndefined();
    expect(links).toEqual(["https://list.example/off?who=email"]);
  });
});

const mentionOf = (text: string, words: string, confidence = 0.9): Mention => ({
  brandId: `${words}.example`,
  name: words,
  span: { start: text.indexOf(words), end: text.indexOf(words) + words.length },
  confidence,
  reasons: ["handle"],
});
const read = ({ text, mentions }: ProtectedPost): readonly (string | undefined)[] =>
  mentions.map(({ span }) => span && text.slice(span.start, span.end));

describe("brands", () => {
  it("keep their handles and names; people around them do not", async () => {
    const text = "@bo asked @northwind and Northwind: nothing. @northwind_anna knows";
    const given = [mentionOf(text, "northwind"), mentionOf(text, "Northwind")];
    const kept = await protect(found("x", { text }, given), collection);
    expect(kept.text).toMatch(/^@p-\w+ asked @northwind and Northwind: nothing\. @p-\w+ knows$/u);
    expect(read(kept)).toEqual(["northwind", "Northwind"]);
  });

  it("a name inside a person's handle, or a doubtful one, gives way to the person", async () => {
    const text = "ask @northwind_anna or @rose";
    const kept = await protect(
      found("x", { text }, [mentionOf(text, "northwind"), mentionOf(text, "rose", 0.2)]),
      collection,
    );
    expect(readable(kept.text)).not.toMatch(/northwind|rose/u);
    expect(read(kept)).toEqual([undefined, undefined]);
  });

  it("each span that is kept reads the same as before", async () => {
    const piece = fc.constantFrom(
      "@anna ",
      "Northwind ",
      "@northwind ",
      "u/anna ",
      "anna@mail.example ",
      "https://x.com/anna ",
      "+49 170 1234567, ",
      "😀 ",
      "boots ",
      "@anna@social.example ",
      "\n",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat(200)), async (pieces, cuts) => {
        const text = pieces.join("");
        const spans = cuts.map((start) => ({ start: start % (text.length + 1), end: 0 }));
        const mentions: Mention[] = spans.map(({ start }, index) => ({
          brandId: "b",
          name: "b",
          span: { start, end: Math.min(text.length, start + (index % 9)) },
          confidence: index % 2,
          reasons: ["name"],
        }));
        const kept = await protect(found("x", { text }, mentions), collection);
        for (const [index, { span }] of kept.mentions.entries()) {
          const before = mentions[index]?.span;
          if (span && before) {
            expect(kept.text.slice(span.start, span.end)).toBe(text.slice(before.start, before.end));
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("a collection that does not pseudonymise", () => {
  it("keeps everything as it stands, and media where it wants them", async () => {
    const open = await aCollection({
      privacy: { pseudonymise: false, keepMedia: true, audience: "public-only" },
    });
    const given = found("x", {
      url: "https://x.com/anna/status/1",
      author: { handle: "anna", name: "Anna K" },
      text: "@bo +49 170 1234567 anna@mail.example",
      links: ["https://x.com/bo", "mailto:anna@mail.example"],
      media: [{ kind: "image", url: "https://img.example/1.png", alt: "@bo" }],
      replyTo: "https://x.com/bo/status/2",
    });
    const { author: _author, truncated: _t, metrics: _m, audience: _a, ...same } = given.post;
    expect(await protect(given, open)).toEqual({ ...same, author: "anna", mentions: [] });
  });

  it("replaces who was erased, and nobody else", async () => {
    const { author = "" } = await protect(found("x", { author: { handle: "anna" } }), collection);
    const erasing: Collection = {
      ...collection,
      privacy: { pseudonymise: false, keepMedia: false, audience: "public-only" },
      log: {
        erased: [{ at: 1, pseudonyms: [author], deleted: 1, masked: 0 }],
        expired: 0,
        gone: 0,
        changes: [],
      },
    };
    const kept = await protect(
      found("x", { author: { handle: "bo" }, text: "@anna @carl", links: ["https://x.com/anna/status/12"] }),
      erasing,
    );
    expect(kept).toMatchObject({ author: "bo", text: "@p-erased @carl" });
    expect(kept.links[0]).toMatch(/^https:\/\/x\.com\/p-erased\/status\/x-/u);
  });
});

it("leaves media out where they are not kept, and people out of their descriptions where they are", async () => {
  const media = [{ kind: "image" as const, url: "https://img.example/1.png", alt: "photo by @bo" }];
  const none = await protect(found("x", { media }), collection);
  expect(none.media).toEqual([{ kind: "image" }]);
  const keeping = { ...collection, privacy: { ...collection.privacy, keepMedia: true } };
  const some = await protect(found("x", { media }), keeping);
  expect(some.media).toEqual([{ ...media[0], alt: expect.stringMatching(/^photo by @p-\w{12}$/u) }]);
});
