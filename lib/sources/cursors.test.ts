import { describe, expect, it } from "vitest";
import { createNet, type Net } from "../net/index.ts";
import type { Ask, Found, Source } from "./define-source.ts";
import { hackernews } from "./hackernews.ts";
import { hypothesis } from "./hypothesis.ts";
import { lemmy } from "./lemmy.ts";
import { mastodon } from "./mastodon.ts";
import { safetyGate } from "./safety-gate.ts";
import { stackexchange } from "./stackexchange.ts";

/** What a server would send to know a person again. */
const mark = "7f3a-person-91c2";

function netWith(bodyOf: (url: URL) => unknown): Net {
  return createNet({
    fetch: async (url) => {
      const body = bodyOf(new URL(url as URL));
      return body === undefined ? new Response("gone", { status: 404 }) : Response.json(body);
    },
    ledger: async () => undefined,
    consents: async () => new Set(["x.example", ...all.map(({ origins: [one] }) => new URL(one!).host)]),
    now: () => 1_000,
    random: () => 0.5,
  });
}
const all: readonly Source[] = [hackernews, hypothesis, lemmy, mastodon, safetyGate, stackexchange];

async function pageOf(source: Source, body: unknown, cursor?: string, at?: RegExp): Promise<Found> {
  const [origin = ""] = source.origins;
  const ask: Ask = { by: "name", words: "Fjord", origin, ...(cursor !== undefined && { cursor }) };
  const net = netWith((url) => (at && !at.test(url.pathname) ? undefined : body));
  const found = await source.search(ask, { net, cause: "person" });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

const times = <T>(count: number, each: T): readonly T[] => Array.from({ length: count }, () => each);
const status = {
  id: mark,
  uri: "https://x.example/1",
  content: "Fjord",
  visibility: "public",
  account: { acct: "ann" },
};
const row = { id: "a", user: "acct:ann@hypothes.is", uri: "https://x.example/", text: "Fjord" };
const post = { post: { id: 1, name: "Fjord" } };

describe("what a server would be told again on the next page", () => {
  it.each<[string, Source, unknown, string | undefined]>([
    [
      "its own number of a page",
      hackernews,
      { hits: [{ objectID: "1", title: "x" }], page: 91_827, nbPages: 99_999 },
      "1",
    ],
    [
      "its own number of a page",
      safetyGate,
      { content: [{ id: 1, product: {} }], number: 91_827, totalPages: 99_999 },
      "1",
    ],
    ["an id that is no number", mastodon, times(40, status), undefined],
    [
      "a moment that is none",
      hypothesis,
      { total: 500, rows: times(100, { ...row, updated: mark }) },
      undefined,
    ],
  ])("is never %s: %s", async (_, source, body, next) => {
    expect((await pageOf(source, body)).next).toBe(next);
  });

  it("is no word of a newer Lemmy's choice", async () => {
    const body = { posts: times(50, post), next_page: mark };
    expect((await pageOf(lemmy, body, undefined, /v4/u)).next).toBeUndefined();
  });

  it("is a number or a moment where it is one", async () => {
    const moment = "2026-07-01T08:00:00.123456+00:00";
    const rows = times(100, { ...row, updated: moment });
    expect((await pageOf(hypothesis, { total: 500, rows })).next).toBe(moment);
    expect((await pageOf(mastodon, times(40, { ...status, id: "501" }))).next).toBe("501");
    expect((await pageOf(lemmy, { posts: times(50, post) }, "2", /v3/u)).next).toBe("3");
  });
});

describe("Stack Exchange", () => {
  it("is left alone for as long as an answer says", async () => {
    const net = netWith(() => ({ items: [], backoff: 10 }));
    const ask: Ask = { by: "name", words: "Fjord", origin: "https://api.stackexchange.com" };
    expect(await stackexchange.search(ask, { net, cause: "person" })).toMatchObject({ ok: true });
    expect(await stackexchange.search(ask, { net, cause: "person" })).toMatchObject({
      error: { code: "rate-limited", params: { waitMs: 10_000 } },
    });
  });

  it("gives the answers to a question although it then wants a pause", async () => {
    const net = netWith(({ pathname }) =>
      pathname.endsWith("/answers") ? { items: [] } : { items: [], backoff: 5 },
    );
    const origin = "https://api.stackexchange.com";
    const thread = {
      key: "k",
      source: "stackexchange",
      origin,
      id: "1",
      title: "x",
      url: "https://x.example/",
    };
    expect(await stackexchange.readThread(thread, { net, cause: "person" })).toMatchObject({ ok: true });
    expect(await stackexchange.readThread(thread, { net, cause: "person" })).toMatchObject({
      error: { code: "rate-limited", params: { waitMs: 5_000 } },
    });
  });
});
