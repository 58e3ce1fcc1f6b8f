// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { testHub, type ReviewsBody, type TestHub } from "./hub-fixture.ts";

/** What both packages offer, each with the address of the API as its documented last argument. */
interface Client {
  generateKeypair(): Promise<CryptoKeyPair>;
  publicToPem(key: CryptoKey): Promise<string>;
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

describe.each(clients)("the independent client %s", (name, load) => {
  let client: Client;
  let hub: TestHub;
  // Both are written for pages: they put the page's address into the review.
  beforeAll(async () => {
    vi.stubGlobal("window", { location: { href: "https://client.example/" }, btoa });
    [client, hub] = await Promise.all([load(), testHub()]);
  });
  afterAll(async () => {
    await hub.close();
    vi.unstubAllGlobals();
  });

  it("writes a review, and reads it and its numbers back", async () => {
    // The older one rewrites every subject to carry a `?q=`; readers know.
    const sub = name === "mangrove-reviews" ? "https://shop.example?q=" : "https://shop.example";
    const keys = await client.generateKeypair();
    const pem = await client.publicToPem(keys.publicKey);
    const payload = { sub: "https://shop.example", rating: 75, opinion: "Søft & warm" };
    const submitted = await client.signAndSubmitReview(keys, payload, hub.url);
    // One hands over the body, the other the whole reply of its HTTP library.
    expect([true, { status: 200, data: true }]).toContainEqual(
      typeof submitted === "object" && submitted !== null && "status" in submitted && "data" in submitted
        ? { status: submitted.status, data: submitted.data }
        : submitted,
    );

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
    expect((await client.getReviews({ sub: "https://shop.example" }, hub.url)).reviews).toHaveLength(1);
    expect((await client.getReviews({ q: "søft" }, hub.url)).reviews).toHaveLength(1);
    expect(await client.getSubject(sub, hub.url)).toMatchObject({ sub, count: 1, quality: 75 });
    expect(await client.getIssuer(pem, hub.url)).toMatchObject({ count: 1 });
    expect(await client.batchAggregate({ subs: [sub], pems: [pem] }, hub.url)).toMatchObject({
      subjects: { [sub]: { count: 1 } },
      issuers: { [pem]: { count: 1 } },
    });
  });
});
