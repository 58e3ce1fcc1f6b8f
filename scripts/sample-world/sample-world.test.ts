import { request } from "node:https";
import { beforeAll, describe, expect, it } from "vitest";
import { readPage } from "../../lib/detect/facts.ts";
import type { Review } from "../../lib/model/review.ts";
import { sampleDataSource } from "../../lib/reviews/client.ts";
import { verifyTokens } from "../../lib/reviews/token.ts";
import { readSupplement } from "../build-directory/read-supplement.ts";
import { standingsOf } from "../standings.ts";
import { FeedDailyExtras } from "../../lib/schema/feed-daily.ts";
import { sampleWorld, servePages, type SampleWorld } from "./index.ts";
import { makePeople } from "./people.ts";
import { makeStatements } from "./statements.ts";

let world: SampleWorld;
const reviews: Review[] = [];
beforeAll(async () => {
  world = await sampleWorld({ seed: "test" });
  for await (const chunk of verifyTokens(world.tokens)) {
    expect(chunk.rejected).toEqual([]);
    reviews.push(...chunk.reviews);
  }
});

describe("the sample world's reviews", () => {
  it("are the same for one seed, signatures and all, and others for another", async () => {
    expect((await sampleWorld({ seed: "test" })).tokens).toEqual(world.tokens);
    expect(makeStatements("test", makePeople("test"))).toEqual(world.statements);
    expect(makeStatements("other", makePeople("other"))).not.toEqual(world.statements);
  });

  it("all say that they are samples, about hosts and places that nobody has", () => {
    for (const { metadata, subject, target } of reviews) {
      expect(metadata.dataSource).toBe(sampleDataSource);
      if (target === undefined) expect(subject).toMatch(/^(https:\/\/[a-z-]+\.example(\/|$)|geo:)/);
    }
  });

  it("are of every kind, by some 150 people, none dated after the world's end", () => {
    const kinds = Object.groupBy(reviews, ({ kind }) => kind);
    for (const kind of ["review", "reply", "vote", "flag", "edit", "delete"] as const) {
      expect(kinds[kind]?.length, kind).toBeGreaterThan(4);
    }
    expect(new Set(reviews.map(({ author }) => author)).size).toBeGreaterThan(150);
    for (const { issuedAt } of reviews) expect(issuedAt).toBeLessThanOrEqual(world.endsAt + 1);
  });

  it("change only what their own authors wrote", () => {
    const { pending, refused, standing, withdrawn } = standingsOf(reviews);
    expect(refused).toEqual([]);
    expect(pending).toEqual([]);
    expect(withdrawn.length).toBeGreaterThan(4);
    expect(standing.filter(({ content, original }) => content !== original).length).toBeGreaterThan(9);
  });

  it("leave more than a hundred for Northwind, three for Vesper and none for Quillon", () => {
    const { standing } = standingsOf(reviews);
    const countOf = (subject: string): number =>
      new Set(
        standing
          .filter(({ original }) => original.subject === subject)
          .map(({ original }) => original.author),
      ).size;
    expect(countOf("https://northwind.example")).toBeGreaterThan(100);
    expect(countOf("https://vesper.example")).toBe(3);
    expect(countOf("https://quillon.example")).toBe(0);
    expect(countOf("https://bazaar.example/p/trail-runner-2")).toBeGreaterThan(15);
  });

  it("name each author once per subject", () => {
    const originals = reviews.filter(({ kind }) => kind === "review");
    expect(new Set(originals.map(({ author, subject }) => `${author} ${subject}`)).size).toBe(
      originals.length,
    );
  });

  it("are in many scripts, right to left too", () => {
    const words = reviews.map(({ opinion }) => opinion ?? "").join(" ");
    for (const script of ["Arabic", "Hebrew", "Hiragana", "Han", "Hangul", "Cyrillic", "Devanagari"]) {
      expect(words).toMatch(new RegExp(`\\p{Script=${script}}`, "u"));
    }
  });
});

describe("the sample world's directory rows", () => {
  it("read as our own facts do", () => {
    const rows = readSupplement("sample", world.directoryRows);
    expect(rows.map(({ name }) => name)).toEqual(world.brands.map(({ name }) => name));
  });
});

function jsonLdOf(host: string, path: string): string[] {
  const body = world.pages.get(host)?.get(path)?.body ?? "";
  const scripts = body.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g);
  return [...scripts].map(([, text = ""]) => text);
}

describe("the sample world's pages", () => {
  it("link only to pages that exist", () => {
    for (const [host, site] of world.pages) {
      for (const [path, { body, headers }] of site) {
        if (!headers["content-type"]?.startsWith("text/html")) continue;
        for (const [, href = ""] of body.matchAll(/<(?:a|link)\b[^>]*?href="([^"]+)"/g)) {
          const url = new URL(href, `https://${host}${path}`);
          expect(world.pages.get(url.host)?.has(url.pathname), `${host}${path} → ${url.href}`).toBe(true);
        }
      }
    }
  });

  it("of the strict site hold nothing that its policy forbids", () => {
    for (const { body, headers } of world.pages.get("lumen-audio.example")?.values() ?? []) {
      if (!headers["content-type"]?.startsWith("text/html")) continue;
      expect(headers["content-security-policy"]).toContain("require-trusted-types-for 'script'");
      expect(body).not.toMatch(/ style=|<style|<script(?! type="application\/ld\+json")| on\w+=/);
    }
  });

  it("of a shop carry markup that reads, in one shop broken", () => {
    expect(() =>
      jsonLdOf("bazaar.example", "/p/trail-runner-2").map((text) => JSON.parse(text) as unknown),
    ).not.toThrow();
    expect(() =>
      jsonLdOf("cheapmart.example", "/item/trail-runner-2.html").map((text) => JSON.parse(text) as unknown),
    ).toThrow();
    expect(jsonLdOf("oldharbour.example", "/goods/trail-runner-2")).toEqual([]);
    const facts = readPage({
      url: "https://bazaar.example/p/trail-runner-2",
      title: "",
      jsonLd: jsonLdOf("bazaar.example", "/p/trail-runner-2"),
      meta: [],
      links: [],
      microdata: [],
      hasPassword: false,
      articleCount: 0,
    });
    expect(facts.product).toMatchObject({ brand: "Northwind" });
    expect(facts.product?.gtins).toHaveLength(1);
  });
});

async function get(
  port: number,
  host: string,
  path: string,
): Promise<{ status: number; location?: string; body: string }> {
  return new Promise((resolve, reject) => {
    request({ port, path, host: "127.0.0.1", headers: { host }, rejectUnauthorized: false }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part: string) => (body += part));
      response.on("end", () => {
        const { location } = response.headers;
        resolve({ status: response.statusCode ?? 0, ...(location && { location }), body });
      });
    })
      .on("error", reject)
      .end();
  });
}

describe("serving the pages", () => {
  it("answers each host with its own pages, and tells of each request", async () => {
    const seen: string[] = [];
    const server = await servePages(world, { onRequest: (host, path) => seen.push(host + path) });
    try {
      expect(await get(server.port, `northwind.example:${server.port}`, "/?a=1")).toMatchObject({
        status: 200,
        body: expect.stringContaining("Northwind"),
      });
      expect(await get(server.port, "www.northwind.example", "/about")).toMatchObject({
        status: 301,
        location: "https://northwind.example/about",
      });
      expect(await get(server.port, "northwind.example", "/nothing")).toMatchObject({ status: 404 });
      expect(await get(server.port, "elsewhere.example", "/")).toMatchObject({ status: 404 });
      expect(seen).toEqual([
        "northwind.example/",
        "www.northwind.example/about",
        "northwind.example/nothing",
        "elsewhere.example/",
      ]);
    } finally {
      await server.close();
    }
  });
});

describe("the sample world's daily file", () => {
  it("is one, about invented brands alone, with a recall of a product, one of this year and an old one", () => {
    expect(FeedDailyExtras.parse(world.daily)).toEqual(world.daily);
    for (const id of Object.keys(world.daily.brands ?? {})) expect(id).toMatch(/^[a-z-]+\.example$/);
    const facts = Object.values(world.daily.brands ?? {}).flatMap((brand) => brand.facts ?? []);
    const agesOfRecalls = facts
      .filter(({ property }) => property === "recall")
      .map(({ at = 0 }) => Math.floor((world.endsAt - at) / (365 * 86_400)));
    expect(agesOfRecalls.toSorted((a, b) => a - b)).toEqual([0, 0, 7]);
    const sold = new Set(world.brands.flatMap(({ products }) => products.map(({ name }) => name)));
    expect(facts.flatMap(({ products = [] }) => products).filter((name) => sold.has(name))).toEqual([
      "Rolling Rattle",
    ]);
    expect(new Set(facts.map(({ property }) => property))).toEqual(new Set(["recall", "complaint", "owner"]));
    for (const { at = 0 } of facts) expect(at).toBeLessThanOrEqual(world.endsAt);
  });

  it("leads only to pages that there are, and names whom everything comes from", () => {
    const said = Object.values(world.daily.brands ?? {});
    const facts = said.flatMap((brand) => brand.facts ?? []);
    const titles = said.flatMap((brand) => brand.newestTitles ?? []);
    expect(titles.length).toBeGreaterThan(3);
    for (const link of [...facts.map(({ sourceUrl }) => sourceUrl), ...titles.map(({ url }) => url)]) {
      const { host, pathname } = new URL(link ?? "");
      expect(world.pages.get(host)?.has(pathname), link).toBe(true);
    }
    const named = Object.keys(world.daily.sources ?? {});
    for (const { sourceId } of [...facts, ...titles]) expect(named).toContain(sourceId);
  });
});
