import "fake-indexeddb/auto";
import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningHub, startHub } from "../../hub/src/start-hub.ts";
import { siteKeyOf, subjectKeyOf } from "../../lib/brands/subjects.ts";
import { type CommunityDatabase, openCommunity } from "../../lib/db/community.ts";
import { type PersonalDatabase, openPersonal } from "../../lib/db/personal.ts";
import { storeReviews } from "../../lib/db/store-reviews.ts";
import { listCursors } from "../../lib/db/sync-state.ts";
import { ledgerWriter } from "../../lib/app/ledger-writer.ts";
import { consentHostOf, createNet, type Net } from "../../lib/net/index.ts";
import { createOutbox, type Outbox, personalStorage } from "../../lib/outbox/index.ts";
import { communityStorage } from "../../lib/sync/community-storage.ts";
import { createSync, type Sync } from "../../lib/sync/index.ts";
import { draftFor, storedKey, value } from "../support/outbox-world.ts";
import { runUntilQuiet, signReviews, startSeconds } from "../support/sync-world.ts";

/** Real reviews, where a recording of them lies beside the repository. Nothing of it is copied here. */
const recording = "../shared/recordings/mangrove/reviews_200.json";

let hub: RunningHub;
let personal: PersonalDatabase;
let community: CommunityDatabase;
let clock: { ms: number };
let worlds = 0;

beforeEach(() => {
  worlds += 1;
  personal = openPersonal(`contract-personal-${worlds}`);
  community = openCommunity(`contract-community-${worlds}`);
  clock = { ms: startSeconds * 1000 };
});

afterEach(() => hub.close());

async function start(tokens: readonly string[]): Promise<void> {
  hub = await startHub({ storage: "memory", seedTokens: tokens, rateLimit: false, feedHeadMaxAgeMs: 0 });
}

function place(subject: string) {
  const siteKey = siteKeyOf(subject);
  return { subjectKey: subjectKeyOf(subject) ?? subject, ...(siteKey && { siteKey }) };
}

/** The real network layer, with the real ledger in the real database. */
function realNet(): Net {
  return createNet({
    fetch,
    ledger: ledgerWriter(personal),
    consents: async () => new Set([consentHostOf(hub.url) ?? ""]),
    now: () => clock.ms,
    random: Math.random,
  });
}

function syncWith(sources: { servers?: readonly string[]; feeds?: readonly string[] }): Sync {
  return createSync({
    storage: communityStorage(community),
    net: realNet(),
    place,
    servers: async () => sources.servers ?? [],
    feeds: async () => sources.feeds ?? [],
    now: () => clock.ms,
    random: Math.random,
  });
}

describe.each(["server", "feed"] as const)("the hub as a %s", (kind) => {
  const sourcesOf = () => (kind === "server" ? { servers: [hub.url] } : { feeds: [`${hub.url}/v1/feed`] });

  it("is copied whole, then followed; the ledger has every request", async () => {
    const reviews = await signReviews(45);
    await start(reviews.slice(10).map(({ jwt }) => jwt));
    const sync = syncWith(sourcesOf());
    await runUntilQuiet({ sync, clock });
    expect(await community.tokens.count()).toBe(35);
    expect(await listCursors(community)).toMatchObject([{ phase: "idle", fetched: 35, rejected: {} }]);
    for (const { jwt } of reviews.slice(0, 10)) await fetch(`${hub.url}/submit/${jwt}`, { method: "PUT" });
    clock.ms += 2 * 86_400_000;
    await runUntilQuiet({ sync, clock });
    expect(await community.tokens.count()).toBe(45);
    const lines = await personal.ledger.toArray();
    expect(lines.length).toBeGreaterThan(3);
    expect(new Set(lines.map(({ host }) => host))).toEqual(new Set([new URL(hub.url).host]));
    expect(lines.every(({ status, bytesIn }) => status === 200 && bytesIn > 0)).toBe(true);
  });

  it.skipIf(!existsSync(recording))(
    "brings 200 real reviews through verification into the summaries",
    async () => {
      const { reviews } = JSON.parse(readFileSync(recording, "utf8")) as { reviews: { jwt: string }[] };
      await start(reviews.map(({ jwt }) => jwt));
      const sync = syncWith(sourcesOf());
      await runUntilQuiet({ sync, clock });
      // The recording holds one of them twice.
      expect(await community.tokens.count()).toBe(new Set(reviews.map(({ jwt }) => jwt)).size);
      expect(await listCursors(community)).toMatchObject([{ phase: "idle", rejected: {} }]);
      const summaries = await community.summaries.toArray();
      expect(summaries.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(100);
    },
  );
});

function realOutbox(): Outbox {
  return createOutbox({
    storage: personalStorage(personal),
    net: realNet(),
    servers: async () => [hub.url],
    publish: async (review, server) => {
      const row = { ...review, ...place(review.subject), addedFrom: server };
      await storeReviews(community, [row], { asOf: Math.floor(clock.ms / 1000) });
    },
    now: () => clock.ms,
    random: Math.random,
  });
}

describe("posting to the hub", () => {
  it("a review is accepted, shown at once, read by somebody else, edited and withdrawn", async () => {
    await start([]);
    const key = await storedKey(personal);
    const outbox = realOutbox();
    const subject = "https://nike.com";
    const id = value(await outbox.add(draftFor(subject), key));
    clock.ms += 60_000;
    await outbox.flush();
    const subjectKey = subjectKeyOf(subject) ?? "";
    expect(await community.summaries.get(subjectKey)).toMatchObject({ count: 1, withText: 1 });
    const own = await personal.ownTokens.get(id);
    const edit = draftFor(subject, { stars: 2, text: "Soles came off.", editOf: own?.signature ?? "" });
    await outbox.sendNow(value(await outbox.add(edit, key)));
    expect(await community.summaries.get(subjectKey)).toMatchObject({ count: 1, ratingSum: 25 });

    const reader = openCommunity(`contract-reader-${worlds}`);
    const sync = createSync({
      storage: communityStorage(reader),
      net: realNet(),
      place,
      servers: async () => [hub.url],
      feeds: async () => [],
      now: () => clock.ms,
      random: Math.random,
    });
    await runUntilQuiet({ sync, clock });
    expect(await reader.summaries.get(subjectKey)).toMatchObject({ count: 1, ratingSum: 25 });

    await outbox.sendNow(value(await outbox.addDelete(own?.signatureKey ?? "", key)));
    clock.ms += 2 * 86_400_000;
    await runUntilQuiet({ sync, clock });
    expect((await reader.summaries.get(subjectKey))?.count ?? 0).toBe(0);
    expect(await personal.outbox.count()).toBe(0);
  });

  it("the same token sent twice is told from a real duplicate", async () => {
    await start([]);
    const key = await storedKey(personal);
    const outbox = realOutbox();
    const id = value(await outbox.add(draftFor("https://nike.com"), key));
    const row = await personal.outbox.get(id);
    await fetch(`${hub.url}/submit/${row?.jwt}`, { method: "PUT" });
    await outbox.sendNow(id);
    expect(await personal.ownTokens.count()).toBe(1);
    expect(await personal.outbox.count()).toBe(0);
  });

  it("the same words after a withdrawal are a new review, also within the hour", async () => {
    await start([]);
    const key = await storedKey(personal);
    const outbox = realOutbox();
    const first = value(await outbox.add(draftFor("https://nike.com"), key));
    await outbox.sendNow(first);
    const own = await personal.ownTokens.get(first);
    await outbox.sendNow(value(await outbox.addDelete(own?.signatureKey ?? "", key)));
    const subjectKey = subjectKeyOf("https://nike.com") ?? "";
    expect((await community.summaries.get(subjectKey))?.count ?? 0).toBe(0);
    await outbox.sendNow(value(await outbox.add(draftFor("https://nike.com"), key)));
    expect(await personal.outbox.count()).toBe(0);
    expect(await community.summaries.get(subjectKey)).toMatchObject({ count: 1 });
    const reply = await fetch(`${hub.url}/reviews?sub=https://nike.com`);
    expect(((await reply.json()) as { reviews: unknown[] }).reviews).toHaveLength(1);
  });

  it("a flag arrives; a slip withdraws a review whose key is lost, also from another device", async () => {
    await start([]);
    const key = await storedKey(personal);
    const outbox = realOutbox();
    const ids: string[] = [];
    for (const subject of ["https://nike.com", "https://adidas.com"]) {
      ids.push(value(await outbox.add(draftFor(subject), key)));
      await outbox.sendNow(ids.at(-1) ?? "");
    }
    const [here, elsewhere] = await personal.ownTokens.bulkGet(ids);
    const about = { subjectKey: "nike.com", title: "Nike", reason: "quality", words: "Not a shoe." } as const;
    await outbox.sendNow(value(await outbox.addFlag({ ...about, signature: here?.signature ?? "" })));
    await personal.keys.clear();
    await outbox.sendNow(value(await outbox.addDelete(here?.signatureKey ?? "")));
    await personal.ownTokens.clear();
    await outbox.sendNow(value(await outbox.addSlip(elsewhere?.slipJwt ?? "")));
    expect(await personal.outbox.count()).toBe(0);
    expect((await community.tokens.toArray()).map(({ kind }) => kind).toSorted()).toEqual([
      "delete",
      "delete",
      "flag",
      "review",
      "review",
    ]);
    const reply = await fetch(`${hub.url}/reviews?q=https`);
    expect(((await reply.json()) as { reviews: unknown[] }).reviews).toEqual([]);
  });
});
