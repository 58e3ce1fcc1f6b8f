import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Directory } from "../../brands/directory.ts";
import { openCommunity, type CommunityDatabase } from "../../db/community.ts";
import { putAnswer } from "../../db/talk-cache.ts";
import type { MentionFinder } from "../../mentions/mention-finder.ts";
import type { Conversation, Thread } from "../../model/conversation.ts";
import { ok, problem, type Result } from "../../model/result.ts";
import type { SearchedBrand } from "../../model/search.ts";
import type { Net } from "../../net/index.ts";
import type { Found, Hit, Source } from "../../sources/define-source.ts";
import { createTalk, type Talk } from "./index.ts";

const brand: SearchedBrand = { brandId: "small.example", name: "Small", domain: "small.example" };
const minute = 60_000;

let db: CommunityDatabase;
let nowMs: number;
let hosts: string[][];
let talk: Talk;
/** What each place is about to answer, by source id. */
let answers: Map<string, () => Promise<Result<Found>>>;
let search: ReturnType<typeof vi.fn<Source["search"]>>;
let readThread: ReturnType<typeof vi.fn<NonNullable<Source["readThread"]>>>;

function hitOf(id: string, link = "https://small.example/"): Hit<Thread> {
  const thread = { key: `one:${id}`, source: "one", origin: "https://one.example", id, title: id, url: link };
  return { value: thread, links: [link], texts: [] };
}
const found = (ids: readonly string[], next?: string): Found => ({
  threads: ids.map((id) => hitOf(id)),
  facts: [],
  ...(next !== undefined && { next }),
});

const sourceNamed = (id: string): Source => ({
  id,
  name: id,
  kind: "conversations",
  searchesBy: ["domain"],
  bulk: false,
  origins: [`https://${id}.example`],
  licence: "x",
  attribution: "x",
  limits: [],
  search,
  readThread,
});

function newTalk(): Talk {
  return createTalk({
    community: db,
    net: {} as Net,
    now: () => nowMs,
    sources: ["one", "two"].map(sourceNamed),
    directory: async () =>
      ({ matchHost: async () => undefined, byName: async () => [] }) as unknown as Directory,
    finder: async () => ({}) as MentionFinder,
    settings: async () => ({ origins: {}, choices: {} }),
    consent: async (more) => void hosts.push([...more]),
  });
}

beforeEach(() => {
  db = openCommunity(`talk-${crypto.randomUUID()}`);
  nowMs = 1_000 * minute;
  hosts = [];
  answers = new Map();
  search = vi.fn<Source["search"]>(async ({ origin }) => {
    const id = origin.replace(/^https:\/\/|\.example$/gu, "");
    return (await answers.get(id)?.()) ?? ok(found([]));
  });
  readThread = vi.fn<NonNullable<Source["readThread"]>>();
  talk = newTalk();
});

afterEach(() => db.delete());

const bothPlaces = ["one https://one.example", "two https://two.example"];
const row = async (source: string): Promise<unknown> =>
  db.answers.get(["small.example", `${source} https://${source}.example`]);

async function press(
  options: { readonly anew?: boolean; readonly places?: readonly string[] } = {},
): Promise<void> {
  const begun = await talk.search({ brand, places: bothPlaces, ...options });
  if (!begun.ok) throw new Error(JSON.stringify(begun.error));
  await begun.value.run();
}

describe("a search", () => {
  it("asks the chosen places alone, after recording that their hosts were agreed to", async () => {
    await press({ places: bothPlaces.slice(1) });
    expect(hosts).toEqual([["two.example"]]);
    expect(search.mock.calls.map(([ask]) => ask)).toEqual([
      { by: "domain", words: "small.example", origin: "https://two.example" },
    ]);
    expect(await row("one")).toBeUndefined();
  });

  it("of places that do not fit asks nobody and agrees to nothing", async () => {
    expect(await talk.search({ brand, places: ["three https://three.example"] })).toMatchObject({
      error: { code: "refused" },
    });
    expect(hosts).toEqual([]);
    expect(search).not.toHaveBeenCalled();
  });

  it("each place has its row before any is asked, and its answer as soon as that is there", async () => {
    const slow = Promise.withResolvers<Result<Found>>();
    answers.set("one", () => slow.promise);
    answers.set("two", async () => ok(found(["a"])));
    const begun = await talk.search({ brand, places: bothPlaces });
    expect(await row("one")).toMatchObject({ state: "asked", words: "small.example" });
    const run = begun.ok && begun.value.run();
    await vi.waitFor(async () => expect(await row("two")).toMatchObject({ state: "answered" }));
    expect(await row("one")).toMatchObject({ state: "asked" });
    slow.resolve(ok(found(["b", "c"])));
    await run;
    expect(await row("one")).toMatchObject({ threads: [{ id: "b" }, { id: "c" }] });
  });

  it("a place that fails says why, keeps what it had, and holds nobody up", async () => {
    answers.set("one", async () => ok(found(["a"])));
    await press();
    answers.set("one", async () => problem("rate-limited", { waitMs: 5 }));
    await press({ anew: true });
    expect(await row("one")).toMatchObject({
      state: "failed",
      problem: { code: "rate-limited" },
      threads: [{ id: "a" }],
    });
    expect(await row("two")).toMatchObject({ state: "answered" });
    answers.set("one", async () => ok(found(["b"])));
    await press();
    expect(await row("one")).toMatchObject({ state: "answered", threads: [{ id: "b" }] });
    expect(await row("one")).not.toHaveProperty("problem");
  });

  it("a source that throws leaves no row that is asked for ever", async () => {
    answers.set("one", () => Promise.reject(new Error("bug")));
    await expect(press()).rejects.toThrow("bug");
    await vi.waitFor(async () => expect(await row("two")).toMatchObject({ state: "answered" }));
    expect(await row("one")).toMatchObject({ state: "failed", problem: { code: "bug" } });
  });

  it("shows only what is really about the brand", async () => {
    const other = hitOf("x", "https://notsmall.example/");
    answers.set("one", async () => ok({ threads: [hitOf("a"), other], facts: [] }));
    await press();
    expect(await row("one")).toMatchObject({ threads: [{ id: "a" }] });
  });
});

describe("an answer that is there", () => {
  it("stands for a while, longer where nothing was found, and not against the person's will", async () => {
    answers.set("one", async () => ok(found(["a"])));
    await press();
    nowMs += 20 * minute;
    await press();
    expect(search).toHaveBeenCalledTimes(2);
    nowMs += 20 * minute;
    await press();
    expect(search.mock.calls.slice(2).map(([{ origin }]) => origin)).toEqual(["https://one.example"]);
    await press({ anew: true });
    expect(search).toHaveBeenCalledTimes(5);
  });

  it("further pages come behind it, each thread once", async () => {
    answers.set("one", async () => ok(found(["a", "b"], "p2")));
    await press();
    answers.set("one", async () => ok(found(["b", "c"])));
    const begun = await talk.more({ brand, place: bothPlaces[0]! });
    if (begun.ok) await begun.value.run();
    expect(search.mock.lastCall?.[0]).toMatchObject({ cursor: "p2" });
    expect(await row("one")).toMatchObject({ threads: [{ id: "a" }, { id: "b" }, { id: "c" }] });
    expect(await row("one")).not.toHaveProperty("next");
    const calls = search.mock.calls.length;
    const none = await talk.more({ brand, place: bothPlaces[0]! });
    if (none.ok) await none.value.run();
    expect(search).toHaveBeenCalledTimes(calls);
  });
});

describe("when the person moves on", () => {
  it("requests end; what was there before is as it was, and what was not there is gone", async () => {
    answers.set("one", async () => ok(found(["a"])));
    await press({ places: bothPlaces.slice(0, 1) });
    const before = await row("one");
    nowMs += minute;
    const hung: AbortSignal[] = [];
    search.mockImplementation(
      (_ask, { signal }) =>
        new Promise((resolve) => {
          hung.push(signal!);
          signal!.addEventListener("abort", () => resolve(problem("timeout", { reason: "stopped" })));
        }),
    );
    const begun = await talk.search({ brand, places: bothPlaces, anew: true });
    const run = begun.ok ? begun.value.run() : undefined;
    await vi.waitFor(() => expect(hung).toHaveLength(2));
    await talk.stop("small.example");
    await run;
    expect(hung.every(({ aborted }) => aborted)).toBe(true);
    expect(await row("one")).toMatchObject({ state: "answered", at: (before as { at: number }).at });
    expect(await row("two")).toBeUndefined();
  });

  it("an answer that comes all the same is not taken", async () => {
    const late = Promise.withResolvers<Result<Found>>();
    answers.set("one", () => late.promise);
    const begun = await talk.search({ brand, places: bothPlaces.slice(0, 1) });
    const run = begun.ok ? begun.value.run() : undefined;
    await vi.waitFor(() => expect(search).toHaveBeenCalled());
    await talk.stop("small.example");
    late.resolve(ok(found(["a"])));
    await run;
    expect(await row("one")).toBeUndefined();
  });
});

describe("presses that come close together", () => {
  it("a stop right behind the press: nobody is asked, and no row is left", async () => {
    const pressed = talk.search({ brand, places: bothPlaces });
    const [begun] = await Promise.all([pressed, talk.stop("small.example")]);
    await talk.stop("small.example");
    if (begun.ok) await begun.value.run();
    expect(search).not.toHaveBeenCalled();
    expect(await db.answers.count()).toBe(0);
    await press();
    expect(await row("one")).toMatchObject({ state: "answered" });
  });

  it("two searches at once ask each place once, and a stop goes back to the answer before both", async () => {
    answers.set("one", async () => ok(found(["a"])));
    await press({ places: bothPlaces.slice(0, 1) });
    search.mockClear();
    const late = Promise.withResolvers<Result<Found>>();
    answers.set("one", () => late.promise);
    const what = { brand, places: bothPlaces.slice(0, 1), anew: true };
    const begun = await Promise.all([talk.search(what), talk.search(what)]);
    const runs = begun.map(async (each) => each.ok && (await each.value.run()));
    await vi.waitFor(() => expect(search).toHaveBeenCalledOnce());
    await talk.stop("small.example");
    late.resolve(ok(found(["b"])));
    await Promise.all(runs);
    expect(search).toHaveBeenCalledOnce();
    expect(await row("one")).toMatchObject({ state: "answered", threads: [{ id: "a" }] });
  });

  it("a page that is asked for twice comes once", async () => {
    answers.set("one", async () => ok(found(["a"], "2")));
    await press();
    search.mockClear();
    const what = { brand, place: bothPlaces[0]! };
    const begun = await Promise.all([talk.more(what), talk.more(what)]);
    for (const each of begun) if (each.ok) await each.value.run();
    expect(search).toHaveBeenCalledOnce();
  });

  it("a search that was given up before it ran leaves its places free", async () => {
    const begun = await talk.search({ brand, places: bothPlaces });
    if (begun.ok) begun.value.drop();
    await press();
    expect(search).toHaveBeenCalledTimes(2);
    expect(await row("one")).toMatchObject({ state: "answered" });
  });

  it("a stop of everything ends searches about every brand", async () => {
    const begun = await talk.search({ brand, places: bothPlaces });
    await talk.stop();
    if (begun.ok) await begun.value.run();
    expect(search).not.toHaveBeenCalled();
    expect(await db.answers.count()).toBe(0);
  });
});

it("a database that fails once is asked again", async () => {
  const failing = vi.spyOn(db.answers, "where").mockImplementationOnce(() => {
    throw new Error("busy");
  });
  await expect(talk.plan(brand)).rejects.toThrow("busy");
  expect(await talk.plan(brand)).toMatchObject({ ok: true });
  failing.mockRestore();
});

it("what a worker left under way when it died says so, before anything else is done", async () => {
  const { brandId } = brand;
  const left = {
    brandId,
    place: bothPlaces[0]!,
    source: "one",
    name: "one",
    words: "x",
    state: "asked",
    at: 1,
  } as const;
  await putAnswer(db, { ...left, threads: [hitOf("a").value], facts: [] }, { nowMs });
  await talk.plan(brand);
  expect(await row("one")).toMatchObject({
    state: "failed",
    problem: { code: "timeout", params: { reason: "interrupted" } },
    threads: [{ id: "a" }],
  });
});

describe("a thread", () => {
  const thread = hitOf("a").value;
  const conversation: Conversation = { thread, body: [], comments: [], isWhole: true };
  const read = (anew?: true): Promise<Result<void>> =>
    talk.readThread({ brandId: "small.example", thread, ...(anew && { anew }) });

  it("is fetched once while it is fresh, and again when told", async () => {
    readThread.mockResolvedValue(ok(conversation));
    expect(await read()).toEqual(ok(undefined));
    nowMs += 5 * minute;
    await read();
    expect(readThread).toHaveBeenCalledOnce();
    expect(await db.conversations.get("one:a")).toMatchObject({ usedAt: nowMs, at: nowMs - 5 * minute });
    await read(true);
    expect(readThread).toHaveBeenCalledTimes(2);
  });

  it("that cannot be fetched leaves what is there", async () => {
    readThread.mockResolvedValueOnce(ok(conversation)).mockResolvedValueOnce(problem("offline"));
    await read();
    expect(await read(true)).toMatchObject({ error: { code: "offline" } });
    expect(await db.conversations.get("one:a")).toBeDefined();
  });

  it("of a source whose threads cannot be read is refused", async () => {
    const strange = { ...thread, source: "three" };
    expect(await talk.readThread({ brandId: "x", thread: strange })).toMatchObject({
      error: { code: "refused" },
    });
  });

  it("ends when the person moves on", async () => {
    readThread.mockImplementation(
      (_thread, { signal }) =>
        new Promise((resolve) => {
          signal!.addEventListener("abort", () => resolve(problem("timeout", { reason: "stopped" })));
        }),
    );
    const pending = read();
    await vi.waitFor(() => expect(readThread).toHaveBeenCalled());
    await talk.stop("small.example");
    expect(await pending).toMatchObject({ error: { params: { reason: "stopped" } } });
  });

  it("that comes although nobody waits any more leaves no trace", async () => {
    const late = Promise.withResolvers<Result<Conversation>>();
    readThread.mockImplementation(() => late.promise);
    const pending = read();
    await vi.waitFor(() => expect(readThread).toHaveBeenCalled());
    await talk.stop();
    late.resolve(ok(conversation));
    expect(await pending).toMatchObject({ error: { params: { reason: "stopped" } } });
    expect(await db.conversations.count()).toBe(0);
  });
});
