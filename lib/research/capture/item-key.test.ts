import { describe, expect, it } from "vitest";
import { itemKey, sampler } from "./item-key.ts";

const hmac = { name: "HMAC", hash: "SHA-256" };
const makeKey = async (): Promise<CryptoKey> =>
  (await crypto.subtle.generateKey(hmac, false, ["sign"])) as CryptoKey;
const post = {
  text: "The soles again. Third pair this year, and the shop does not answer: what now? Tell me.",
  links: [],
};

describe("what an item is known by", () => {
  it("is its address on its platform, whatever it says by now", async () => {
    const key = await makeKey();
    const url = "https://social.example/@anna/1";
    const first = await itemKey(key, "mastodon", { ...post, url });
    expect(first).toMatch(/^[\da-f]{32}$/u);
    expect(await itemKey(key, "mastodon", { ...post, url, text: "edited" })).toBe(first);
    expect(await itemKey(key, "microformats", { ...post, url })).not.toBe(first);
    expect(await itemKey(key, "mastodon", { ...post, url: `${url}2` })).not.toBe(first);
  });

  it("without an address its author and first words, so that it stays the same when it is unfolded", async () => {
    const key = await makeKey();
    const author = { name: "Anna", handle: "anna" };
    const folded = await itemKey(key, "x", { ...post, author });
    expect(await itemKey(key, "x", { ...post, author, text: `${post.text} And more.` })).toBe(folded);
    expect(await itemKey(key, "x", { ...post, author: { handle: "ben" } })).not.toBe(folded);
    expect(await itemKey(key, "x", { ...post, author, text: "Others." })).not.toBe(folded);
  });

  it("tells nothing to those who do not have the collection's key", async () => {
    const [one, other] = await Promise.all([makeKey(), makeKey()]);
    expect(await itemKey(one, "x", post)).not.toBe(await itemKey(other, "x", post));
  });
});

describe("the sample of what does not match", () => {
  const keys = Array.from({ length: 2000 }, (_, index) => index.toString(16).padStart(32, "0"));
  const drawn = async (seed: string, rate: number): Promise<readonly string[]> => {
    const isSampled = await sampler(seed, rate);
    const answers = await Promise.all(keys.map(isSampled));
    return keys.filter((_, index) => answers[index]);
  };

  it("is the same for the same seed, and about as large as asked for", async () => {
    const some = await drawn("5eed", 0.1);
    expect(await drawn("5eed", 0.1)).toEqual(some);
    // Four standard deviations of 2 000 draws.
    expect(Math.abs(some.length - 200)).toBeLessThan(54);
    expect(await drawn("another", 0.1)).not.toEqual(some);
  });

  it("grows with the rate and keeps whom it had", async () => {
    const [few, more] = [await drawn("5eed", 0.05), await drawn("5eed", 0.2)];
    expect(few.filter((key) => !more.includes(key))).toEqual([]);
    expect(await drawn("5eed", 0)).toEqual([]);
    expect(await drawn("5eed", 1)).toEqual(keys);
  });
});
