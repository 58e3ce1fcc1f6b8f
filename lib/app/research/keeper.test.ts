import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import { sampleNoon } from "../../../components/testing/research.ts";
import {
  detector,
  everything,
  kitesIn,
  recordedPost,
  recordingWorld,
  type RecordingWorld,
} from "../../../tests/support/recording-world.ts";
import { DatabaseError } from "../../db/database-error.ts";
import type { RecordingPlan } from "../../model/research/session.ts";
import type { KeepPosts } from "./keeper.ts";
import type { RecordingSwitch } from "./recording.ts";

interface Recorded extends RecordingWorld {
  readonly keep: KeepPosts;
  readonly recording: RecordingSwitch;
  readonly id: string;
}

async function record(
  plan: Partial<RecordingPlan> = {},
  ...world: Parameters<typeof recordingWorld>
): Promise<Recorded> {
  const made = await recordingWorld(...world);
  const { keep, recording } = made.background();
  const begun = await recording.start({ ...everything, ...plan });
  if (!begun.ok) throw new Error(begun.error.code);
  return { ...made, keep, recording, id: begun.value };
}

const open = { privacy: { pseudonymise: false, keepMedia: true, audience: "public-only" } } as const;

describe("a post that is kept", () => {
  it("says where it is from, whose, when, in which language and by which software", async () => {
    const { clock, db, id, items, keep, report } = await record({}, open);
    clock.at += 5000;
    const replyTo = "https://social.example/@ben/7";
    await report(keep, [
      { ...recordedPost(1, "Kite broke.", { replyTo }), links: ["https://kite.example/"] },
    ]);
    const [view] = await db.views.toArray();
    expect(await items()).toEqual([
      {
        seq: 1,
        collection: "returns-study",
        key: expect.stringMatching(/^[\da-f]{32}$/u) as string,
        why: "everything",
        session: id,
        view: view?.id,
        site: "mastodon",
        url: "https://social.example/@anna/1",
        author: "anna",
        publishedAt: sampleNoon - 86_400_000,
        publishedAtPrecision: "second",
        collectedAt: sampleNoon + 5000,
        lastSeenAt: sampleNoon + 5000,
        text: "Kite broke.",
        truncated: false,
        lang: "en",
        langBy: "page",
        links: ["https://kite.example/"],
        media: [],
        replyTo,
        metrics: { likes: 1 },
        audience: "public",
        mentions: kitesIn({ text: "Kite broke.", links: [] }),
        words: [],
        detector,
        sentiment: { score: -0.5, method: "test-1" },
        versions: [],
      },
    ]);
  });

  it("is protected as its collection promises, search terms included", async () => {
    const { db, items, keep, report } = await record();
    await report(keep, [recordedPost(1, "@anna says Kite")], {
      url: "https://social.example/search?q=from:@anna",
    });
    expect(await items()).toMatchObject([{ author: "p-anna", text: "@p-anna says Kite" }]);
    expect(await db.views.toArray()).toMatchObject([{ kind: "search", terms: "from:@p-anna" }]);
  });

  it("has no name of whoever was searched for without a sign", async () => {
    const { db, keep, report } = await record();
    await report(keep, [recordedPost(1, "Kite")], {
      url: "https://social.example/search?q=kite%20from:anna",
    });
    expect(await db.views.toArray()).toMatchObject([{ terms: "kite from:@p-anna" }]);
  });

  it("is brought up to date only as long as everybody may read it", async () => {
    const { items, keep, recording, report } = await record({}, open);
    await report(keep, [recordedPost(1, "Kite broke.")]);
    await recording.start({ ...everything, keep: { kind: "words", words: ["zeppelin"] }, sampleRate: 0 });
    await report(keep, [recordedPost(1, "Only for friends: it was me.", { audience: "restricted" })]);
    expect(await items()).toMatchObject([{ text: "Kite broke.", audience: "public", versions: [] }]);
    await report(keep, [recordedPost(1, "Kite broke, edited.")]);
    expect(await items()).toMatchObject([{ text: "Kite broke, edited." }]);
  });

  it("is protected anew where its collection became stricter while it was made ready", async () => {
    const { db, id, items, keep, report } = await record({}, open);
    const { collection } = (await db.sessions.get(id))!;
    const before = await db.collections.get(collection);
    const stale = vi.spyOn(db.collections, "get").mockImplementationOnce((async () => {
      await db.collections.update(collection, { privacy: { ...open.privacy, pseudonymise: true } });
      return before;
    }) as never);
    await report(keep, [recordedPost(1, "@anna says Kite")]);
    stale.mockRestore();
    expect(await items()).toMatchObject([{ author: "p-anna", text: "@p-anna says Kite" }]);
    expect(await db.sessions.get(id)).toMatchObject({ seen: 1, kept: 1 });
  });

  it("has the language of its words where its markup says none, and the page's only where posts and page are one text", async () => {
    const { items, keep, report } = await record({ sites: ["mastodon", "wordpress"] });
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- reads best beside its use
    const silent = (index: number, text: string) => {
      const { details, ...post } = recordedPost(index, text);
      const { lang: _, ...rest } = details!;
      return { ...post, details: rest };
    };
    await report(keep, [silent(1, "Kite und ich"), silent(2, "Kite.")]);
    await report(keep, [silent(3, "Kite!")], { site: "wordpress", url: "https://blog.example/1" });
    expect((await items()).map(({ lang, langBy, sentiment }) => [lang, langBy, sentiment?.score])).toEqual([
      ["de", "text", undefined],
      [undefined, undefined, undefined],
      ["en", "page", 0],
    ]);
  });

  it("of a conversation names it", async () => {
    const { items, keep, report } = await record();
    const url = "https://social.example/@anna/1";
    await report(keep, [recordedPost(1, "Kite"), recordedPost(2, "No.")], { url: `${url}#reply` });
    expect((await items()).map(({ thread }) => thread)).toEqual([url, url]);
  });
});

describe("what is not kept", () => {
  it("is what nothing shows to be public, unless the collection says otherwise; it is counted", async () => {
    const posts = [recordedPost(1, "Kite"), recordedPost(2, "Kite", { audience: "unknown" })];
    const strict = await record();
    await strict.report(strict.keep, posts);
    expect(await strict.items()).toHaveLength(1);
    expect(await strict.db.sessions.get(strict.id)).toMatchObject({ seen: 2, kept: 1, notPublic: 1 });
    const any = await record(
      {},
      { privacy: { ...open.privacy, audience: "any", audienceNote: "closed group" } },
    );
    await any.report(any.keep, posts);
    expect(await any.items()).toHaveLength(2);
  });

  it("is what the rule does not ask for, but for a sample that is the same each time", async () => {
    const posts = Array.from({ length: 60 }, (_, index) =>
      recordedPost(index, index % 6 ? "A train." : "Kite"),
    );
    const { db, id, items, keep, report } = await record({
      keep: { kind: "mentions", confidence: 0.5, brands: [] },
      sampleRate: 0.2,
    });
    await report(keep, posts.slice(0, 40));
    await report(keep, posts.slice(40));
    const kept = await items();
    const sampled = kept.filter(({ why }) => why === "sample");
    expect(kept.filter(({ why }) => why === "mention")).toHaveLength(10);
    expect(sampled.length).toBeGreaterThan(2);
    expect(sampled.length).toBeLessThan(25);
    expect(await db.sessions.get(id)).toMatchObject({
      seen: 60,
      kept: 10,
      sampled: sampled.length,
      notPublic: 0,
    });
    await report(keep, posts.slice(0, 40));
    expect(await items()).toHaveLength(kept.length);
  });

  it("is anything of somebody who was taken out", async () => {
    const { db, id, items, keep, report } = await record();
    await report(keep, [{ ...recordedPost(1, "Kite"), author: { handle: "erased" } }]);
    expect(await items()).toEqual([]);
    expect(await db.sessions.get(id)).toMatchObject({ seen: 1, kept: 0 });
  });

  it("is anything without what a recording needs, of another platform, or while nothing is recorded", async () => {
    const { db, id, items, keep, recording, report } = await record();
    const { details: _, ...bare } = recordedPost(1, "Kite");
    await report(keep, [bare]);
    await report(keep, [recordedPost(2, "Kite")], { site: "x" });
    await recording.pause();
    await report(keep, [recordedPost(3, "Kite")]);
    await recording.stop();
    await report(keep, [recordedPost(4, "Kite")]);
    expect(await items()).toEqual([]);
    expect(await db.sessions.get(id)).toMatchObject({ seen: 0 });
  });
});

describe("counting", () => {
  it("is of distinct posts, by session, way of looking and day of publication", async () => {
    const { db, id, keep, report } = await record({ keep: { kind: "words", words: ["kite"] } });
    const undated = recordedPost(9, "A train.", { publishedAtPrecision: "year" });
    await report(keep, [
      recordedPost(1, "Kite"),
      recordedPost(1, "Kite"),
      recordedPost(2, "A train."),
      undated,
    ]);
    await report(keep, [recordedPost(1, "Kite"), recordedPost(3, "Kite")], {
      url: "https://social.example/explore",
      depth: 2.5,
    });
    expect(await db.sessions.get(id)).toMatchObject({ seen: 4, kept: 2, sampled: 0, notPublic: 0 });
    const views = await db.views.orderBy("id").toArray();
    expect(views.toSorted((a, b) => a.depth - b.depth)).toMatchObject([
      { site: "mastodon", kind: "following", locale: "en", seen: 3, kept: 1, depth: 0 },
      { site: "mastodon", kind: "ranked", locale: "en", seen: 1, kept: 1, depth: 2.5 },
    ]);
    expect(await db.tallies.toArray()).toMatchObject([
      { site: "mastodon", day: "", seen: 1, kept: 0 },
      { site: "mastodon", day: "2026-11-18", seen: 1, kept: 1 },
      { site: "mastodon", day: "2026-11-19", seen: 1, kept: 0 },
      { site: "mastodon", day: "2026-11-20", seen: 1, kept: 1 },
    ]);
  });

  it("follows a post that matches only once it is unfolded", async () => {
    const { db, id, items, keep, report } = await record({
      keep: { kind: "words", words: ["kite"] },
      sampleRate: 1,
    });
    await report(keep, [recordedPost(1, "My new …", { truncated: true })]);
    expect(await db.sessions.get(id)).toMatchObject({ seen: 1, kept: 0, sampled: 1 });
    await report(keep, [recordedPost(1, "My new Kite", { truncated: false })]);
    expect(await db.sessions.get(id)).toMatchObject({ seen: 1, kept: 1, sampled: 0 });
    expect(await db.tallies.toArray()).toMatchObject([{ seen: 1, kept: 1 }]);
    expect(await items()).toMatchObject([
      { why: "words", text: "My new Kite", versions: [], words: ["kite"] },
    ]);
  });

  it("knows how far down was scrolled, also where no post came", async () => {
    const { db, keep, report } = await record();
    await report(keep, [], { depth: 3 });
    expect(await db.views.count()).toBe(0);
    await report(keep, [recordedPost(1, "Kite")], { depth: 1 });
    await report(keep, [], { depth: 7.2 });
    await report(keep, [], { depth: 2 });
    expect(await db.views.toArray()).toMatchObject([{ depth: 7.2, seen: 1 }]);
  });

  it("begins anew with each session; what was collected before is met again, not doubled", async () => {
    const { clock, db, items, keep, recording, report } = await record();
    await report(keep, [recordedPost(1, "Kite")]);
    clock.at += 1000;
    const second = await recording.start({ ...everything, keep: { kind: "words", words: ["train"] } });
    await report(keep, [recordedPost(1, "Kite", { metrics: { likes: 90 } })]);
    expect(await items()).toMatchObject([
      { metrics: { likes: 90 }, lastSeenAt: clock.at, why: "everything" },
    ]);
    expect(await db.sessions.get(second.ok ? second.value : "")).toMatchObject({ seen: 1, kept: 0 });
    // Which posts came by in the first session is not remembered any longer.
    expect(await db.seen.count()).toBe(1);
  });
});

describe("a recording that cannot go on", () => {
  it("ends where the disk is full: the batch is undone whole, what was kept before stays, and it is said", async () => {
    const { db, ending, id, items, keep, report, setting } = await record();
    await report(keep, [recordedPost(1, "Kite")]);
    const full = vi
      .spyOn(db.tallies, "put")
      .mockRejectedValueOnce(new DOMException("full", "QuotaExceededError"));
    await report(keep, [recordedPost(2, "Kite"), recordedPost(3, "Kite")]);
    full.mockRestore();
    expect(await items()).toHaveLength(1);
    expect(await db.sessions.get(id)).toMatchObject({ seen: 1, kept: 1, ended: { why: "quota" } });
    expect(await setting.getValue()).toBeUndefined();
    expect(await ending.getValue()).toMatchObject({
      session: id,
      why: "quota",
      collectionName: "Returns study",
    });
  });

  it("ends also where there is no room to take down that it has ended, which is made good later", async () => {
    const { db, ending, id, keep, recording, report, setting } = await record();
    const full = vi
      .spyOn(db.sessions, "update")
      .mockRejectedValue(new DOMException("full", "QuotaExceededError"));
    const fuller = vi
      .spyOn(db.sessions, "put")
      .mockRejectedValue(new DOMException("full", "QuotaExceededError"));
    await report(keep, [recordedPost(2, "Kite")]);
    expect(await setting.getValue()).toBeUndefined();
    expect(await ending.getValue()).toMatchObject({ why: "quota", isUnwritten: true });
    expect(await recording.job.nextRunAt()).toBeDefined();
    full.mockRestore();
    fuller.mockRestore();
    await recording.job.run();
    expect(await db.sessions.get(id)).toMatchObject({ ended: { why: "quota" } });
    expect(await ending.getValue()).not.toHaveProperty("isUnwritten");
    expect(await recording.job.nextRunAt()).toBeUndefined();
  });

  it("ends where its collection was deleted", async () => {
    const { db, ending, items, keep, report, setting } = await record();
    await db.collections.clear();
    await report(keep, [recordedPost(1, "Kite")]);
    expect(await items()).toEqual([]);
    expect(await setting.getValue()).toBeUndefined();
    expect(await ending.getValue()).toMatchObject({ why: "failed" });
  });

  it("ends where the database cannot be had any longer", async () => {
    const { db, ending, keep, report, setting } = await record();
    const gone = vi.spyOn(db.seen, "bulkPut").mockRejectedValueOnce(new DatabaseError("unavailable"));
    await report(keep, [recordedPost(1, "Kite")]);
    gone.mockRestore();
    expect(await setting.getValue()).toBeUndefined();
    expect(await ending.getValue()).toMatchObject({ why: "failed" });
  });

  it("gives the page no answer where the database failed otherwise, and goes on", async () => {
    const { db, items, keep, report, setting } = await record();
    const broken = vi.spyOn(db.seen, "bulkPut").mockRejectedValueOnce(new Error("broken"));
    await expect(report(keep, [recordedPost(1, "Kite")])).rejects.toThrow("broken");
    broken.mockRestore();
    expect((await setting.getValue())?.state).toBe("recording");
    await report(keep, [recordedPost(1, "Kite")]);
    expect(await items()).toHaveLength(1);
  });
});
