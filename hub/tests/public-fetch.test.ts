import type { lookup } from "node:dns";
import { createServer, type Server } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isPublicAddress } from "../src/proofs/public-address.ts";
import { createPublicFetch } from "../src/proofs/public-fetch.ts";

describe("a public address", () => {
  it.each(["93.184.215.14", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::1"])(
    "is %s",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.31.255.255",
    "192.168.1.1",
    "198.18.0.1",
    "203.0.113.7",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "2001:db8::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "ff02::1",
    "localhost",
    "",
  ])("is not %s", (address) => expect(isPublicAddress(address)).toBe(false));
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** One server on this machine, which every name of a test leads to. */
let server: Server;
let ca: string;
let answer: Answer;
let asked: string[];
/** Addresses that names are said to lead to; the server is reached all the same where that is allowed. */
let leadsTo: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  const names = ["kite.example", "www.kite.example", "acme.example"];
  const keys = await generate([{ name: "commonName", value: names[0] ?? "" }], {
    keySize: 2048,
    extensions: [{ name: "subjectAltName", altNames: names.map((value) => ({ type: 2, value })) }],
  } as never);
  ca = keys.cert;
  server = createServer({ key: keys.private, cert: keys.cert });
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    asked.push(`${request.headers.host ?? ""}${request.url ?? ""}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  asked = [];
  leadsTo = {};
  answer = (_request, response) => void response.end("hello");
});

const port = (): number => (server.address() as AddressInfo).port;
/** Names lead to this machine, which stands for a public address, unless a test says otherwise. */
const reach = (mostBytes = 1000): typeof fetch =>
  createPublicFetch({
    mostBytes,
    ca,
    port: port(),
    mayConnect: (address) => address === "127.0.0.1" || isPublicAddress(address),
    lookup: ((name: string, _options: unknown, callback: (...found: unknown[]) => void) => {
      const found = leadsTo[name] ?? ["127.0.0.1"];
      callback(
        null,
        found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      );
    }) as unknown as typeof lookup,
  });

describe("asking a site that others name", () => {
  it("gives its answer", async () => {
    const reply = await reach()("https://kite.example/file", { headers: { Accept: "text/html" } });
    expect([reply.status, await reply.text()]).toEqual([200, "hello"]);
  });

  it.each([
    ["private", ["10.0.0.1"]],
    ["that of the machine's own cloud", ["169.254.169.254"]],
    ["public, but another one is not", ["127.0.0.1", "192.168.0.1"]],
    ["nowhere", []],
  ])("connects to nobody where its address is %s", async (_what, addresses) => {
    leadsTo = { "kite.example": addresses };
    await expect(reach()("https://kite.example/")).rejects.toThrow("leads to no public address");
    expect(asked).toEqual([]);
  });

  it.each([
    "http://kite.example/",
    "https://kite.example:8443/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://2130706433/",
    "https://0x7f.1/",
  ])("does not ask %s", async (url) => {
    await expect(reach()(url)).rejects.toThrow("Not to be asked");
    expect(asked).toEqual([]);
  });

  it("follows a site to its other host, three times at most", async () => {
    answer = ({ headers }, response) => {
      const isHome = headers.host === "www.kite.example";
      if (isHome) response.end("home");
      else response.writeHead(301, { location: "https://www.kite.example/" }).end();
    };
    expect(await (await reach()("https://kite.example/")).text()).toBe("home");
    answer = (_request, response) => void response.writeHead(302, { location: "/again" }).end();
    await expect(reach()("https://kite.example/")).rejects.toThrow("Too many redirects");
  });

  it.each([
    "https://acme.example/",
    "http://kite.example/",
    "https://127.0.0.1/",
    "https://kite.example:22/",
    "//acme.example",
    "file:///etc/passwd",
  ])("does not follow it to %s", async (location) => {
    answer = (_request, response) => void response.writeHead(302, { location }).end();
    await expect(reach()("https://kite.example/")).rejects.toThrow(TypeError);
    expect(asked).toEqual(["kite.example/"]);
  });

  it("reads the beginning of an endless body and hangs up", async () => {
    const hungUp = new Promise<void>((resolve) => {
      answer = (_request, response) => {
        response.on("close", resolve);
        const more = (): void => {
          while (!response.destroyed && response.write("x".repeat(1000)));
          if (!response.destroyed) response.once("drain", more);
        };
        more();
      };
    });
    const reply = await reach(2500)("https://kite.example/");
    expect(await reply.text()).toHaveLength(2500);
    await hungUp;
  });

  it("takes no compressed body, which could be far longer than it looks", async () => {
    answer = (_request, response) => void response.writeHead(200, { "content-encoding": "gzip" }).end("x");
    await expect(reach()("https://kite.example/")).rejects.toThrow("Compressed");
  });

  it("ends when it is told to", async () => {
    answer = () => undefined;
    const signal = AbortSignal.abort();
    await expect(reach()("https://kite.example/", { signal })).rejects.toThrow(/abort/i);
  });
});
