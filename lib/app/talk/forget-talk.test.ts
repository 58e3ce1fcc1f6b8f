import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { putBucketBrand } from "../../db/bucket-brands.ts";
import { openCommunity, type CommunityDatabase } from "../../db/community.ts";
import { putAnswer, putConversation } from "../../db/talk-cache.ts";
import type { Source } from "../../sources/define-source.ts";
import { forgetTalk, type ForgetTalkDependencies } from "./forget-talk.ts";

const hour = 3_600_000;
const now = 100 * hour;
const forum = "https://forum.kite.example";
let community: CommunityDatabase;
let done: string[];
let hosts: readonly string[];
let choices: Readonly<Record<string, boolean>>;

beforeEach(() => {
  community = openCommunity(`forget-talk-${crypto.randomUUID()}`);
  done = [];
  hosts = ["talk.example", "more.example", "mine.example", "forum.kite.example"];
  choices = { talk: true, "talk https://talk.example": false, [`forum ${forum}`]: true };
});
afterEach(() => community.delete());

function needs(): ForgetTalkDependencies {
  const sources = [
    { id: "talk", origins: ["https://talk.example"], alsoAsks: ["https://more.example"] },
    { id: "forum", origins: [] },
  ] as unknown as readonly Source[];
  return {
    community,
    stop: async () => void done.push(`stopped, ${await community.answers.count()} there`),
    brandIdOf: async (site) => (site === "kite.test" ? "kite.example" : undefined),
    forums: {
      sources,
      origins: { getValue: async () => ({ talk: ["https://mine.example"] }) },
      hosts: { getValue: async () => hosts, setValue: async (value) => void (hosts = value) },
      choices: { getValue: async () => choices, setValue: async (value) => void (choices = value) },
    },
  };
}

async function asked(brandId: string, nowMs: number): Promise<void> {
  const answer = { brandId, place: "talk", source: "talk", name: "Talk", words: brandId, at: nowMs } as const;
  await putAnswer(community, { ...answer, state: "answered", threads: [], facts: [] }, { nowMs });
  const thread = { key: brandId, source: "talk", origin: "x", id: "1", title: "x", url: "https://x.example" };
  await putConversation(community, brandId, { thread, body: [], comments: [], isWhole: true }, { nowMs });
}

const left = async (): Promise<string[]> => (await community.answers.toArray()).map(({ brandId }) => brandId);

describe("forgetting what was asked and read elsewhere", () => {
  it("ends what is under way first", async () => {
    await asked("kite.example", now);
    await forgetTalk({ site: "kite.example" }, needs(), now);
    expect(done).toEqual(["stopped, 1 there"]);
    expect(await left()).toEqual([]);
  });

  it("takes what was looked for in the rest of a feed along", async () => {
    const row = { feed: "f", day: "2026-05-03", facts: [], threads: {}, titles: [] };
    await putBucketBrand(community, { ...row, brandId: "kite.example", readAt: now });
    await putBucketBrand(community, { ...row, brandId: "acme.example", readAt: now - 2 * hour });
    await forgetTalk({ lastHour: true }, needs(), now);
    expect(await community.bucketBrands.toArray()).toMatchObject([{ brandId: "acme.example" }]);
    await forgetTalk({ site: "acme.example" }, needs(), now);
    expect(await community.bucketBrands.count()).toBe(0);
  });

  it("of a country's site means the brand that is filed under another domain", async () => {
    await asked("kite.example", now);
    await asked("other.example", now);
    await forgetTalk({ site: "kite.test" }, needs(), now);
    expect(await left()).toEqual(["other.example"]);
    expect(await community.conversations.count()).toBe(1);
  });

  it("of the last hour leaves what is older", async () => {
    await asked("kite.example", now - 2 * hour);
    await asked("other.example", now);
    await forgetTalk({ lastHour: true }, needs(), now);
    expect(await left()).toEqual(["kite.example"]);
  });

  it.each([{ lastHour: true }, { site: "any.example" }] as const)(
    "takes back consent to forums, which name brands, and no other: %j",
    async (what) => {
      await forgetTalk(what, needs(), now);
      expect(hosts).toEqual(["talk.example", "more.example", "mine.example"]);
      expect(choices).toEqual({ talk: true, "talk https://talk.example": false });
    },
  );
});
