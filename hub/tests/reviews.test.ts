import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { ReviewsReply } from "../../lib/schema/mangrove.ts";
import { testHub, type ReviewsBody, type TestHub } from "./hub-fixture.ts";
import { june, maresi, person, verified, type Person } from "./people.ts";

const shop = "https://shop.example";
let ann: Person;
let bob: Person;
beforeAll(async () => {
  [ann, bob] = await Promise.all([person(), person()]);
});

async function filled(): Promise<TestHub> {
  const hub = await testHub();
  const first = await ann.signs({ sub: shop, rating: 75, opinion: "=1+1", metadata: { nickname: "Ann" } });
  const reviews = [
    first,
    await bob.signs({
      sub: "https://other.example",
      rating: 25,
      opinion: 'Too "dear",\nreally',
      iat: june + 2,
    }),
    await bob.signs({ sub: "geo:52.5,13.4?q=Bakery&u=20", rating: 100, iat: june + 1 }),
    await bob.signs({ sub: "https://example.com", rating: 50, iat: june + 3 }),
    await bob.signs({
      sub: maresi(first),
      rating: 100,
      metadata: { is_personal_experience: "true" },
      iat: june + 4,
    }),
  ];
  for (const review of reviews) expect(await (await hub.put(review.jwt)).text()).toBe("true");
  return hub;
}

const subs = ({ reviews }: ReviewsBody): unknown[] => reviews.map(({ payload }) => payload["sub"]);

describe("GET /reviews", () => {
  it("has the shape that clients of both generations parse, newest first", async () => {
    await using hub = await filled();
    const body = await hub.json<ReviewsBody>("/reviews");
    expect(ReviewsReply.safeParse(body).success).toBe(true);
    expect(body).toMatchObject({ issuers: null, maresi_subjects: null });
    expect(body.reviews.map(({ payload }) => payload["iat"])).toEqual([june + 4, june + 2, june + 1, june]);
    expect(body.reviews[3]).toEqual({
      signature: expect.stringMatching(/^[\w-]{86}$/),
      jwt: expect.stringMatching(/^[\w-]+[.][\w-]+[.][\w-]{86}$/),
      kid: ann.key.kid,
      payload: { iat: june, sub: shop, rating: 75, opinion: "=1+1", metadata: { nickname: "Ann" } },
      scheme: "https",
      geo: { coordinates: null, uncertainty: null },
    });
    expect(body.reviews[2]?.geo).toEqual({ coordinates: { x: 13.4, y: 52.5, srid: 4326 }, uncertainty: 20 });
    expect(body.reviews[2]?.payload).not.toHaveProperty("opinion");
  });

  it.each([
    ["sub=https://shop.example", [shop]],
    ["sub=geo:52.5,13.4001", ["geo:52.5,13.4?q=Bakery&u=20"]],
    ["sub=geo:52.5,13.41", []],
    ["q=dear&rating=25", ["https://other.example"]],
    ["q=dear&rating=26", []],
    ["q=%25", []],
    ["scheme=geo", ["geo:52.5,13.4?q=Bakery&u=20"]],
    ["scheme=ftp", []],
    ["rating=50", []],
    ["rating=50&examples=true", ["https://example.com"]],
    ["opinion=%3D1%2B1", [shop]],
    [`iat=${june}`, [shop]],
    ["did=did:plc:abc", []],
    ["limit=0", []],
    ["offset=900000000", []],
    ["limit=1&offset=3", [shop]],
    ["scheme=https&limit=2&never_heard_of=1&q=", ["https://other.example", shop]],
  ])("?%s", async (query, expected) => {
    await using hub = await filled();
    expect(subs(await hub.json<ReviewsBody>(`/reviews?${query}`))).toEqual(expected);
  });

  it("finds what a person wrote and what was said about a review, with numbers beside it", async () => {
    await using hub = await filled();
    const kid = encodeURIComponent(ann.key.kid);
    const body = await hub.json<ReviewsBody>(`/reviews?kid=${kid}&issuers=true&maresi_subjects=true`);
    expect(subs(body)).toEqual([shop]);
    expect(body.issuers).toEqual({ [ann.key.kid]: { count: 1, neutrality: null } });
    const about = `urn:maresi:${body.reviews[0]?.signature}`;
    expect(body.maresi_subjects).toEqual({
      [about]: {
        sub: about,
        quality: null,
        count: 1,
        opinion_count: 0,
        positive_count: 1,
        confirmed_count: 1,
      },
    });
    expect(subs(await hub.json<ReviewsBody>(`/reviews?sub=${about}`))).toEqual([about]);
  });

  it("shows only the latest edit unless asked for all; by signature whatever it is", async () => {
    await using hub = await testHub();
    const original = await ann.signs({ sub: shop, rating: 75 });
    const edit = await ann.signs({ sub: maresi(original), action: "edit", rating: 50, iat: june + 1 });
    const deletion = await ann.signs({
      sub: maresi(original),
      action: "delete",
      opinion: "Gone",
      iat: june + 2,
    });
    const ratings = async (query: string): Promise<unknown[]> =>
      (await hub.json<ReviewsBody>(`/reviews?${query}`)).reviews.map(({ payload }) => payload["rating"]);
    await hub.put(original.jwt);
    await hub.put(edit.jwt);
    expect(await ratings("")).toEqual([50]);
    await hub.put(deletion.jwt);
    expect(await ratings("")).toEqual([]);
    expect(await ratings("latest_edits_only=false")).toEqual([undefined, 50, 75]);
    expect(await ratings(`signature=${original.signature}`)).toEqual([75]);
  });

  it.each([
    "rating=many",
    "limit=-1",
    "limit=1e9",
    "offset=x",
    "iat=9007199254740993",
    "examples=maybe",
    "sub=geo:1",
  ])("refuses ?%s in words", async (query) => {
    await using hub = await testHub();
    const reply = await hub.get(`/reviews?${query}`);
    expect([reply.status, await reply.text()]).toEqual([
      400,
      expect.stringMatching(/^Incorrect (query|URI)/),
    ]);
  });

  it("says so when a page would be too large, where a silent cut would lose reviews", async () => {
    await using hub = await testHub();
    const reply = await hub.get("/reviews?limit=10001");
    expect([reply.status, await reply.text()]).toEqual([413, expect.stringContaining("10000")]);
    expect((await hub.get("/reviews?limit=10000")).status).toBe(200);
  });

  it.each([
    [undefined, "application/json"],
    ["*/*", "application/json"],
    ["application/json, text/plain, */*", "application/json"],
    ["text/html,application/xhtml+xml,*/*;q=0.8", "application/json"],
    ["text/csv", "text/csv"],
    ["text/html", "text/csv"],
    ["application/n-triples", "application/n-triples"],
    ["application/json;q=0.1, text/csv", "text/csv"],
  ])("answers Accept %s with %s", async (accept, type) => {
    await using hub = await filled();
    const reply = await hub.get("/reviews", accept === undefined ? {} : { Accept: accept });
    expect(reply.headers.get("Content-Type")).toBe(`${type}; charset=utf-8`);
    expect(reply.headers.get("Vary")).toContain("Accept");
  });

  it("as CSV is faithful, and no spreadsheet runs it", async () => {
    await using hub = await filled();
    const reply = await hub.get("/reviews?scheme=https", { Accept: "text/csv" });
    const lines = (await reply.text()).split("\r\n");
    expect(lines[0]).toBe("signature,pem,iat,sub,rating,opinion,images,metadata");
    expect(lines[1]).toContain('"Too ""dear"",\nreally"');
    expect(lines[2]).toContain(`,${shop},75,"'=1+1",none,"{""nickname"":""Ann""}"`);
    expect(reply.headers.get("Content-Disposition")).toMatch(/^attachment/);
  });

  it("as n-triples holds one statement a line, with nothing unescaped", async () => {
    await using hub = await testHub();
    await hub.put((await ann.signs({ sub: "https://x.example/a b", rating: 5, opinion: 'a "b"\n\\' })).jwt);
    const lines = (await (await hub.get("/reviews", { Accept: "application/n-triples" })).text())
      .trim()
      .split("\n");
    expect(lines).toHaveLength(10);
    for (const line of lines) expect(line).toMatch(/^(<[^<>" ]+>|_:\w+) <[^<>" ]+> .+ \.$/);
    expect(lines.join("\n")).toContain(String.raw`"a \"b\"\n\\"`);
    expect(lines.join("\n")).toContain("<https://x.example/a%20b>");
  });
});

describe("GET /review/{signature}", () => {
  it("finds it in either spelling of its signature; 404 else", async () => {
    await using hub = await testHub();
    const review = await ann.signs({ sub: shop, rating: 75 });
    await hub.put(review.jwt);
    expect(await hub.json(`/review/${review.signature}`)).toMatchObject({
      jwt: review.jwt,
      payload: { sub: shop },
    });
    expect((await hub.get(`/review/${"A".repeat(86)}`)).status).toBe(404);
    expect((await hub.get("/review/%00")).status).toBe(404);
  });
});

const post = (hub: TestHub, body: string): Promise<Response> =>
  fetch(`${hub.url}/batch`, { method: "POST", body, headers: { "Content-Type": "application/json" } });

describe("numbers", () => {
  it("GET /subject/{sub}, encoded or not, known or not", async () => {
    await using hub = await filled();
    const expected = {
      sub: shop,
      quality: 75,
      count: 1,
      opinion_count: 1,
      positive_count: 1,
      confirmed_count: 0,
    };
    expect(await hub.json(`/subject/${encodeURIComponent(shop)}`)).toEqual(expected);
    expect(await hub.json(`/subject/${shop}`)).toEqual(expected);
    expect(await hub.json("/subject/https%3A%2F%2Fnobody.example%2F%3Fa%3Db%2525")).toEqual({
      sub: "https://nobody.example/?a=b%25",
      quality: null,
      count: 0,
      opinion_count: 0,
      positive_count: 0,
      confirmed_count: 0,
    });
    expect(await hub.json("/subject/geo%3A52.5%2C13.4%3Fu%3D5")).toMatchObject({ count: 1, quality: 100 });
  });

  it("GET /issuer/{pem}, whose key holds slashes", async () => {
    await using hub = await filled();
    expect(await hub.json(`/issuer/${encodeURIComponent(bob.key.kid)}`)).toEqual({
      count: 4,
      neutrality: null,
    });
    expect(await hub.json("/issuer/nobody")).toEqual({ count: 0, neutrality: null });
  });

  it("POST /batch answers what was asked for and nothing else", async () => {
    await using hub = await filled();
    const reply = await post(hub, JSON.stringify({ subs: [shop, "x\u0000"], pems: [ann.key.kid] }));
    const body = (await reply.json()) as { subjects: Record<string, { count: number }>; issuers: object };
    expect(Object.values(body.subjects).map(({ count }) => count)).toEqual([1, 0]);
    expect(body.issuers).toEqual({ [ann.key.kid]: { count: 1, neutrality: null } });
    expect(await (await post(hub, '{"pems":[]}')).json()).toEqual({ issuers: {} });
  });

  it.each([
    ["not JSON", "{", 400],
    ["not an object", "[]", 400],
    ["not lists", '{"subs":"x"}', 400],
    ["too many", JSON.stringify({ subs: Array.from({ length: 1001 }, String) }), 413],
    ["too large", JSON.stringify({ subs: [" ".repeat(600_000)] }), 413],
  ])("POST /batch refuses %s", async (_what, body, status) => {
    await using hub = await testHub();
    expect((await post(hub, body)).status).toBe(status);
  });
});

describe("GET /geo", () => {
  it("finds places in a box, and takes the other filters too", async () => {
    await using hub = await filled();
    const box = "xmin=13&ymin=52&xmax=14&ymax=53";
    expect(subs(await hub.json(`/geo?${box}`))).toEqual(["geo:52.5,13.4?q=Bakery&u=20"]);
    expect(subs(await hub.json(`/geo?${box}&rating=1`))).toEqual([]);
    expect((await hub.get("/geo?xmin=13")).status).toBe(400);
    expect((await hub.get("/geo?xmin=1&ymin=1&xmax=999&ymax=2")).status).toBe(400);
  });
});

const recordings = new URL("../../../shared/recordings/mangrove/", import.meta.url);
const has = existsSync(recordings);

it.skipIf(!has)("real reviews come out as the network's own server shows them", async () => {
  type Entry = ReviewsBody["reviews"][number];
  const read = (name: string): { reviews: Entry[] } =>
    JSON.parse(readFileSync(new URL(name, recordings), "utf8")) as { reviews: Entry[] };
  const recorded = read("reviews_200.json").reviews;
  await using hub = await testHub({ seedTokens: recorded.map(({ jwt }) => jwt) });
  const { reviews } = await hub.json<ReviewsBody>("/reviews?latest_edits_only=false&examples=true");
  expect(reviews).toHaveLength(new Set(recorded.map(({ jwt }) => jwt)).size);
  const bySignature = new Map(reviews.map((entry) => [entry.signature, entry]));
  // That server spells the query of a place in its own way; tokens have it as signed.
  const sorted = (entry: Entry | undefined): unknown => {
    const [place = "", query = ""] = String(entry?.payload["sub"]).split("?");
    const sub = [place, ...[...new URLSearchParams(query)].map(String).toSorted()].join(" ");
    return { ...entry, payload: { ...entry?.payload, sub } };
  };
  for (const entry of recorded) {
    expect(sorted(bySignature.get(entry.signature))).toMatchObject(sorted(entry) as object);
  }
  await verified(reviews[0]?.jwt ?? "");
});
