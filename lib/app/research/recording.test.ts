import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import { sampleNoon } from "../../../components/testing/research.ts";
import { everything, recordedPost, recordingWorld } from "../../../tests/support/recording-world.ts";
import type { TabState } from "../../model/tab-state.ts";

const minuteMs = 60_000;

const tab: TabState = {
  tabId: 7,
  url: "https://social.example/home",
  title: "Home",
  kind: "other",
  resolution: {},
  claimedRatings: [],
  figure: { kind: "none" },
  posts: { sites: ["mastodon", "lemmy", "x"] },
  readAt: 0,
};

describe("a press on Record", () => {
  it("takes down a session with its plan, seed and software, and tells whoever shows it", async () => {
    const { background, db, setting } = await recordingWorld();
    const begun = await background().recording.start(everything);
    const [session] = await db.sessions.toArray();
    expect(begun).toEqual({ ok: true, value: session?.id });
    expect(session).toMatchObject({
      collection: "returns-study",
      plan: everything,
      seed: expect.stringMatching(/^[\da-f]{32}$/u) as string,
      detector: { extension: "1.0.0" },
      startedAt: sampleNoon,
      endsAt: sampleNoon + 60 * minuteMs,
      pauses: [],
      seen: 0,
    });
    expect(await setting.getValue()).toEqual({
      session: session?.id,
      collection: "returns-study",
      collectionName: "Returns study",
      state: "recording",
      keep: "everything",
      sites: ["mastodon"],
      startedAt: sampleNoon,
      endsAt: sampleNoon + 60 * minuteMs,
    });
  });

  it.each([
    ["a plan that is none", { ...everything, minutes: "long" }, { code: "bad-shape" }],
    ["no end", { ...everything, minutes: 60 * 24 * 365 }, { code: "bad-shape" }],
    ["no platform", { ...everything, sites: [] }, { code: "bad-shape" }],
    [
      "a search engine",
      { ...everything, sites: ["google"] },
      { code: "refused", params: { reason: "not-recordable" } },
    ],
    ["an unknown platform", { ...everything, sites: ["nowhere"] }, { params: { reason: "not-recordable" } }],
    [
      "a collection that is gone",
      { ...everything, collection: "gone" },
      { params: { reason: "no-collection" } },
    ],
    [
      "a pattern that cannot be used",
      { ...everything, keep: { kind: "words", words: ["/(/"] } },
      { params: { reason: "pattern", text: "/(/" } },
    ],
  ])("is refused with %s, and nothing begins", async (_, plan, error) => {
    const { background, db, setting } = await recordingWorld();
    expect(await background().recording.start(plan)).toMatchObject({ ok: false, error });
    expect(await db.sessions.count()).toBe(0);
    expect(await setting.getValue()).toBeUndefined();
  });

  it("ends what is under way; two that fall together leave one", async () => {
    const { background, db, setting } = await recordingWorld();
    const { recording } = background();
    const [first, second] = await Promise.all([recording.start(everything), recording.start(everything)]);
    expect(await db.sessions.get(first.ok ? first.value : "")).toMatchObject({ ended: { why: "person" } });
    expect((await setting.getValue())?.session).toBe(second.ok && second.value);
  });
});

describe("a clock that is put back", () => {
  it("to before a recording began ends it, and within it by a little does not", async () => {
    const { background, clock, db, setting } = await recordingWorld();
    const { recording } = background();
    await recording.start(everything);
    clock.at -= minuteMs / 2;
    await recording.job.run();
    expect((await setting.getValue())?.state).toBe("recording");
    clock.at -= 24 * 60 * minuteMs;
    expect(await recording.sitesOf({ posts: { sites: everything.sites } } as never)).toBeUndefined();
    await recording.job.run();
    expect(await setting.getValue()).toBeUndefined();
    expect(await db.sessions.toArray()).toMatchObject([{ ended: { at: sampleNoon, why: "time" } }]);
  });
});

describe("a disk so full that not even a setting can be written", () => {
  it("ends what is recorded all the same", async () => {
    const { background, db, ending, setting } = await recordingWorld();
    const { recording } = background();
    await recording.start(everything);
    const full = vi.spyOn(ending, "setValue").mockRejectedValue(new Error("QUOTA_BYTES"));
    await expect(recording.stop()).rejects.toThrow("QUOTA_BYTES");
    full.mockRestore();
    expect(await setting.getValue()).toBeUndefined();
    expect(await db.sessions.toArray()).toMatchObject([{ ended: { why: "person" } }]);
  });
});

describe("pausing", () => {
  it("writes from when to when, and says so", async () => {
    const { background, clock, db, setting } = await recordingWorld();
    const { recording } = background();
    await recording.start(everything);
    clock.at += minuteMs;
    expect(await recording.pause()).toEqual({ ok: true });
    expect((await setting.getValue())?.state).toBe("paused");
    await recording.pause();
    clock.at += minuteMs;
    await recording.resume();
    await recording.resume();
    expect((await setting.getValue())?.state).toBe("recording");
    expect((await db.sessions.toArray())[0]?.pauses).toEqual([
      { from: sampleNoon + minuteMs, to: sampleNoon + 2 * minuteMs },
    ]);
  });

  it("is over when the recording is", async () => {
    const { background, clock, db, setting } = await recordingWorld();
    const { recording } = background();
    await recording.start(everything);
    await recording.pause();
    clock.at += minuteMs;
    await recording.stop();
    expect(await setting.getValue()).toBeUndefined();
    expect(await db.sessions.toArray()).toMatchObject([
      {
        pauses: [{ from: sampleNoon, to: clock.at }],
        ended: { at: clock.at, why: "person" },
      },
    ]);
  });

  it("does nothing where nothing is recorded", async () => {
    const { recording } = (await recordingWorld()).background();
    expect(await recording.pause()).toEqual({ ok: true });
    expect(await recording.resume()).toEqual({ ok: true });
    expect(await recording.stop()).toEqual({ ok: true });
  });
});

describe("the time that was chosen", () => {
  it("ends a recording by an alarm, at the time itself", async () => {
    const { background, clock, db, ending } = await recordingWorld();
    const { recording } = background();
    await recording.start({ ...everything, minutes: 5 });
    const due = sampleNoon + 5 * minuteMs;
    expect(await recording.job.nextRunAt()).toBe(due);
    await recording.job.run();
    expect((await db.sessions.toArray())[0]).not.toHaveProperty("ended");
    clock.at = due + 90_000;
    await recording.job.run();
    expect(await db.sessions.toArray()).toMatchObject([{ ended: { at: due, why: "time" } }]);
    expect(await ending.getValue()).toMatchObject({ why: "time", at: due });
    expect(await recording.job.nextRunAt()).toBeUndefined();
  });

  it("ends it also where no alarm rang: at the next batch, which is not kept", async () => {
    const { background, clock, db, items, report } = await recordingWorld();
    const { keep, recording } = background();
    await recording.start({ ...everything, minutes: 5 });
    clock.at += 6 * minuteMs;
    await report(keep, [recordedPost(1, "Kite")]);
    expect(await items()).toEqual([]);
    expect(await db.sessions.toArray()).toMatchObject([{ ended: { why: "time" } }]);
  });
});

describe("after the browser was closed", () => {
  it("a recording goes on as paused, from when posts came last", async () => {
    const { background, clock, db, report, setting } = await recordingWorld();
    const before = background();
    await before.recording.start(everything);
    clock.at += minuteMs;
    await report(before.keep, [recordedPost(1, "Kite")]);
    clock.at += 30 * minuteMs;
    await background().recording.afterRestart();
    expect((await setting.getValue())?.state).toBe("paused");
    expect((await db.sessions.toArray())[0]?.pauses).toEqual([{ from: sampleNoon + minuteMs }]);
  });

  it("one whose time is over has ended then", async () => {
    const { background, clock, db, setting } = await recordingWorld();
    await background().recording.start(everything);
    clock.at += 24 * 60 * minuteMs;
    await background().recording.afterRestart();
    expect(await setting.getValue()).toBeUndefined();
    expect(await db.sessions.toArray()).toMatchObject([
      { ended: { at: sampleNoon + 60 * minuteMs, why: "time" } },
    ]);
  });

  it("one that a crash left open and nobody shows has failed", async () => {
    const { background, db, setting } = await recordingWorld();
    await background().recording.start(everything);
    await setting.setValue(undefined);
    await background().recording.afterRestart();
    expect(await db.sessions.toArray()).toMatchObject([{ ended: { why: "failed" } }]);
  });

  it("one that is shown and was ended is not shown any longer", async () => {
    const { background, db, setting } = await recordingWorld();
    await background().recording.start(everything);
    await db.sessions.toCollection().modify({ ended: { at: 1, why: "person" } });
    await background().recording.afterRestart();
    expect(await setting.getValue()).toBeUndefined();
  });
});

describe("which platforms of a page are recorded", () => {
  it("are those of the plan, while it is recorded, but for those whose reading goes wrong", async () => {
    const { background, clock } = await recordingWorld();
    const { recording } = background();
    expect(await recording.sitesOf(tab)).toBeUndefined();
    await recording.start({ ...everything, sites: ["mastodon", "lemmy"] });
    expect(await recording.sitesOf(tab)).toEqual({ sites: ["mastodon"], since: sampleNoon });
    expect(await recording.sitesOf({ ...tab, posts: { sites: ["x"] } })).toBeUndefined();
    await recording.pause();
    expect(await recording.sitesOf(tab)).toBeUndefined();
    await recording.resume();
    clock.at += 60 * minuteMs;
    expect(await recording.sitesOf(tab)).toBeUndefined();
  });

  it("are none in a private window, or where the page is not to be read; badges switched off are no reason", async () => {
    const { recording } = (await recordingWorld()).background();
    await recording.start(everything);
    const { posts, ...page } = tab;
    expect(await recording.sitesOf(page)).toBeUndefined();
    expect(await recording.sitesOf({ ...tab, isPrivate: true })).toBeUndefined();
    for (const quiet of ["site-off", "sensitive", "password", "private", "local"] as const)
      expect(await recording.sitesOf({ ...page, posts: { sites: ["mastodon"], quiet } })).toBeUndefined();
    expect(await recording.sitesOf({ ...page, posts: { ...posts!, quiet: "everywhere" } })).toBeDefined();
  });
});
