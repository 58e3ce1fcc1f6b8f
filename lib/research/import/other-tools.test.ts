import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCollection } from "../../../components/testing/research.ts";
import { outcomeOf } from "../../../tests/support/research-files.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";

let here: ResearchDatabase;
let opened = 0;
beforeEach(async () => {
  here = openResearch(`other-tools-${opened++}`);
  await here.collections.add(
    await aCollection({ privacy: { pseudonymise: false, keepMedia: true, audience: "public-only" } }),
  );
});
afterEach(() => here.delete());

describe("CSV of 4CAT", () => {
  it("has its posts, times in UTC or in seconds, counts under their names there", async () => {
    const file = new Blob([
      "id,thread_id,author,body,timestamp,url,likes,comments,language\n",
      '1,1,anna,"The soles, again",2026-11-21 14:03:00,https://forum.example/1,5,2,en\n',
      "2,1,bo,No,1795270000,https://forum.example/2,,,\n",
      "3,1,cem,When?,some day,https://forum.example/3,,,\n",
    ]);
    const outcome = await outcomeOf(here, { file, isVouchedFor: true });
    expect(outcome).toMatchObject({
      added: 2,
      refusals: [{ line: 4, reason: "bad-shape", detail: "published_at" }],
    });
    const [first, second] = await here.items.toArray();
    expect(first).toMatchObject({
      site: "4cat",
      url: "https://forum.example/1",
      author: "anna",
      text: "The soles, again",
      publishedAt: Date.UTC(2026, 10, 21, 14, 3),
      lang: "en",
      metrics: { likes: 5, replies: 2 },
      audience: "unknown",
      why: "import",
      mentions: [],
    });
    expect(second?.publishedAt).toBe(1_795_270_000_000);
  });

  it("stays out of a collection of public posts until somebody vouches for it", async () => {
    const file = new Blob(["id,thread_id,author,body,timestamp\n1,1,anna,Soles,2026-11-21 14:03:00\n"]);
    expect(await outcomeOf(here, { file })).toMatchObject({ added: 0, refusals: [{ reason: "not-public" }] });
  });
});

const line = (platform: string, data: object): string =>
  `${JSON.stringify({
    nav_index: "1:2:3",
    item_id: "1",
    timestamp_collected: Date.UTC(2026, 10, 21),
    source_platform: platform,
    source_platform_url: `https://${platform}/`,
    source_url: `https://${platform}/api`,
    user_agent: "x",
    data,
  })}\n`;

describe("NDJSON of Zeeschuimer", () => {
  it("has posts of TikTok, Instagram and X", async () => {
    const file = new Blob([
      line("tiktok.com", {
        id: "71",
        desc: "Soles!",
        createTime: 1_795_000_000,
        author: { uniqueId: "anna" },
        stats: { diggCount: 9, commentCount: 1, shareCount: 2, playCount: 300 },
      }),
      line("instagram.com", {
        code: "Cx_1",
        taken_at: 1_795_000_000,
        user: { username: "bo" },
        caption: { text: "My pair" },
        like_count: 4,
      }),
      line("x.com", {
        rest_id: "99",
        core: { user_results: { result: { core: { screen_name: "cem" } } } },
        legacy: {
          full_text: "Again.",
          created_at: "Wed Nov 18 20:19:24 +0000 2026",
          lang: "en",
          favorite_count: 3,
        },
      }),
    ]);
    expect(await outcomeOf(here, { file, isVouchedFor: true })).toMatchObject({ added: 3, refused: 0 });
    expect(await here.items.toArray()).toMatchObject([
      {
        site: "tiktok",
        author: "anna",
        url: "https://www.tiktok.com/@anna/video/71",
        metrics: { likes: 9, views: 300 },
      },
      { site: "instagram", author: "bo", url: "https://www.instagram.com/p/Cx_1", text: "My pair" },
      { site: "x", author: "cem", lang: "en", publishedAt: Date.UTC(2026, 10, 18, 20, 19, 24) },
    ]);
  });

  it("names what it does not know, line by line", async () => {
    const file = new Blob([
      line("9gag.com", { id: "1" }),
      line("tiktok.com", { id: "1" }),
      line("tiktok.com", [] as never),
    ]);
    const outcome = await outcomeOf(here, { file, isVouchedFor: true });
    expect(outcome.refusals).toMatchObject([
      { line: 1, reason: "unknown-platform", detail: "9gag.com" },
      { line: 2, reason: "bad-shape", detail: "desc" },
      { line: 3, reason: "bad-shape" },
    ]);
  });
});
