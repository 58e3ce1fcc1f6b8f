import { describe, expect, it, vi } from "vitest";
import { createNet, type NetOptions } from "./net.ts";
import type { Net, NetRequest } from "./request.ts";

const url = "https://api.example/search?q=nike";
const get: NetRequest = { url, purpose: "search", cause: "person", maxBytes: 1_000, timeoutMs: 5_000 };

/** A way out whose clock moves only by waiting. */
function netWith(options: Partial<NetOptions> & Pick<NetOptions, "fetch">): { net: Net; waits: number[] } {
  const clock = { ms: 1_000 };
  const waits: number[] = [];
  const net = createNet({
    ledger: async () => undefined,
    consents: async () => new Set(["api.example"]),
    now: () => clock.ms,
    random: () => 0.5,
    wait: async (ms) => {
      waits.push(ms);
      clock.ms += ms;
    },
    ...options,
  });
  return { net, waits };
}

/** Answers one after another; the last one again and again. */
function answering(...answers: readonly (() => Response | Promise<Response>)[]): typeof fetch {
  let at = 0;
  return vi.fn<typeof fetch>(async () => (answers[at++] ?? answers.at(-1)!)());
}

const fine = (): Response => new Response("{}");
const broken = (): Response => new Response("down", { status: 503 });
const cutOff = async (): Promise<Response> => Promise.reject(new TypeError("network"));

const pausing = (ms: number): NetRequest => ({ ...get, pauseAfterMs: () => ms });
const other = (n: number): NetRequest => ({ ...get, url: `${url}${n}` });

/** Answers nothing until it is told to stop. */
const hanging = vi.fn<typeof fetch>(
  (_url, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
    }),
);

describe("trying again", () => {
  it.each([
    ["a server with a fault", broken],
    ["a connection that breaks", cutOff],
  ])("%s is asked again after a jittered wait, as often as the caller allows", async (_name, fault) => {
    const { net, waits } = netWith({ fetch: answering(fault, fault, fine) });
    expect((await net.request({ ...get, retries: 2 })).ok).toBe(true);
    expect(waits).toEqual([250, 500]);
  });

  it("gives up after that, and does not begin without being allowed", async () => {
    const fetch = answering(broken);
    const { net } = netWith({ fetch });
    expect(await net.request({ ...get, retries: 1 })).toMatchObject({ error: { params: { status: 503 } } });
    expect(fetch).toHaveBeenCalledTimes(2);
    await net.request(get);
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it.each([
    ["an address that is not there", () => new Response("", { status: 404 })],
    [
      "a server that asks for a pause",
      () => new Response("", { status: 429, headers: { "Retry-After": "9" } }),
    ],
    ["an answer that is too long", () => new Response("x".repeat(2_000))],
  ])("%s is not asked again", async (_name, answer) => {
    const fetch = answering(answer);
    const { net } = netWith({ fetch });
    expect((await net.request({ ...get, retries: 3 })).ok).toBe(false);
    expect(fetch).toHaveBeenCalledOnce();
  });

  it("ends with its caller, in the middle of a wait", async () => {
    const stop = new AbortController();
    const fetch = answering(broken);
    const { net } = netWith({ fetch, wait: async () => stop.abort() });
    const result = await net.request({ ...get, retries: 3, signal: stop.signal });
    expect(result).toMatchObject({ error: { code: "timeout", params: { reason: "stopped" } } });
    expect(fetch).toHaveBeenCalledOnce();
  });
});

const limits: NetOptions["limits"] = () => [{ count: 2, perMs: 4_000 }];

describe("limits of a host", () => {
  it("a request waits for its turn", async () => {
    const { net, waits } = netWith({ fetch: answering(fine), limits });
    for (const n of [1, 2, 3]) expect((await net.request(other(n))).ok).toBe(true);
    expect(waits).toEqual([4_000]);
  });

  it("one that would wait too long is told how long", async () => {
    const fetch = answering(fine);
    const { net, waits } = netWith({ fetch, limits, longestWaitMs: 3_000 });
    for (const n of [1, 2]) await net.request(other(n));
    expect(await net.request(other(3))).toEqual({
      ok: false,
      error: { code: "rate-limited", params: { waitMs: 4_000 } },
    });
    expect(waits).toEqual([]);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("what a worker before this one sent counts", async () => {
    const { net, waits } = netWith({ fetch: answering(fine), limits, sentSince: async () => [400, 900] });
    await net.request(get);
    expect(waits).toEqual([3_400]);
  });

  it("what is refused beforehand costs no turn", async () => {
    const { net, waits } = netWith({ fetch: answering(fine), limits, consents: async () => new Set() });
    for (const n of [1, 2, 3]) await net.request(other(n));
    expect(waits).toEqual([]);
  });
});

describe("the same request by several callers", () => {
  it("is one, and goes on while one of them waits", async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const answer = Promise.withResolvers<Response>();
    const fetch = vi.fn<typeof globalThis.fetch>(() => answer.promise);
    const { net } = netWith({ fetch });
    const gone = net.request({ ...get, signal: first.signal });
    const stays = net.request({ ...get, signal: second.signal });
    await vi.waitFor(() => expect(fetch).toHaveBeenCalledOnce());
    first.abort();
    expect(await gone).toMatchObject({ error: { params: { reason: "stopped" } } });
    answer.resolve(fine());
    expect((await stays).ok).toBe(true);
    expect(fetch).toHaveBeenCalledOnce();
  });

  it("ends when the last of them has gone; who comes then begins anew", async () => {
    hanging.mockClear();
    const stop = new AbortController();
    const { net } = netWith({ fetch: hanging });
    const both = [net.request({ ...get, signal: stop.signal }), net.request({ ...get, signal: stop.signal })];
    await vi.waitFor(() => expect(hanging).toHaveBeenCalledOnce());
    stop.abort();
    for (const result of await Promise.all(both))
      expect(result).toMatchObject({ error: { code: "timeout", params: { reason: "stopped" } } });
    expect(hanging.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);

    const again = new AbortController();
    const next = net.request({ ...get, signal: again.signal });
    await vi.waitFor(() => expect(hanging).toHaveBeenCalledTimes(2));
    again.abort();
    await next;
  });

  it("one that nobody waits for any more is not begun", async () => {
    hanging.mockClear();
    const { net } = netWith({ fetch: hanging });
    const result = await net.request({ ...get, signal: AbortSignal.abort() });
    expect(result).toMatchObject({ error: { params: { reason: "stopped" } } });
    expect(hanging).not.toHaveBeenCalled();
  });

  it("one that waits behind another of its host and is given up is never sent", async () => {
    hanging.mockClear();
    const [first, second] = [new AbortController(), new AbortController()];
    const { net } = netWith({ fetch: hanging });
    const ahead = net.request({ ...get, signal: first.signal });
    const behind = net.request({ ...get, url: `${url}2`, signal: second.signal });
    await vi.waitFor(() => expect(hanging).toHaveBeenCalledOnce());
    second.abort();
    first.abort();
    await Promise.all([ahead, behind]);
    expect(hanging).toHaveBeenCalledOnce();
  });
});

describe("while a request waits for its turn", () => {
  it("consent that is taken back holds", async () => {
    let agreed = ["api.example"];
    const fetch = answering(fine);
    const { net } = netWith({
      fetch,
      limits: () => [{ count: 1, perMs: 1_000 }],
      consents: async () => new Set(agreed),
      wait: async () => void (agreed = []),
    });
    await net.request(get);
    expect(await net.request(other(2))).toMatchObject({ error: { params: { reason: "consent" } } });
    expect(fetch).toHaveBeenCalledOnce();
  });
});

describe("a pause that an answer asks for in its body", () => {
  it("is kept, by everything that goes to that host", async () => {
    const fetch = answering(fine);
    const { net } = netWith({ fetch });
    expect((await net.request(pausing(10_000))).ok).toBe(true);
    expect(await net.request(other(2))).toMatchObject({
      error: { code: "rate-limited", params: { waitMs: 10_000 } },
    });
    expect(fetch).toHaveBeenCalledOnce();
  });

  it("is a day at most, and none where none is asked for", async () => {
    const { net } = netWith({ fetch: answering(fine) });
    await net.request(pausing(0));
    await net.request(pausing(Number.MAX_VALUE));
    expect(await net.request(other(2))).toMatchObject({ error: { params: { waitMs: 86_400_000 } } });
  });
});
