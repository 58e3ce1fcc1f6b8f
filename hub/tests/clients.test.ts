// @vitest-environment node
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { exportBackup, generateSigningKey, importBackup } from "../../lib/reviews/keys.ts";
import type { Review } from "../../lib/model/review.ts";
import { testHub, type ReviewsBody, type TestHub } from "./hub-fixture.ts";
import { june, maresi, person, verified } from "./people.ts";

/** What both packages offer, each with the address of the API as its documented last argument. */
interface Client {
  generateKeypair(): Promise<CryptoKeyPair>;
  publicToPem(key: CryptoKey): Promise<string>;
  keypairToJwk(keys: CryptoKeyPair): Promise<object>;
  jwkToKeypair(jwk: object): Promise<CryptoKeyPair>;
  signAndSubmitReview(keys: CryptoKeyPair, payload: object, api: string): Promise<unknown>;
  getReviews(query: object, api: string): Promise<ReviewsBody>;
  getSubject(uri: string, api: string): Promise<object>;
  getIssuer(pem: string, api: string): Promise<object>;
  batchAggregate(query: object, api: string): Promise<object>;
}
type CryptoKeyPair = { publicKey: CryptoKey; privateKey: CryptoKey };

const clients: readonly [string, () => Promise<Client>][] = [
  ["mangrove-reviews", async () => (await import("mangrove-reviews")).default as Client],
  [
    "mangrove-reviews-typescript",
    async () => (await import("mangrove-reviews-typescript")).MangroveReviews as unknown as Client,
  ],
];
const shop = "https://shop.example";

/** One hands over the body, the other the whole reply of its HTTP library. */
function bodyOf(submitted: unknown): unknown {
  return typeof submitted === "object" && submitted !== null && "data" in submitted
    ? submitted.data
    : submitted;
}

describe.each(clients)("the independent client %s", (name, load) => {
  let client: Client;
  let hub: TestHub;
  /** The older one rewrites every subject to carry a `?q=`; readers know. */
  const asWritten = (sub: string): string => (name === "mangrove-reviews" ? `${sub}?q=` : sub);
  // Both are written for pages: they put the page's address into the review.
  beforeAll(async () => {
    vi.stubGlobal("window", { location: { href: "https://client.example/" }, btoa });
    [client, hub] = await Promise.all([load(), testHub()]);
  });
  afterAll(async () => {
    await hub.close();
    vi.unstubAllGlobals();
  });

  const submits = async (keys: CryptoKeyPair, payload: object): Promise<void> => {
    expect(bodyOf(await client.signAndSubmitReview(keys, payload, hub.url))).toBe(true);
  };
  const standing = async (query: object): Promise<ReviewsBody["reviews"]> =>
    (await client.getReviews(query, hub.url)).reviews;

  it("writes a review, and reads it and its numbers back", async () => {
    const sub = asWritten(shop);
    const keys = await client.generateKeypair();
    const pem = await client.publicToPem(keys.publicKey);
    await submits(keys, { sub: shop, rating: 75, opinion: "Søft & warm" });

    const { reviews, issuers } = await client.getReviews({ kid: pem, issuers: true }, hub.url);
    expect(reviews).toHaveLength(1);
    expect(reviews[0]).toMatchObject({
      kid: pem,
      payload: {
        sub,
        rating: 75,
        opinion: "Søft & warm",
        metadata: { client_id: "https://client.example/" },
      },
    });
    expect(issuers).toEqual({ [pem]: { count: 1, neutrality: null } });
    expect(await standing({ sub: shop })).toHaveLength(1);
    expect(await standing({ q: "søft" })).toHaveLength(1);
    expect(await client.getSubject(sub, hub.url)).toMatchObject({ sub, count: 1, quality: 75 });
    expect(await client.getIssuer(pem, hub.url)).toMatchObject({ count: 1 });
    expect(await client.batchAggregate({ subs: [sub], pems: [pem] }, hub.url)).toMatchObject({
      subjects: { [sub]: { count: 1 } },
      issuers: { [pem]: { count: 1 } },
    });
  });

  it("edits and deletes what it wrote, and we read it so", async () => {
    const keys = await client.generateKeypair();
    const pem = await client.publicToPem(keys.publicKey);
    await submits(keys, { sub: shop, rating: 25, opinion: "Cold" });
    const original = await verified((await standing({ kid: pem }))[0]?.jwt ?? "");
    await submits(keys, { sub: maresi(original), action: "edit", rating: 100, opinion: "Warm" });
    const [edit, ...others] = await readByUs(await standing({ kid: pem }));
    expect(others).toEqual([]);
    expect(edit).toMatchObject({
      kind: "edit",
      target: original.signatureKey,
      author: original.author,
      rating: 100,
      opinion: "Warm",
    });
    await submits(keys, { sub: maresi(original), action: "delete", opinion: "Gone" });
    expect(await standing({ kid: pem })).toEqual([]);
    const history = await readByUs(
      (await hub.json<ReviewsBody>(`/reviews?latest_edits_only=false&kid=${encodeURIComponent(pem)}`))
        .reviews,
    );
    expect(new Set(history.map(({ kind }) => kind))).toEqual(new Set(["review", "edit", "delete"]));
  });

  it("answers, votes and flags by the conventions that we read", async () => {
    const ann = await person();
    const review = await ann.signs({ sub: shop, rating: 50, opinion: `Discussed with ${name}` });
    await hub.put(review.jwt);
    const keys = await client.generateKeypair();
    const sub = maresi(review);
    await submits(keys, { sub, opinion: "I disagree" });
    await submits(keys, { sub, rating: 100, metadata: { is_personal_experience: "true" } });
    await submits(keys, { sub, rating: 1, opinion: "Of low quality" });
    const said = await readByUs((await hub.json<ReviewsBody>(`/reviews?sub=${sub}`)).reviews);
    expect(new Set(said.map(({ kind }) => kind))).toEqual(new Set(["reply", "vote", "flag"]));
    expect(said.every(({ target }) => target === review.signatureKey)).toBe(true);
    expect(await client.getSubject(sub, hub.url)).toMatchObject({ count: 3, confirmed_count: 1 });
    expect(await standing({ sub })).toHaveLength(3);
  });

  it("reads what we write: a review, its edit, a reply, a vote; and no longer what we delete", async () => {
    const [ann, bob] = [await person(), await person()];
    const sub = `https://${name}.example`;
    const review = await ann.signs({ sub, rating: 25, opinion: "Cold", metadata: { nickname: "Ann" } });
    const edit = await ann.signs({
      sub: maresi(review),
      action: "edit",
      rating: 100,
      opinion: "Wärmer",
      iat: june + 1,
    });
    const reply = await bob.signs({ sub: maresi(review), opinion: "Thanks" });
    const vote = await bob.signs({ sub: maresi(review), rating: 100 });
    for (const { jwt } of [review, edit, reply, vote]) expect((await hub.put(jwt)).status).toBe(200);
    const read = await standing({ kid: ann.key.kid });
    expect(read.map(({ jwt, payload }) => [jwt, payload["opinion"]])).toEqual([[edit.jwt, "Wärmer"]]);
    expect(new Set((await standing({ kid: bob.key.kid })).map(({ jwt }) => jwt))).toEqual(
      new Set([reply.jwt, vote.jwt]),
    );
    const withdrawal = await ann.signs({
      sub: maresi(review),
      action: "delete",
      opinion: "x",
      iat: june + 2,
    });
    expect((await hub.put(withdrawal.jwt)).status).toBe(200);
    expect(await standing({ kid: ann.key.kid })).toEqual([]);
  });

  it("takes over a key from us, we take over one from it, and both sign for one author", async () => {
    const ours = await generateSigningKey();
    const keys = await client.jwkToKeypair(JSON.parse(await exportBackup(ours)) as object);
    expect(await client.publicToPem(keys.publicKey)).toBe(ours.kid);
    await submits(keys, { sub: shop, rating: 25, opinion: `Written by ${name}` });
    const theirs = await verified((await standing({ kid: ours.kid }))[0]?.jwt ?? "");
    expect(theirs.author).toBe(ours.author);
    const back = await importBackup(JSON.stringify(await client.keypairToJwk(keys)));
    expect(back.ok && back.value.author).toBe(ours.author);
  });
});

/** As the extension reads a server's reply: the token alone, verified. */
function readByUs(entries: ReviewsBody["reviews"]): Promise<readonly Review[]> {
  return Promise.all(entries.map(({ jwt }) => verified(jwt)));
}

/** PEM as OpenSSL wants it: the protocol has it on one line. */
const folded = (kid: string): string =>
  kid.replace(/(-----BEGIN PUBLIC KEY-----)(.*)(-----END)/, "$1\n$2\n$3");

describe("what we sign", () => {
  /** The general JWS library that the older client is built on. */
  const library = createRequire(createRequire(import.meta.url).resolve("mangrove-reviews"))(
    "jsonwebtoken",
  ) as {
    verify(jwt: string, pem: string, options: { algorithms: string[] }): unknown;
  };
  it("is verified by a JWS library that knows nothing of reviews, and by no other key", async () => {
    const [ann, bob] = [await person(), await person()];
    const { jwt } = await ann.signs({ sub: shop, rating: 75, opinion: "Söft" });
    const options = { algorithms: ["ES256"] };
    expect(library.verify(jwt, folded(ann.key.kid), options)).toMatchObject({
      sub: shop,
      rating: 75,
      opinion: "Söft",
    });
    expect(() => library.verify(jwt, folded(bob.key.kid), options)).toThrow("invalid signature");
  });
});
