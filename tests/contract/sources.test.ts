import { describe, expect, test } from "vitest";
import { plainText } from "../../lib/model/rich-text.ts";
import { exactlyFound, namesWord, type Wanted } from "../../lib/sources/exactly.ts";
import { sources } from "../../lib/sources/index.ts";
import type { Ask, Source } from "../../lib/sources/define-source.ts";
import {
  askOf,
  canned,
  type CannedReply,
  domain,
  netOver,
  sourceFixture,
  threadOf,
  type SourceFixture,
} from "../support/source-fixtures.ts";

/** Every source keeps the one contract, over the real network layer: docs/adding-a-source.md. */
const all = await Promise.all(
  sources.map(async (source): Promise<[string, Source, SourceFixture]> => [
    source.id,
    source,
    await sourceFixture(source.id),
  ]),
);
const cause = "person";
const busy: typeof fetch = async () =>
  new Response("slow down", { status: 429, headers: { "retry-after": "120" } });
const cut: typeof fetch = async () =>
  new Response(new ReadableStream({ pull: (stream) => stream.error(new TypeError("reset")) }));
const elsewhere: typeof fetch = async () => new Response('{"a":1}');
const wantedOf = (fixture: SourceFixture): Wanted => ({
  domains: [domain],
  isNamedIn: namesWord(fixture.named),
});
const firstAsk = (source: Source): Ask["by"] => source.searchesBy[0] ?? "name";

describe.each(all)("%s", (id, source, fixture) => {
  test.each(source.searchesBy)("finds by %s what is about the brand, and nothing else", async (by) => {
    const asked = fixture.asks[by];
    if (!asked) throw new Error(`${id}: no replies to a search by ${by}`);
    const urls: URL[] = [];
    const found = await source.search(askOf(source, fixture, by), {
      net: netOver(canned(asked.replies), urls),
      cause,
    });
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    const kept = await exactlyFound(found.value, wantedOf(fixture));
    expect(kept.threads.map(({ title }) => title)).toEqual(asked.threads);
    expect(kept.facts.map(({ title }) => title)).toEqual(asked.facts);
    expect(found.value.next).toBe(asked.next);
    expect(found.value.threads.length + found.value.facts.length).toBeGreaterThanOrEqual(1);
    for (const { source: from, url, key } of [...kept.threads, ...kept.facts]) {
      expect(from).toBe(id);
      expect(new URL(url).protocol).toBe("https:");
      expect(key.startsWith(`${id}:`)).toBe(true);
    }
    // Only its own hosts hear of it.
    const origins = new Set([askOf(source, fixture, by).origin, ...(source.alsoAsks ?? [])]);
    expect(urls.filter(({ origin }) => !origins.has(origin))).toEqual([]);
  });

  const paged = source.searchesBy.flatMap((by) => {
    const next = fixture.asks[by]?.next;
    return next === undefined ? [] : [[by, next] as const];
  });
  test.runIf(paged.length > 0).each(paged)("goes on by %s to the next page, and ends", async (by, next) => {
    const asked: string[] = [];
    const noted =
      (answer: typeof fetch): typeof fetch =>
      async (input, init) => {
        asked.push(
          `${input instanceof Request ? input.url : input.toString()} ${JSON.stringify(init?.body)}`,
        );
        return answer(input, init);
      };
    const replies = fixture.asks[by]?.replies ?? [];
    const ask = askOf(source, fixture, by);
    await source.search(ask, { net: netOver(noted(canned(replies))), cause });
    const before = asked.splice(0);
    const answer = noted(canned(emptyReplies(fixture, by)));
    const last = await source.search({ ...ask, cursor: next }, { net: netOver(answer), cause });
    expect(asked).not.toEqual(before);
    if (!last.ok) throw new Error(JSON.stringify(last.error));
    expect(last.value).toEqual({ threads: [], facts: [] });
  });

  test("knows the answer that there is nothing", async () => {
    const by = firstAsk(source);
    const replies = emptyReplies(fixture, by);
    const found = await source.search(askOf(source, fixture, by), { net: netOver(canned(replies)), cause });
    expect(found).toMatchObject({ ok: true, value: { threads: [], facts: [] } });
  });

  test("waits as long as a busy server asks", async () => {
    expect(
      await source.search(askOf(source, fixture, firstAsk(source)), { net: netOver(busy), cause }),
    ).toMatchObject({
      ok: false,
      error: { code: "rate-limited", params: { waitMs: 120_000 } },
    });
  });

  test.each([500, 503, 403])("tells of a server that answers %i", async (status) => {
    const broken: typeof fetch = async () => new Response("<h1>Oops</h1>", { status });
    expect(
      await source.search(askOf(source, fixture, firstAsk(source)), { net: netOver(broken), cause }),
    ).toMatchObject({
      ok: false,
      error: { code: "refused", params: { status } },
    });
  });

  test("may be tried again after an answer that was cut off", async () => {
    expect(
      await source.search(askOf(source, fixture, firstAsk(source)), { net: netOver(cut), cause }),
    ).toMatchObject({
      ok: false,
      error: { code: "offline", params: { reason: "cut-off" } },
    });
  });

  test("stops when nobody waits any more", async () => {
    const stop = new AbortController();
    const silent: typeof fetch = async (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
        stop.abort();
      });
    const access = { net: netOver(silent), cause, signal: stop.signal } as const;
    expect(await source.search(askOf(source, fixture, firstAsk(source)), access)).toMatchObject({
      ok: false,
      error: { code: "timeout", params: { reason: "stopped" } },
    });
  });

  test.each([
    "not json",
    '"text"',
    "7",
    "null",
    '{"error":"moved"}',
    "[1]",
    "[[]]",
    '{"hits":{"hits":[{}]}}',
  ])("has no answer in %s, and does not break", async (body) => {
    const strange: typeof fetch = async () => new Response(body);
    const found = await source.search(askOf(source, fixture, firstAsk(source)), {
      net: netOver(strange),
      cause,
    });
    if (found.ok) expect(found.value).toMatchObject({ threads: [], facts: [] });
    else expect(found.error.code).toBe("bad-shape");
  });

  test("makes nothing but text and web addresses of hostile content", async () => {
    for (const evil of [
      '"><img src=x onerror=alert(1)><script>alert(2)</script>',
      "javascript:alert(1)",
      "x".repeat(300_000),
    ]) {
      const by = firstAsk(source);
      const replies = poisonedReplies(fixture.asks[by]?.replies, evil);
      const found = await source.search(askOf(source, fixture, by), { net: netOver(canned(replies)), cause });
      if (!found.ok) continue;
      for (const { value } of [...found.value.threads, ...found.value.facts]) {
        expect(new URL(value.url).protocol).toMatch(/^https?:$/u);
        expect(value.title.length).toBeLessThanOrEqual(501);
        if ("about" in value && value.about !== undefined)
          expect(new URL(value.about).protocol).toMatch(/^https?:$/u);
      }
    }
  });

  const { readThread } = source;
  test.skipIf(!readThread)("reads a thread: who answers whom, in words alone", async () => {
    if (!fixture.thread || !readThread) throw new Error(`${id}: no thread`);
    const { replies, comments } = fixture.thread;
    const read = await readThread(threadOf(source, fixture), { net: netOver(canned(replies)), cause });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(
      read.value.comments.map((each) => [each.id, each.parentId ?? "", each.author, plainText(each.body)]),
    ).toEqual(comments);
  });

  test.skipIf(!readThread)(
    "reads no harm from a hostile thread, and no thread from a strange answer",
    async () => {
      if (!fixture.thread || !readThread) throw new Error(`${id}: no thread`);
      const evil =
        '<a href="javascript:alert(1)">x</a> [y](javascript:alert(2)) ![z](https://pixel.example/1.gif)<svg onload=alert(3)>';
      const replies = poisonedReplies(fixture.thread.replies, evil);
      const read = await readThread(threadOf(source, fixture), { net: netOver(canned(replies)), cause });
      const said = read.ok ? [read.value.body, ...read.value.comments.map(({ body }) => body)] : [];
      for (const { href } of said.flat().flatMap(({ runs }) => runs)) {
        if (href !== undefined) expect(new URL(href).protocol).toMatch(/^https?:$/u);
      }
      expect(await readThread(threadOf(source, fixture), { net: netOver(elsewhere), cause })).toMatchObject({
        error: { code: "bad-shape" },
      });
    },
  );
});

/** What a place answers that has nothing. */
function emptyReplies({ asks, empty }: SourceFixture, by: Ask["by"]): readonly CannedReply[] {
  if (empty) return empty;
  return (asks[by]?.replies ?? []).map((reply) => Object.assign({}, reply, { body: emptied(reply.body) }));
}

/** The same reply with every list empty. */
function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, emptied(each)]));
}

/** The same reply with every text replaced. */
function poisoned(value: unknown, evil: string): unknown {
  if (typeof value === "string") return evil;
  if (Array.isArray(value)) return value.map((each) => poisoned(each, evil));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, poisoned(each, evil)]));
}

function poisonedReplies(replies: readonly CannedReply[] = [], evil: string): readonly CannedReply[] {
  return replies.map(({ path, having, status, body }) => ({
    path,
    having,
    status,
    body: poisoned(body, evil),
  }));
}
