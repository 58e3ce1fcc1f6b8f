import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { assert, asyncProperty, string } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { generateSigningKey, type SigningKey } from "../../lib/reviews/keys.ts";
import { testHub, type ReviewsBody } from "./hub-fixture.ts";
import { june, maresi, person, type Person } from "./people.ts";

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Signs anything with any header, however wrong. */
async function forge(key: SigningKey, payload: unknown, header: object = {}): Promise<string> {
  const signed = `${encode({ alg: "ES256", kid: key.kid, ...header })}.${encode(payload)}`;
  const bytes = new TextEncoder().encode(signed);
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key.privateKey, bytes);
  return `${signed}.${Buffer.from(signature).toString("base64url")}`;
}

describe("PUT /submit/{jwt}", () => {
  const sub = "https://shop.example";
  let ann: Person;
  let key: SigningKey;
  beforeAll(async () => {
    ann = await person();
    key = await generateSigningKey();
  });

  it("stores a signed review and answers true", async () => {
    await using hub = await testHub();
    const review = await ann.signs({ sub, rating: 75, opinion: "Good." });
    const reply = await hub.put(review.jwt);
    expect([reply.status, await reply.text()]).toEqual([200, "true"]);
    expect(reply.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const { reviews } = await hub.json<ReviewsBody>(`/reviews?sub=${sub}`);
    expect(reviews.map(({ jwt }) => jwt)).toEqual([review.jwt]);
  });

  it("answers the same token with true again, so that a client may ask twice", async () => {
    await using hub = await testHub();
    const review = await ann.signs({ sub, rating: 75 });
    for (let i = 0; i < 2; i++) expect(await (await hub.put(review.jwt)).text()).toBe("true");
    expect((await hub.json<ReviewsBody>("/reviews")).reviews).toHaveLength(1);
  });

  it("tells apart the same token and the same words in another one", async () => {
    await using hub = await testHub();
    await hub.put((await ann.signs({ sub, rating: 75 })).jwt);
    const reply = await hub.put((await ann.signs({ sub, rating: 75, iat: june + 5 })).jwt);
    expect([reply.status, await reply.text()]).toEqual([
      400,
      "Duplicate entry found in the database, please submit reviews with differing rating or opinion.",
    ]);
  });

  it("stores once what many hand in at the same moment, and one of many that say the same", async () => {
    await using hub = await testHub();
    const review = await ann.signs({ sub, rating: 75 });
    const same = await Promise.all(Array.from({ length: 12 }, () => hub.put(review.jwt)));
    expect(same.map(({ status }) => status)).toEqual(same.map(() => 200));
    const bob = await person();
    const alike = await Promise.all(
      Array.from({ length: 6 }, (_, i) => bob.signs({ sub, rating: 25, iat: june + i })),
    );
    const statuses = (await Promise.all(alike.map(({ jwt }) => hub.put(jwt)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 400)).toHaveLength(5);
    expect((await hub.json<ReviewsBody>("/reviews")).reviews).toHaveLength(2);
  });

  const now = Math.floor(Date.now() / 1000);
  it.each<[string, unknown, object, string | RegExp]>([
    ["a time before 2020", { sub, rating: 1, iat: 1_577_836_799 }, {}, /^Claim too old/],
    ["a time that is none", { sub, rating: 1, iat: "now" }, {}, /^Incorrect JWT/],
    ["a time next week", { sub, rating: 1, iat: now + 604_800 }, {}, "Claim from the future."],
    ["a rating above 100", { sub, rating: 101, iat: june }, {}, "Rating out of range."],
    ["a rating below 0", { sub, rating: -1, iat: june }, {}, "Rating out of range."],
    ["1001 bytes of opinion", { sub, opinion: "a".repeat(1001), iat: june }, {}, "Opinion too long."],
    ["1002 bytes in 501 letters", { sub, opinion: "ä".repeat(501), iat: june }, {}, "Opinion too long."],
    ["nothing said", { sub, iat: june }, {}, "Review must contain either a rating or a review."],
    ["an http subject", { sub: "http://shop.example", rating: 1, iat: june }, {}, "Unknown URI scheme: http"],
    [
      "a script as subject",
      { sub: "javascript:alert(1)", rating: 1, iat: june },
      {},
      "Unknown URI scheme: javascript",
    ],
    ["an unknown URN", { sub: "urn:ean:1", rating: 1, iat: june }, {}, "Unknown URN scheme: ean"],
    ["a place off the Earth", { sub: "geo:91,0", rating: 1, iat: june }, {}, /^Incorrect URI/],
    ["no subject", { rating: 1, iat: june }, {}, /^Incorrect JWT/],
    ["no key", { sub, rating: 1, iat: june }, { kid: undefined }, "kid is missing from header"],
    ["no algorithm", { sub, rating: 1, iat: june }, { alg: "none" }, /^Incorrect JWT: algorithm/],
    ["another algorithm", { sub, rating: 1, iat: june }, { alg: "HS256" }, /^Incorrect JWT: algorithm/],
    [
      "a key that is none",
      { sub, rating: 1, iat: june },
      { kid: "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----" },
      /^Incorrect JWT: key/,
    ],
    ["NUL in the opinion", { sub, opinion: "a\u0000b", iat: june }, {}, /./],
  ])("refuses %s", async (_what, payload, header, words) => {
    await using hub = await testHub();
    const reply = await hub.put(await forge(key, payload, header));
    const said = await reply.text();
    expect(reply.status).toBe(400);
    expect(reply.headers.get("Content-Type")).toMatch(/^text\/plain/);
    if (typeof words === "string") expect(said).toBe(words);
    else expect(said).toMatch(words);
    expect((await hub.json<ReviewsBody>("/reviews")).reviews).toEqual([]);
  });

  it.each([
    [
      "metadata that only newer clients write",
      { osm_id: "node/1", license: "CC-BY-SA-4.0", reviewer_index: 1 },
    ],
    ["flags as booleans", { is_affiliated: true }],
    ["a nickname of 25 bytes", { nickname: "n".repeat(25) }],
  ])("takes %s and keeps it as signed", async (_what, metadata) => {
    await using hub = await testHub();
    expect((await hub.put(await forge(key, { sub, rating: 50, iat: june, metadata }))).status).toBe(200);
    expect((await hub.json<ReviewsBody>("/reviews")).reviews[0]?.payload["metadata"]).toEqual(metadata);
  });

  it("refuses a token whose words were changed, or signed by another key", async () => {
    await using hub = await testHub();
    const { jwt } = await ann.signs({ sub, rating: 75 });
    const [header, , signature] = jwt.split(".");
    const changed = `${header}.${encode({ sub, rating: 0, iat: june })}.${signature}`;
    const stolen = await forge(key, { sub, rating: 75, iat: june }, { kid: ann.key.kid });
    for (const token of [changed, stolen]) {
      const reply = await hub.put(token);
      expect([reply.status, await reply.text()]).toEqual([400, "Incorrect JWT: signature"]);
    }
  });

  it("lets only the author edit and delete, and knows what it is about", async () => {
    await using hub = await testHub();
    const original = await ann.signs({ sub, rating: 75, opinion: "Good." });
    const edit = await ann.signs({
      sub: maresi(original),
      action: "edit",
      rating: 25,
      opinion: "Bad.",
      iat: june + 1,
    });
    const early = await hub.put(edit.jwt);
    expect([early.status, await early.text()]).toEqual([400, expect.stringMatching(/^Non-existent entity/)]);
    await hub.put(original.jwt);
    const bob = await person();
    const foreign = await bob.signs({ sub: maresi(original), action: "delete", opinion: "x" });
    const refused = await hub.put(foreign.jwt);
    expect([refused.status, await refused.text()]).toEqual([
      400,
      "Only its author can edit or delete a review.",
    ]);
    expect((await hub.put(edit.jwt)).status).toBe(200);
    const { reviews } = await hub.json<ReviewsBody>(`/reviews?sub=${sub}`);
    expect(reviews.map(({ payload, original_sub: about }) => [payload["opinion"], about])).toEqual([
      ["Bad.", sub],
    ]);
  });

  it("never asks the subject's own site", async () => {
    let visits = 0;
    const site = createServer((_, reply) => {
      visits += 1;
      reply.end();
    });
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
    const { port } = site.address() as AddressInfo;
    await using hub = await testHub();
    const address = `https://127.0.0.1:${port}`;
    expect((await hub.put((await ann.signs({ sub: address, rating: 75 })).jwt)).status).toBe(200);
    await hub.json(`/reviews?sub=${encodeURIComponent(address)}`);
    await hub.json(`/subject/${encodeURIComponent(address)}`);
    expect(visits).toBe(0);
    site.close();
  });

  it("answers 414 or less to an address that is too long, and goes on", async () => {
    await using hub = await testHub();
    expect((await hub.put("a".repeat(20_000))).status).toBe(414);
    expect((await hub.put("a".repeat(90_000))).status).toBe(431);
    expect((await hub.get("/health")).status).toBe(200);
  });

  it("survives any text as a token", async () => {
    await using hub = await testHub();
    await assert(
      asyncProperty(string({ minLength: 1, maxLength: 200, unit: "binary" }), async (text) => {
        const path = encodeURIComponent(text.toWellFormed()).replaceAll(/^\.+$/g, "x");
        expect([400, 404]).toContain((await hub.put(path)).status);
      }),
      { numRuns: 100 },
    );
  });

  it("is no place for GET", async () => {
    await using hub = await testHub();
    expect((await hub.get("/submit/a.b.c")).status).toBe(404);
  });
});
