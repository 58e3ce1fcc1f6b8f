import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { anItem, keepItems, sampleNoon } from "../../../components/testing/research.ts";
import { openResearch, type ResearchDatabase } from "../../db/research.ts";
import type { ResearchItem } from "../../model/research/item.ts";
import { ok, type Problem, type Result } from "../../model/result.ts";
import type { Net, NetReply, NetRequest } from "../../net/index.ts";
import { createRecheck } from "./recheck.ts";

let db: ResearchDatabase;
let databases = 0;
let item: ResearchItem;
const url = "https://social.example/@anna/1";

beforeEach(async () => {
  db = openResearch(`recheck-${databases++}`);
  const [kept] = await keepItems(db, [anItem(0, { url: "https://social.example/@p-000000000000/x-1" })]);
  item = kept!;
});
afterEach(() => db.delete());

const reply: NetReply = { status: 200, bytes: new Uint8Array(), text: () => "", notModified: false };
const http = (status: number): Problem => ({
  code: "refused",
  params: { reason: `http-${status}`, status, text: "" },
});

function rechecking(answer: Result<NetReply>) {
  const request = vi.fn<(asked: NetRequest) => Promise<Result<NetReply>>>(async () => answer);
  const netFor = vi.fn((): Net => ({ request }));
  return { recheck: createRecheck({ research: db, netFor, now: () => sampleNoon }), request, netFor };
}
const asked = (changes: { url?: string } = {}) => ({
  collection: item.collection,
  seq: item.seq,
  url,
  ...changes,
});
const recheck = async (): Promise<ResearchItem["recheck"]> => (await db.items.get(item.seq))?.recheck;

describe("the address of a post whose author is sealed", () => {
  it("is not left in the ledger; one that the collection shows anyway is", async () => {
    const { recheck: look, request } = rechecking(ok(reply));
    await look(asked());
    await look(asked({ url: item.url! }));
    expect(request.mock.calls.map(([{ hidesPath }]) => hidesPath)).toEqual([true, false]);
  });
});

describe("whether a post is still there", () => {
  it.each([
    ["mastodon", url, ok(reply), "there"],
    ["mastodon", url, { ok: false, error: { code: "bad-shape", params: { reason: "too-large" } } }, "there"],
    ["mastodon", url, { ok: false, error: http(404) }, "gone"],
    ["x", url, { ok: false, error: http(410) }, "gone"],
    ["x", url, ok(reply), "unclear"],
    ["wordpress", "https://blog.example/post#comment-5", ok(reply), "unclear"],
    ["mastodon", url, { ok: false, error: http(403) }, "unclear"],
    ["mastodon", url, { ok: false, error: http(500) }, "unclear"],
    ["mastodon", url, { ok: false, error: { code: "timeout", params: { reason: "no-answer" } } }, "unclear"],
    [
      "mastodon",
      url,
      { ok: false, error: { code: "offline", params: { reason: "unreachable" } } },
      "unclear",
    ],
  ] as const)("on %s, %s answering %o: %s", async (site, address, answer, found) => {
    await db.items.update(item.seq, { site });
    const { recheck: look } = rechecking(answer);
    expect(await look(asked({ url: address }))).toEqual(ok(found));
    expect(await recheck()).toEqual({ at: sampleNoon, found });
  });

  it.each([
    [{ code: "rate-limited", params: { waitMs: 60_000 } }],
    [{ code: "offline", params: { reason: "no-connection" } }],
    [{ code: "permission", params: { reason: "host-access" } }],
    [{ code: "refused", params: { reason: "consent" } }],
    [{ code: "quota", params: { reason: "ledger" } }],
  ] as const)("is not said where nobody was asked: %o", async (error) => {
    const { recheck: look } = rechecking({ ok: false, error });
    expect(await look(asked())).toEqual({ ok: false, error });
    expect(await recheck()).toBeUndefined();
  });
});

describe("what is asked", () => {
  it("is the post's own address and nothing else, of its own host, at one pace", async () => {
    const { recheck: look, request, netFor } = rechecking(ok(reply));
    await look(asked({ url: `${url}#part` }));
    await look(asked());
    expect(netFor).toHaveBeenCalledOnce();
    expect(netFor).toHaveBeenCalledWith("social.example", [{ count: 1, perMs: 2_000 }]);
    expect(
      request.mock.calls.map(([{ url: address, purpose, cause, body }]) => [address, purpose, cause, body]),
    ).toEqual(Array.from({ length: 2 }, () => [url, "check", "person", undefined]));
  });

  it.each([
    ["http://social.example/@anna/1", "scheme"],
    ["nonsense", "scheme"],
    ["https://192.168.0.1/", "local-address"],
    ["https://router.local/", "local-address"],
  ])("is not %s", async (address, reason) => {
    const { recheck: look, request } = rechecking(ok(reply));
    expect(await look(asked({ url: address }))).toMatchObject({ error: { params: { reason } } });
    expect(request).not.toHaveBeenCalled();
  });

  it("is nothing for an item that was deleted meanwhile", async () => {
    await db.items.clear();
    const { recheck: look, request } = rechecking(ok(reply));
    expect(await look(asked())).toMatchObject({ error: { params: { reason: "not-found" } } });
    expect(request).not.toHaveBeenCalled();
  });
});
