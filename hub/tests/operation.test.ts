import { createHash } from "node:crypto";
import { createServer, request } from "node:http";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../src/commands/run.ts";
import { createRateLimiter } from "../src/http/rate-limit.ts";
import { createLog, silentLog } from "../src/log.ts";
import { openApiPath } from "../src/openapi/describe.ts";
import { routes } from "../src/routes/index.ts";
import { startHub } from "../src/start-hub.ts";
import { openStorage } from "../src/storage/open-storage.ts";
import { testHub, type ReviewsBody } from "./hub-fixture.ts";
import { maresi, person } from "./people.ts";

const shop = "https://shop.example";
/** A signature that nothing here has. */
const nobody = "A".repeat(86);

const statuses = async (trustedProxies: number, values: readonly string[]): Promise<number[]> => {
  await using hub = await testHub({ rateLimit: { reads: 1, writes: 1 }, trustedProxies });
  const found: number[] = [];
  for (const value of values) found.push((await hub.get("/reviews", { "X-Forwarded-For": value })).status);
  return found;
};

describe("limits per address", () => {
  it("give each address its own, refill with time, and say how long to wait", () => {
    let now = 0;
    const limiter = createRateLimiter({ reads: 60, writes: 6 }, () => now);
    for (let i = 0; i < 6; i++) expect(limiter.take("1.2.3.4", "writes", 1)).toBe(0);
    expect(limiter.take("1.2.3.4", "writes", 1)).toBe(10);
    expect(limiter.take("1.2.3.4", "reads", 1)).toBe(0);
    expect(limiter.take("1.2.3.5", "writes", 1)).toBe(0);
    now += 10_000;
    expect(limiter.take("1.2.3.4", "writes", 1)).toBe(0);
    expect(limiter.take("1.2.3.4", "writes", 1)).toBe(10);
  });

  it("count an IPv6 network as one, and IPv4 in IPv6 clothes as IPv4", () => {
    const limiter = createRateLimiter({ reads: 1, writes: 1 }, () => 0);
    expect(limiter.take("2001:db8::1", "reads", 1)).toBe(0);
    expect(limiter.take("2001:db8:0:0:ffff::2", "reads", 1)).toBeGreaterThan(0);
    expect(limiter.take("2001:db8:0:1::1", "reads", 1)).toBe(0);
    expect(limiter.take("::ffff:1.2.3.4", "reads", 1)).toBe(0);
    expect(limiter.take("1.2.3.4", "reads", 1)).toBeGreaterThan(0);
  });

  it("answer 429 with Retry-After, but never to a monitor", async () => {
    await using hub = await testHub({ rateLimit: { reads: 2, writes: 2 } });
    await hub.get("/reviews");
    await hub.get("/reviews");
    const reply = await hub.get("/reviews");
    expect([reply.status, reply.headers.get("Retry-After")]).toEqual([429, "30"]);
    expect(reply.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect((await hub.get("/health")).status).toBe(200);
  });

  it("believe X-Forwarded-For only as far as our own proxies wrote it", async () => {
    expect(await statuses(0, ["1.1.1.1", "2.2.2.2"])).toEqual([200, 429]);
    expect(await statuses(1, ["1.1.1.1", "2.2.2.2"])).toEqual([200, 200]);
    expect(await statuses(1, ["1.1.1.1, 9.9.9.9", "2.2.2.2, 9.9.9.9"])).toEqual([200, 429]);
  });
});

describe("answers", () => {
  it("carry a validator that is the hash of the content; 304 without a body where it is known", async () => {
    await using hub = await testHub();
    for (const path of [
      "/reviews",
      "/subject/x",
      "/openapi.json",
      "/",
      "/v1/reviews",
      "/v1/feed/head.json",
    ]) {
      const etag = (await hub.get(path, { "Accept-Encoding": "identity" })).headers.get("ETag") ?? "";
      expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
      for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
        const reply = await hub.get(path, { "If-None-Match": known });
        expect([path, known, reply.status, await reply.text()]).toEqual([path, known, 304, ""]);
      }
      expect((await hub.get(path, { "If-None-Match": '"other"' })).status).toBe(200);
    }
  });

  it("are open to pages of any origin, without cookies", async () => {
    await using hub = await testHub();
    const headers = { Origin: "https://anywhere.example", "Access-Control-Request-Method": "PUT" };
    const reply = await fetch(`${hub.url}/submit/x`, { method: "OPTIONS", headers });
    expect(reply.status).toBe(204);
    expect(reply.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(reply.headers.get("Access-Control-Allow-Methods")).toContain("PUT");
    expect(reply.headers.get("Access-Control-Allow-Credentials")).toBeNull();
    expect(reply.headers.get("Set-Cookie")).toBeNull();
  });

  it("to HEAD have the same headers and no body", async () => {
    await using hub = await testHub();
    const reply = await fetch(`${hub.url}/reviews`, { method: "HEAD" });
    expect([reply.status, await reply.text()]).toEqual([200, ""]);
    expect(reply.headers.get("ETag")).toMatch(/^"/);
  });

  it("say 500 without telling what is inside when the database breaks, and /health says so", async () => {
    const storage = await openStorage("memory");
    const lines: string[] = [];
    const hub = await startHub({ storage, rateLimit: false, log: createLog((line) => lines.push(line)) });
    await storage.close();
    const reply = await fetch(`${hub.url}/reviews`);
    expect([reply.status, await reply.text()]).toEqual([500, "Database error: see the server's log."]);
    expect((await fetch(`${hub.url}/health`)).status).toBe(503);
    expect(lines.some((line) => line.includes('"level":"error"'))).toBe(true);
    await hub.close().catch(() => undefined);
  });
});

describe("what is noted", () => {
  it("is the route and the time it took: no address, no subject, no token, no query", async () => {
    const lines: string[] = [];
    await using hub = await testHub({ log: createLog((line) => lines.push(line)), trustedProxies: 1 });
    const { jwt } = await (await person()).signs({ sub: shop, rating: 75 });
    const headers = { "X-Forwarded-For": "203.0.113.7", "User-Agent": "secret-agent" };
    await hub.put(jwt, headers);
    await hub.get(`/reviews?sub=${shop}`, headers);
    await hub.get(`/subject/${encodeURIComponent(shop)}`, headers);
    const log = lines.join("\n");
    expect(log).toContain('"route":"/submit/:jwt"');
    const metrics = await (await hub.get("/metrics")).text();
    expect(metrics).toContain('hub_requests_total{route="/reviews",method="GET",status="200"} 1');
    expect(metrics).toContain('hub_submissions_total{outcome="added"} 1');
    expect(metrics).toContain("hub_sequence 1");
    for (const secret of ["203.0.113.7", "shop.example", jwt.slice(0, 20), "secret-agent"]) {
      expect(log + metrics).not.toContain(secret);
    }
  });
});

describe("stopping", () => {
  it("finishes what is being answered, takes nothing new, and closes", async () => {
    const hub = await startHub({ storage: "memory", rateLimit: false });
    const { port } = new URL(hub.url);
    const slow = request({
      port,
      host: "127.0.0.1",
      path: "/batch",
      method: "POST",
      headers: { "Content-Length": 11 },
    });
    const answered = new Promise<number>((resolve, reject) => {
      slow.once("response", (reply) => {
        reply.resume();
        reply.once("end", () => resolve(reply.statusCode ?? 0));
      });
      slow.once("error", reject);
    });
    slow.write('{"subs":');
    // Once it is connected and another request has been answered, the server is waiting for the rest of this one.
    await new Promise<void>((resolve) => {
      slow.once("socket", (socket) => {
        if (socket.connecting) socket.once("connect", () => resolve());
        else resolve();
      });
    });
    expect((await fetch(`${hub.url}/health`)).status).toBe(200);
    const closed = hub.close();
    await expect(fetch(`${hub.url}/health`)).rejects.toThrow();
    slow.end("[]}");
    expect(await answered).toBe(200);
    await closed;
    await hub.close();
  });

  it("says why when its port is taken, and leaves nothing open", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    await expect(startHub({ storage: "memory", port })).rejects.toThrow("EADDRINUSE");
    other.close();
  });
});

describe("the description", () => {
  it("has every route that is served, and each of them answers as itself", async () => {
    await using hub = await testHub();
    const { paths, components } = await hub.json<{
      paths: Record<string, Record<string, unknown>>;
      components: { schemas: object };
    }>("/openapi.json");
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((m) => `${m} ${path}`),
    );
    expect(described.toSorted()).toEqual(
      routes.map(({ method, path }) => `${method} ${openApiPath(path)}`).toSorted(),
    );
    const names = JSON.stringify(paths).matchAll(/#\/components\/schemas\/(\w+)/g);
    for (const [, name] of names) expect(components.schemas).toHaveProperty(name ?? "");
  });

  it("is a page that loads nothing and runs nothing, and names every route", async () => {
    await using hub = await testHub({ name: "<b>Hub</b>" });
    const reply = await hub.get("/docs");
    const page = await reply.text();
    expect(reply.headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
    // The policy allows this one style; with another hash the page would be bare.
    const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(reply.headers.get("Content-Security-Policy")).toContain(`'sha256-${hash}'`);
    expect(page).not.toMatch(/<script|src=|@import|<b>Hub/);
    for (const { path } of routes) expect(page).toContain(`<code>${openApiPath(path)}</code>`);
    expect(await (await hub.get("/")).text()).toBe(page);
  });
});

const hubWith = async (
  work: (call: (...args: string[]) => Promise<[number, string]>, folder: string) => Promise<void>,
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "hub-cli-"));
  await work(async (...args) => {
    let said = "";
    const code = await run([...args], {
      env: { HUB_STORAGE: join(folder, "hub.sqlite") },
      log: silentLog,
      print: (line) => (said += `${line}\n`),
      stopped: async () => undefined,
    });
    return [code, said];
  }, folder);
  await rm(folder, { recursive: true });
};

describe("the command line", () => {
  it("imports, publishes and removes", () =>
    hubWith(async (call, folder) => {
      const ann = await person();
      const review = await ann.signs({ sub: shop, rating: 75 });
      const reply = await ann.signs({ sub: maresi(review), opinion: "And another thing" });
      const file = join(folder, "tokens.jsonl");
      await writeFile(file, `${reply.jwt}\n${JSON.stringify({ n: 1, jwt: review.jwt })}\n\nnot.a.token\n{\n`);
      expect(await call("import", file)).toEqual([0, "2 added, 0 known, 0 removed before, 2 rejected\n"]);
      expect(await call("import", file)).toEqual([0, "0 added, 2 known, 0 removed before, 2 rejected\n"]);
      const out = join(folder, "feed");
      expect(await call("publish", "--out", out)).toEqual([0, expect.stringContaining("2 new")]);
      expect(JSON.parse(await readFile(join(out, "head.json"), "utf8"))).toMatchObject({ through: 2 });
      expect((await call("remove", "--signature", review.signature, "--code", "spam"))[0]).toBe(0);
      expect(await call("import", file)).toEqual([0, "0 added, 1 known, 1 removed before, 2 rejected\n"]);
    }));

  it.each([
    [["fly"], "There is no command fly."],
    [["publish"], "publish needs --out DIR."],
    [["remove", "--signature", "x", "--code", "spam"], "--signature is 64 bytes"],
    [["remove", "--signature", nobody], "remove needs --code, one of: illegal, exposes-a-person"],
    [["remove", "--signature", nobody, "--code", "unstated"], "remove needs --code"],
    [["remove", "--signature", nobody, "--code", "court-order"], "needs --jurisdiction"],
    [["remove", "--signature", nobody, "--code", "illegal", "--jurisdiction", "Bonn"], "by ISO 3166"],
    [["remove", "--signature", nobody, "--code", "spam"], "No review with this signature"],
    [["import"], "import needs a FILE."],
    [["serve", "--port", "http"], "port must be a whole number."],
    [["serve", "--colour"], "Unknown option '--colour'"],
  ])("says what is wrong with %j", (args, words) =>
    hubWith(async (call) => {
      const [code, said] = await call(...args);
      expect([code, said]).toEqual([2, expect.stringContaining(words)]);
    }),
  );

  it("serves until it is told to stop, and explains itself", () =>
    hubWith(async (call) => {
      expect(await call("serve", "--port", "0")).toEqual([0, ""]);
      expect(await call("--help")).toEqual([0, expect.stringContaining("hub publish --out DIR")]);
      expect((await call("import", "/nowhere.jsonl"))[0]).toBe(1);
    }));
});

it("a submission is seen by a reader at once, in the list, the numbers, the feed and by number", async () => {
  await using hub = await testHub();
  const review = await (await person()).signs({ sub: shop, rating: 75 });
  await hub.put(review.jwt);
  expect((await hub.json<ReviewsBody>(`/reviews?sub=${shop}`)).reviews).toHaveLength(1);
  expect(await hub.json(`/subject/${shop}`)).toMatchObject({ count: 1 });
  expect(await hub.json("/v1/feed/head.json")).toMatchObject({ through: 1 });
  expect(await hub.json("/v1/reviews")).toMatchObject({ next: 1, reviews: [{ n: 1, jwt: review.jwt }] });
});
