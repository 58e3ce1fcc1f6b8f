import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listBlockLists } from "../db/block-lists.ts";
import { type CommunityDatabase, openCommunity } from "../db/community.ts";
import { hidingsAmong } from "../db/hidden.ts";
import { openPersonal, type PersonalDatabase } from "../db/personal.ts";
import { ok, problem, type Result } from "../model/result.ts";
import type { NetReply, NetRequest } from "../net/index.ts";
import { createBlockLists } from "./block-lists.ts";

const url = "https://lists.example/spam.json";
const spammer = "a".repeat(32);
const pill = "b".repeat(32);
const day = 86_400_000;
const start = Date.UTC(2026, 4, 20, 12);

let personal: PersonalDatabase;
let community: CommunityDatabase;
let databases = 0;
beforeEach(() => {
  personal = openPersonal(`block-lists-${databases}`);
  community = openCommunity(`block-lists-community-${databases++}`);
});
afterEach(async () => {
  await personal.delete();
  await community.delete();
});

function file(entries: readonly object[], title = "Spam"): string {
  return JSON.stringify({ format: "backtalk-block-list", version: 1, title, entries });
}

/** Answers with its text, under a validator of its own, until told otherwise. */
function world() {
  const asked: { readonly host: string; readonly request: NetRequest }[] = [];
  const site = { text: file([{ author: spammer }, { review: pill }]), nowMs: start, mayRun: true };
  /** What happens while the answer is on its way. */
  const meanwhile = { happens: (): Promise<unknown> => Promise.resolve() };
  const failure: { problem?: Result<NetReply> } = {};
  const answer = async (request: NetRequest): Promise<Result<NetReply>> => {
    if (failure.problem) return failure.problem;
    const { text } = site;
    const etag = `"${text.length}"`;
    const notModified = request.validators?.etag === etag;
    const bytes = new TextEncoder().encode(notModified ? "" : text);
    const status = notModified ? 304 : 200;
    return ok({ status, bytes, etag, notModified, text: () => (notModified ? "" : text) });
  };
  const lists = createBlockLists({
    personal,
    community,
    netFor: (host) => ({
      request: async (request) => {
        asked.push({ host, request });
        await meanwhile.happens();
        return answer(request);
      },
    }),
    mayRun: () => Promise.resolve(site.mayRun),
    now: () => site.nowMs,
    random: () => 0.5,
  });
  return { asked, failure, lists, meanwhile, site };
}

async function isHidden(id: string, author = "someone"): Promise<boolean> {
  return (await hidingsAmong(personal, community, [{ id, author }])).has(id);
}

describe("subscribing to a block list", () => {
  it("reads it at once, from its own host alone, and hides what it names", async () => {
    const { asked, lists } = world();
    expect(await lists.add(url)).toEqual(ok(undefined));
    expect(asked).toMatchObject([
      { host: "lists.example", request: { url, purpose: "list", cause: "person" } },
    ]);
    expect(asked[0]?.request.validators).toBeUndefined();
    expect(await isHidden(pill)).toBe(true);
    expect(await isHidden("c".repeat(32), spammer)).toBe(true);
    expect(await listBlockLists(personal)).toMatchObject([{ url, title: "Spam", count: 2, readAt: start }]);
  });

  it("asks nobody where the address is none that we send to", async () => {
    const { asked, lists } = world();
    for (const wrong of ["http://lists.example/x.json", "ftp://lists.example", "spam"])
      expect(await lists.add(wrong)).toMatchObject({ error: { params: { reason: "address" } } });
    expect(asked).toEqual([]);
    expect(await listBlockLists(personal)).toEqual([]);
  });

  it("ends at twenty", async () => {
    const { lists } = world();
    for (let index = 0; index < 20; index++) await lists.add(`https://lists.example/${index}.json`);
    expect(await lists.add(url)).toMatchObject({ error: { params: { reason: "too-many-lists" } } });
  });

  it("keeps one that cannot be read now, with its problem, and what was taken of it before", async () => {
    const { failure, lists, site } = world();
    await lists.add(url);
    failure.problem = problem("offline", { reason: "unreachable" });
    expect(await lists.readNow(url)).toMatchObject({ error: { code: "offline" } });
    expect(await isHidden(pill)).toBe(true);
    const [row] = await listBlockLists(personal);
    expect(row).toMatchObject({ problem: { code: "offline" }, attempts: 1, count: 2 });
    expect(row?.nextRunAt).toBeGreaterThan(start);
    delete failure.problem;
    site.text = "<html>not a list</html>";
    expect(await lists.readNow(url)).toMatchObject({ error: { code: "bad-shape" } });
    expect(await isHidden(pill)).toBe(true);
    site.text = file([]);
    await lists.readNow(url);
    expect((await listBlockLists(personal))[0]).not.toHaveProperty("problem");
    expect(await isHidden(pill)).toBe(false);
  });

  it("ends: what it hid is shown again, at once and for good", async () => {
    const { lists } = world();
    await lists.add(url);
    await lists.remove(url);
    expect(await isHidden(pill)).toBe(false);
    expect(await listBlockLists(personal)).toEqual([]);
    expect(await community.blocked.count()).toBe(0);
  });

  it("leaves nothing where it ends while the list is being read", async () => {
    const { lists, meanwhile } = world();
    meanwhile.happens = () => lists.remove(url);
    await lists.add(url);
    expect(await listBlockLists(personal)).toEqual([]);
    expect(await community.blocked.count()).toBe(0);
  });
});

describe("the daily run", () => {
  it("asks each list once a day, and whether it has changed by what its file's hash says", async () => {
    const { asked, lists, site } = world();
    await lists.add(url);
    await lists.job.run();
    expect(asked).toHaveLength(1);
    const due = await lists.job.nextRunAt();
    expect(due).toBeGreaterThanOrEqual(Date.UTC(2026, 4, 21));
    expect(due).toBeLessThan(Date.UTC(2026, 4, 22));
    site.nowMs = due ?? 0;
    await lists.job.run();
    expect(asked[1]?.request).toMatchObject({ cause: "schedule", validators: { etag: expect.any(String) } });
    expect(await isHidden(pill)).toBe(true);
    expect(await lists.job.nextRunAt()).toBeGreaterThan(site.nowMs);
  });

  it("reads the whole list anew where its entries are gone from here", async () => {
    const { asked, lists, site } = world();
    await lists.add(url);
    await community.blocked.clear();
    site.nowMs = start + 2 * day;
    await lists.job.run();
    expect(asked[1]?.request.validators).toBeUndefined();
    expect(await isHidden(pill)).toBe(true);
  });

  it("waits for the first-run choice, and is not due without lists", async () => {
    const { asked, lists, site } = world();
    expect(await lists.job.nextRunAt()).toBeUndefined();
    await personal.blockLists.put({ url, addedAt: start });
    site.mayRun = false;
    expect(await lists.job.nextRunAt()).toBeUndefined();
    await lists.job.run();
    expect(asked).toEqual([]);
  });

  it("drops what a list left behind that is no longer subscribed to", async () => {
    const { lists } = world();
    await community.blocked.put({ list: "https://gone.example/x.json", id: pill });
    await lists.job.run();
    expect(await community.blocked.count()).toBe(0);
  });
});
