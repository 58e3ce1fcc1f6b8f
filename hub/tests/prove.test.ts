import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
import { signProof } from "../../lib/reviews/official-proof.ts";
import { FeedOfficialKey } from "../../lib/schema/feed-daily.ts";
import { silentLog } from "../src/log.ts";
import { headLinks } from "../src/proofs/head-links.ts";
import { type ProofsDone, runProofs } from "../src/proofs/job.ts";

const dayMs = 86_400_000;
/** The beginning of one of the steps in which feeds are told, and four hours later. */
const stepAt = 5150 * 4 * dayMs;
const start = stepAt + 4 * 3_600_000;
const key = await generateSigningKey();
const other = await generateSigningKey();
const proof = await signProof("kite.example", start + 300 * dayMs, key);

let state: string;
/** What sites answer by address: a body, a status, or `undefined` for no answer at all. */
let web: Record<string, string | number | undefined>;
/** TXT records by name, or the code of a name server's failure. */
let dns: Record<string, readonly string[] | string>;
let asked: string[];
let nowMs: number;

beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), "hub-prove-"));
  web = {
    "https://kite.example/": "<title>Kite</title>",
    "https://kite.example/.well-known/backtalk.json": 404,
  };
  dns = {};
  asked = [];
  nowMs = start;
});
afterEach(() => rm(state, { recursive: true }));

const brand = (brandId: string, domains: readonly string[] = [brandId]) =>
  ({ brandId, name: "Kite", names: ["Kite"], domains, trade: "fashion", isKnown: false }) as const;

const prove = (
  brands = [brand("kite.example")],
  signal = new AbortController().signal,
): Promise<ProofsDone> =>
  runProofs({
    fetch: async (input) => {
      const url = input instanceof Request ? input.url : input.toString();
      asked.push(url);
      const answer = web[url];
      if (answer === undefined) throw new TypeError("unreachable");
      return typeof answer === "number" ? new Response("no", { status: answer }) : new Response(answer);
    },
    resolveTxt: async (name: string) => {
      const records = dns[name] ?? "ENODATA";
      if (typeof records === "string") throw Object.assign(new Error("dns"), { code: records });
      // As name servers send long ones: in parts.
      return records.map((record) => [record.slice(0, 100), record.slice(100)]);
    },
    brands,
    state,
    now: () => nowMs,
    random: () => 0.5,
    log: silentLog,
    signal,
  });
const file = (content: object): string => JSON.stringify({ format: 1, keys: [], ...content });
const wellKnown = "https://kite.example/.well-known/backtalk.json";
const link = (text = proof): string => `<link rel="backtalk-key" href="data:,${text}">`;
const authors = ({ officialKeys }: ProofsDone): readonly string[] => officialKeys.map(({ author }) => author);

describe("a brand proves a key", () => {
  const seconds = stepAt / 1000;
  const times = { checkedAt: seconds, expiresAt: seconds + 14 * 86_400 };

  it("by a file on its site", async () => {
    web[wellKnown] = file({ keys: [proof] });
    const { officialKeys } = await prove();
    const proofUrl = wellKnown;
    expect(officialKeys).toEqual([
      { brand: "kite.example", author: key.author, proofUrl, method: "well-known", ...times },
    ]);
    expect(FeedOfficialKey.array().parse(officialKeys)).toEqual(officialKeys);
  });

  it("by a link in the head of its front page", async () => {
    web["https://kite.example/"] = `<!doctype html><html><head>${link()}</head></html>`;
    const proofUrl = "https://kite.example/";
    expect((await prove()).officialKeys).toEqual([
      { brand: "kite.example", author: key.author, proofUrl, method: "link", ...times },
    ]);
  });

  it.each(["_backtalk.kite.example", "kite.example"])("by a DNS record at %s", async (name) => {
    dns[name] = ["v=spf1 -all", `backtalk-key=${proof}`];
    expect((await prove()).officialKeys).toEqual([
      { brand: "kite.example", author: key.author, method: "dns", ...times },
    ]);
  });

  it("in several places, once", async () => {
    web[wellKnown] = file({ keys: [proof, proof] });
    web["https://kite.example/"] = link();
    dns["kite.example"] = [`backtalk-key=${proof}`];
    expect(authors(await prove())).toEqual([key.author]);
  });

  it("with twenty of them at most, so that one brand leaves room for others", async () => {
    const keys = await Promise.all(Array.from({ length: 21 }, () => generateSigningKey()));
    const proofs = await Promise.all(keys.map((each) => signProof("kite.example", start + dayMs, each)));
    dns["kite.example"] = proofs.map((text) => `backtalk-key=${text}`);
    web[wellKnown] = file({ keys: [proof] });
    const proven = authors(await prove());
    expect(proven).toHaveLength(20);
    expect(proven).toContain(key.author);
  });

  it("for all its domains", async () => {
    web[wellKnown] = file({ keys: [proof] });
    const { officialKeys } = await prove([brand("kite.example", ["kite.example", "kite-shop.example"])]);
    expect(officialKeys.map((entry) => [entry.brand, entry.proofUrl])).toEqual([
      ["kite.example", wellKnown],
      ["kite-shop.example", wellKnown],
    ]);
  });
});

describe("what proves nothing", () => {
  it("a key that did not sign, one that signed for another site, one whose last day is over", async () => {
    const foreign = await signProof("acme.example", start + dayMs, key);
    const old = await signProof("kite.example", start - 2 * dayMs, key);
    web[wellKnown] = file({ keys: [foreign, old, key.author, 7, null, { proof }] });
    expect((await prove()).officialKeys).toEqual([]);
  });

  it("a file of another kind, and a front page in its place", async () => {
    for (const body of ["<!doctype html>", "{}", '{"format":2,"keys":[]}', `["${proof}"]`]) {
      web[wellKnown] = body;
      nowMs += 8 * dayMs;
      expect((await prove()).officialKeys, body).toEqual([]);
    }
  });

  it("a link below the head, where others may have written", async () => {
    web["https://kite.example/"] = `<head><title>Kite</title></head><body>${link()}`;
    expect((await prove()).officialKeys).toEqual([]);
  });
});

describe("a proof that is no longer there", () => {
  it("is forgotten at the next look", async () => {
    web[wellKnown] = file({ keys: [proof] });
    await prove();
    nowMs += dayMs;
    web[wellKnown] = 404;
    expect((await prove()).officialKeys).toEqual([]);
  });

  it("is forgotten where the file withdraws it, wherever else it stands", async () => {
    const second = await signProof("kite.example", start + 9 * dayMs, other);
    web["https://kite.example/"] = link() + link(second);
    web[wellKnown] = file({ withdrawn: [key.author] });
    expect(authors(await prove())).toEqual([other.author]);
  });

  it("holds for two weeks where its place does not answer, and is then none", async () => {
    web[wellKnown] = file({ keys: [proof] });
    await prove();
    web[wellKnown] = 503;
    web["https://kite.example/"] = undefined;
    dns = { "kite.example": "ESERVFAIL", "_backtalk.kite.example": "ESERVFAIL" };
    nowMs += 13 * dayMs;
    const late = await prove();
    expect(late.officialKeys).toMatchObject([
      { checkedAt: stepAt / 1000, expiresAt: stepAt / 1000 + 14 * 86_400 },
    ]);
    expect(late.silent).toBe(1);
    nowMs += dayMs;
    expect((await prove()).officialKeys).toEqual([]);
  });

  it("ends with the last day that it says itself", async () => {
    web[wellKnown] = file({ keys: [await signProof("kite.example", start + dayMs, key)] });
    const lastDay = Math.floor(start / dayMs) * dayMs + dayMs;
    expect((await prove()).officialKeys).toMatchObject([{ expiresAt: (lastDay + dayMs) / 1000 }]);
  });
});

describe("how often brands are asked", () => {
  it("does not change what feeds say every day", async () => {
    web[wellKnown] = file({ keys: [proof] });
    const { officialKeys: first } = await prove();
    nowMs += dayMs;
    const { asked: again, officialKeys: second } = await prove();
    expect([again, second]).toEqual([1, first]);
    nowMs += 3 * dayMs;
    expect((await prove()).officialKeys).not.toEqual(first);
  });

  it("one with keys every day, another one once a week; what is only a name, never", async () => {
    web[wellKnown] = file({ keys: [proof] });
    const brands = [brand("kite.example"), brand("acme.example"), brand("name:kite")];
    expect(await prove(brands)).toMatchObject({ asked: 2, silent: 0, due: 0 });
    nowMs += dayMs;
    asked = [];
    expect(await prove(brands)).toMatchObject({ asked: 1 });
    expect(new Set(asked.map((url) => new URL(url).host))).toEqual(new Set(["kite.example"]));
    nowMs += 7 * dayMs;
    expect(await prove(brands)).toMatchObject({ asked: 2 });
  });

  it("goes on where a run ended, and knows what it knew", async () => {
    web[wellKnown] = file({ keys: [proof] });
    await prove();
    const brands = [brand("kite.example"), brand("acme.example")];
    const ended = await prove(brands, AbortSignal.abort());
    expect(ended).toMatchObject({ asked: 0, due: 1 });
    expect(authors(ended)).toEqual([key.author]);
  });
});

describe("links in the head of a page", () => {
  it.each([
    ["in either case and any order", `<LINK HREF='data:,a' class=x REL="icon Backtalk-Key">`, ["data:,a"]],
    ["not in a comment", `<!-- <link rel=backtalk-key href=data:,a> -->`, []],
    ["not in a title", `<title><link rel=backtalk-key href=data:,a></title>`, []],
    ["not in a script", `<script>"<link rel=backtalk-key href=data:,a>"</script>`, []],
    ["not in a template", `<template><link rel=backtalk-key href=data:,a></template>`, []],
    ["not after what belongs into a body", `<p>x</p><link rel=backtalk-key href=data:,a>`, []],
    ["not of another relation", `<link rel=backtalk-keys href=data:,a>`, []],
    ["without an address", `<link rel=backtalk-key>`, [""]],
  ])("%s", (_what, html, found) => {
    expect(headLinks(`<html><head>${html}</head>`, "backtalk-key")).toEqual(found);
  });
});
