import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hubKeyOf, type HubKey } from "../../hub/src/hub-key.ts";
import { type RunningHub, startHub } from "../../hub/src/start-hub.ts";
import { siteKeyOf, subjectKeyOf } from "../../lib/brands/subjects.ts";
import { type CommunityDatabase, openCommunity } from "../../lib/db/community.ts";
import { dayOf } from "../../lib/model/day.ts";
import { consentHostOf, createNet } from "../../lib/net/index.ts";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { reviewPayload, signToken } from "../../lib/reviews/sign.ts";
import { communityStorage } from "../../lib/sync/community-storage.ts";
import { createSync, type Sync } from "../../lib/sync/index.ts";
import { runUntilQuiet, type Signed, signReviews, startSeconds } from "../support/sync-world.ts";

const dayMs = 86_400_000;
let hub: RunningHub;
let key: HubKey;
let reviews: readonly Signed[];
let community: CommunityDatabase;
let clock: { ms: number };
let sync: Sync;
let worlds = 0;

beforeEach(async () => {
  clock = { ms: startSeconds * 1000 };
  key = hubKeyOf(await generateSigningKey());
  reviews = await signReviews(8);
  hub = await startHub({
    storage: "memory",
    seedTokens: reviews.map(({ jwt }) => jwt),
    rateLimit: false,
    feedHeadMaxAgeMs: 0,
    key,
    now: () => clock.ms,
    // Filled up as a real one is, or a difference would not be worth it.
    extras: {
      version: async () => 1,
      read: async () => ({ brands: { "big.example": { threads: manyThreads } } }),
    },
  });
  community = openCommunity(`moderation-${worlds++}`);
  sync = createSync({
    storage: communityStorage(community),
    net: createNet({
      fetch,
      ledger: async () => undefined,
      consents: async () => new Set([consentHostOf(hub.url) ?? ""]),
      now: () => clock.ms,
      random: Math.random,
    }),
    place: (subject) => {
      const siteKey = siteKeyOf(subject);
      return { subjectKey: subjectKeyOf(subject) ?? subject, ...(siteKey && { siteKey }) };
    },
    servers: async () => [],
    feeds: async () => [`${hub.url}/v1/feed`],
    now: () => clock.ms,
    random: Math.random,
  });
});
afterEach(async () => {
  await hub.close();
  await community.delete();
});

const manyThreads = Object.fromEntries(Array.from({ length: 90 }, (_, i) => [`source${i}`, i]));

async function nextDay(): Promise<void> {
  clock.ms += 2 * dayMs;
  await runUntilQuiet({ sync, clock });
}

describe("what an operator takes out", () => {
  it("is gone from the reader's copy the next day, with code, day and feed; an appeal brings it back", async () => {
    await runUntilQuiet({ sync, clock });
    expect(await community.tokens.count()).toBe(8);
    const [gone] = reviews;
    const order = { signatureKey: gone?.signature ?? "", day: dayOf(clock.ms), sign: key.sign };
    await hub.storage.remove({ ...order, code: "illegal", keepUntilDay: "2099-01-01" });
    await nextDay();
    expect(await community.tokens.get(gone?.id ?? "")).toBeUndefined();
    expect(await community.removed.toArray()).toEqual([
      {
        id: gone?.id,
        code: "illegal",
        day: order.day,
        feed: `${hub.url}/v1/feed`,
        removedAt: expect.any(Number) as number,
      },
    ]);
    await hub.storage.restore(order);
    await nextDay();
    expect(await community.removed.count()).toBe(0);
    expect((await community.tokens.get(gone?.id ?? ""))?.jwt).toBe(gone?.jwt);
    expect(await community.summaries.count()).toBe(8);
    // A reader who comes only now sees what the others see.
    expect(await community.tokens.count()).toBe(8);
  });

  it("stays with the reader where somebody else signed for the hub", async () => {
    const other = hubKeyOf(await generateSigningKey());
    const [kept, gone] = reviews;
    const order = { code: "spam", day: dayOf(clock.ms) } as const;
    await hub.storage.remove({ ...order, signatureKey: kept?.signature ?? "", sign: other.sign });
    await hub.storage.remove({ ...order, signatureKey: gone?.signature ?? "", sign: key.sign });
    await runUntilQuiet({ sync, clock });
    expect((await community.removed.toArray()).map(({ id }) => id)).toEqual([gone?.id]);
  });

  it("of what waits under a hold, nothing reaches a reader before it is released", async () => {
    const payload = reviewPayload({ subject: "https://brand0.com", stars: 2, issuedAt: startSeconds });
    const late = await signToken(payload, await generateSigningKey());
    await hub.storage.hold({ target: "https://brand0.com", day: dayOf(clock.ms) });
    const reply = await fetch(`${hub.url}/submit/${late.jwt}`, { method: "PUT" });
    expect([reply.status, reply.headers.get("Hub-Held")]).toEqual([200, "true"]);
    await runUntilQuiet({ sync, clock });
    expect(await community.tokens.count()).toBe(8);
    await hub.storage.release("https://brand0.com");
    await nextDay();
    expect(await community.tokens.count()).toBe(9);
  });
});
