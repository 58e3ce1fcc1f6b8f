import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sha256Hex } from "./content-hash.ts";
import { createNet, type NetOptions } from "./net.ts";
import type { LedgerTrace, NetRequest } from "./request.ts";

let server: Server;
let origin: string;
let host: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let seen: IncomingMessage[];
let traces: LedgerTrace[];

beforeEach(async () => {
  seen = [];
  traces = [];
  answer = (_request, response) => response.end("{}");
  server = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  origin = `http://${host}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function netWith(options: Partial<NetOptions> = {}): ReturnType<typeof createNet> {
  return createNet({
    fetch,
    ledger: async (trace) => void traces.push(trace),
    consents: async () => new Set([host]),
    now: () => 1_000,
    random: () => 0.5,
    ...options,
  });
}

function get(path: string, more: Partial<NetRequest> = {}): NetRequest {
  return {
    url: origin + path,
    purpose: "sync",
    cause: "schedule",
    maxBytes: 1_000,
    timeoutMs: 5_000,
    ...more,
  };
}

/** Begins a body and does not end it. No server: on a busy machine its first byte may come after the time allowed. */
const begun: typeof fetch = async (_, init) => {
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode("so far"));
      init?.signal?.addEventListener("abort", () => stream.error(init.signal?.reason));
    },
  });
  return new Response(body);
};

describe("what is refused before anything is sent", () => {
  it.each([
    ["a host without consent", "https://other.example/", { reason: "consent", host: "other.example" }],
    ["plain http to another machine", "http://other.example/", { reason: "scheme" }],
    ["a name and password in the address", "https://user:secret@other.example/", { reason: "scheme" }],
    ["another scheme", "file:///etc/passwd", { reason: "scheme" }],
    ["no address at all", "reviews", { reason: "address" }],
  ])("%s", async (_name, url, params) => {
    const never = vi.fn<typeof fetch>();
    const result = await netWith({ fetch: never }).request(get("", { url }));
    expect(result).toEqual({ ok: false, error: { code: "refused", params } });
    expect(never).not.toHaveBeenCalled();
    expect(traces).toEqual([]);
  });

  it("consent is asked for each request, so withdrawing it takes effect at once", async () => {
    const consents = new Set([host]);
    const net = netWith({ consents: async () => consents });
    expect((await net.request(get("/"))).ok).toBe(true);
    consents.clear();
    expect(await net.request(get("/"))).toMatchObject({
      ok: false,
      error: { params: { reason: "consent" } },
    });
    expect(seen).toHaveLength(1);
  });

  it("anything while the browser is offline", async () => {
    const result = await netWith({ online: () => false }).request(get("/"));
    expect(result).toMatchObject({
      ok: false,
      error: { code: "offline", params: { reason: "no-connection" } },
    });
    expect(seen).toEqual([]);
  });

  it("a host that the browser withholds, where that would give the install away", async () => {
    const result = await netWith({ hasHostAccess: async () => false }).request(get("/"));
    expect(result).toEqual({
      ok: false,
      error: { code: "permission", params: { reason: "host-access", host } },
    });
    expect(seen).toEqual([]);
  });

  it("anything that the ledger cannot record", async () => {
    const quota = new DOMException("full", "QuotaExceededError");
    const result = await netWith({ ledger: () => Promise.reject(quota) }).request(get("/"));
    expect(result).toMatchObject({ ok: false, error: { code: "quota" } });
    expect(seen).toEqual([]);
  });

  it("anything until the rule that drops Origin is in place, and tries to place it again", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const prepare = vi
      .fn<() => Promise<void>>()
      .mockRejectedValueOnce(new Error("no rules"))
      .mockResolvedValue();
    const net = netWith({ prepare });
    expect(await net.request(get("/"))).toMatchObject({ ok: false, error: { code: "bug" } });
    expect(seen).toEqual([]);
    expect((await net.request(get("/"))).ok).toBe(true);
  });
});

describe("what a request says about who sends it", () => {
  it("nothing: no cookie, referrer, origin, language or name of the extension", async () => {
    await netWith().request(get("/reviews?limit=1"));
    const { headers } = seen[0] ?? {};
    // `user-agent`, `sec-fetch-mode` and `accept-encoding` are Node's own here, the browser's there.
    expect(Object.keys(headers ?? {}).toSorted()).toEqual(
      ["accept", "accept-encoding", "accept-language", "cache-control", "connection", "host"]
        .concat("pragma", "sec-fetch-mode", "user-agent")
        .toSorted(),
    );
    expect(headers).toMatchObject({ accept: "application/json", "accept-language": "*" });
  });

  it("a PUT has the same headers and no body", async () => {
    await netWith().request(get("/submit/a.b.c", { method: "PUT", purpose: "post" }));
    expect(seen[0]?.method).toBe("PUT");
    expect(seen[0]?.headers["cookie"]).toBeUndefined();
    expect(seen[0]?.headers["origin"]).toBeUndefined();
    expect(seen[0]?.headers["referer"]).toBeUndefined();
  });
});

describe("validators", () => {
  it("hands out an ETag only if anyone can recompute it from the body", async () => {
    answer = (request, response) => {
      const tag = request.url === "/hash" ? `"${hash}"` : '"visitor-8731"';
      response.setHeader("ETag", tag).end("body");
    };
    const hash = await sha256Hex(new TextEncoder().encode("body"));
    const net = netWith();
    expect(await net.request(get("/hash"))).toMatchObject({ ok: true, value: { etag: `"${hash}"` } });
    expect(await net.request(get("/id"))).not.toHaveProperty("value.etag");
  });

  it("asks conditionally when told to, and knows a 304", async () => {
    answer = (_request, response) => response.writeHead(304).end();
    const result = await netWith().request(get("/", { validators: { etag: '"abc"' } }));
    expect(seen[0]?.headers["if-none-match"]).toBe('"abc"');
    expect(result).toMatchObject({ ok: true, value: { notModified: true, status: 304, etag: '"abc"' } });
  });

  it("a 304 that nobody asked for is no answer", async () => {
    answer = (_request, response) => response.writeHead(304).end();
    expect(await netWith().request(get("/"))).toMatchObject({ ok: false, error: { code: "bad-shape" } });
  });
});

describe("answers", () => {
  it("gives the body as bytes and text", async () => {
    answer = (_request, response) => response.end("naïve");
    const result = await netWith().request(get("/"));
    expect(result.ok && result.value.text()).toBe("naïve");
    expect(result.ok && result.value.bytes.byteLength).toBe(6);
  });

  it("stops reading an endless body at the limit", async () => {
    let sent = 0;
    answer = (_request, response) => {
      const timer = setInterval(() => {
        sent += 500;
        response.write("x".repeat(500));
      }, 1);
      response.on("close", () => clearInterval(timer));
    };
    const result = await netWith().request(get("/", { maxBytes: 2_000 }));
    expect(result).toMatchObject({
      ok: false,
      error: { code: "bad-shape", params: { reason: "too-large" } },
    });
    const atStop = sent;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent - atStop).toBeLessThanOrEqual(5_000);
  });

  it("keeps a server's own words, cut to a sentence or two", async () => {
    answer = (_request, response) => response.writeHead(400).end(`Opinion too long. ${"x".repeat(9_000)}`);
    const result = await netWith().request(get("/"));
    expect(result).toMatchObject({
      ok: false,
      error: { code: "refused", params: { reason: "http-400", status: 400 } },
    });
    answer = (_request, response) => response.writeHead(400).end("Opinion too long.\n");
    expect(await netWith().request(get("/"))).toMatchObject({
      error: { params: { text: "Opinion too long." } },
    });
  });

  it.each([
    ["seconds", "120", 120_000],
    ["nothing readable", "soon", 60_000],
    ["an absurd wait", "999999999", 86_400_000],
  ])("429 with %s is rate-limited with a wait", async (_name, header, waitMs) => {
    answer = (_request, response) => response.writeHead(429, { "Retry-After": header }).end();
    const result = await netWith().request(get("/"));
    expect(result).toMatchObject({ ok: false, error: { code: "rate-limited", params: { waitMs } } });
  });

  it("leaves a host alone for as long as it asked, then asks again", async () => {
    answer = (_request, response) => response.writeHead(503, { "Retry-After": "2" }).end();
    let now = 1_000;
    const net = netWith({ now: () => now });
    await net.request(get("/"));
    now = 2_500;
    expect(await net.request(get("/"))).toMatchObject({
      error: { code: "rate-limited", params: { waitMs: 500 } },
    });
    expect(seen).toHaveLength(1);
    now = 3_001;
    await net.request(get("/"));
    expect(seen).toHaveLength(2);
  });

  it("follows no redirect", async () => {
    answer = (request, response) => {
      if (request.url === "/") response.writeHead(302, { Location: "/elsewhere" });
      response.end("{}");
    };
    expect(await netWith().request(get("/"))).toMatchObject({ ok: false, error: { code: "offline" } });
    expect(seen).toHaveLength(1);
  });

  it("a body cut off on the way is retryable, not a bad shape", async () => {
    answer = (_request, response) => {
      response.writeHead(200, { "Content-Length": "100" });
      response.write("half");
      setTimeout(() => response.destroy(), 20);
    };
    const result = await netWith().request(get("/"));
    expect(result).toMatchObject({ ok: false, error: { code: "offline", params: { reason: "cut-off" } } });
  });

  it("a connection refused is told apart from being offline", async () => {
    const url = "http://127.0.0.1:9/";
    const result = await netWith({ consents: async () => new Set(["127.0.0.1:9"]) }).request(
      get("", { url }),
    );
    expect(result).toMatchObject({
      ok: false,
      error: { code: "offline", params: { reason: "unreachable" } },
    });
  });

  it("gives up after the time allowed", async () => {
    answer = () => undefined;
    expect(await netWith().request(get("/", { timeoutMs: 40 }))).toMatchObject({
      error: { code: "timeout", params: { reason: "no-answer" } },
    });
  });

  it("gives up after the time allowed, also in the middle of a body", async () => {
    expect(await netWith({ fetch: begun }).request(get("/body", { timeoutMs: 40 }))).toMatchObject({
      error: { code: "timeout", params: { reason: "cut-off" } },
    });
  });

  it("stops when its caller says so", async () => {
    answer = () => undefined;
    const stop = new AbortController();
    const pending = netWith().request(get("/", { signal: stop.signal }));
    setTimeout(() => stop.abort(), 20);
    expect(await pending).toMatchObject({ error: { code: "timeout", params: { reason: "stopped" } } });
  });
});

describe("order", () => {
  it("one request per host at a time; identical GETs under way are one request", async () => {
    let open = 0;
    let most = 0;
    answer = (_request, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open -= 1;
        response.end("{}");
      }, 10);
    };
    const net = netWith();
    const paths = ["/a", "/b", "/a", "/c", "/a"];
    const results = await Promise.all(paths.map((path) => net.request(get(path))));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(most).toBe(1);
    expect(seen.map(({ url }) => url)).toEqual(["/a", "/b", "/c"]);
    await net.request(get("/a"));
    expect(seen).toHaveLength(4);
  });

  it("never joins two posts", async () => {
    const net = netWith();
    const put = get("/submit/x", { method: "PUT", purpose: "post" });
    await Promise.all([net.request(put), net.request(put)]);
    expect(seen).toHaveLength(2);
  });
});

describe("ledger", () => {
  it("has the line before the request leaves, and the outcome after", async () => {
    let linesAtArrival = 0;
    answer = (_request, response) => {
      linesAtArrival = traces.length;
      response.end("12345");
    };
    let now = 1_000;
    await netWith({ now: () => (now += 10) }).request(get("/reviews?limit=1", { cause: "person" }));
    expect(linesAtArrival).toBe(1);
    const [opened, closed] = traces;
    expect(opened).toMatchObject({ host, method: "GET", purpose: "sync", cause: "person", status: 0, ms: 0 });
    expect(closed).toMatchObject({ id: opened?.id, path: "/reviews?limit=1", status: 200, bytesIn: 5 });
    expect(closed?.ms).toBeGreaterThan(0);
  });

  it("keeps failures and refusals, and only the beginning of a posted token", async () => {
    answer = (_request, response) => response.writeHead(500).end("no");
    await netWith().request(get(`/submit/${"x".repeat(2_000)}`, { method: "PUT", purpose: "post" }));
    expect(traces[1]).toMatchObject({ status: 500, bytesIn: 2, method: "PUT" });
    expect(traces[1]?.path).toHaveLength(160);
    expect(traces[1]?.bytesOut).toBeGreaterThan(2_000);
  });

  it("an answer is not thrown away because its line could not be completed", async () => {
    const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined);
    let calls = 0;
    const ledger = (): Promise<void> =>
      ++calls === 1 ? Promise.resolve() : Promise.reject(new Error("closed"));
    expect((await netWith({ ledger }).request(get("/"))).ok).toBe(true);
    expect(complaint).toHaveBeenCalledOnce();
  });
});
