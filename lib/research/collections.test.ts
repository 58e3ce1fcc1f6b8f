import { describe, expect, it } from "vitest";
import { newCollection, safestPrivacy } from "./collections.ts";

describe("a new collection", () => {
  it("protects people as well as it can, and holds nothing", async () => {
    const collection = await newCollection(" Returns study ", "Ada ", {}, 5);
    expect(collection).toMatchObject({
      name: "Returns study",
      coder: "Ada",
      createdAt: 5,
      privacy: { pseudonymise: true, keepMedia: false, audience: "public-only" },
      codebook: { version: 1, codes: [] },
    });
  });

  it("has a key and an id of its own, and the key stays where it was made", async () => {
    const [one, other] = await Promise.all([newCollection("A", "me"), newCollection("A", "me")]);
    expect(one.id).not.toBe(other.id);
    await expect(crypto.subtle.exportKey("raw", one.hashKey)).rejects.toThrow();
    const text = new TextEncoder().encode("anna");
    const [first, second] = await Promise.all(
      [one, other].map(({ hashKey }) => crypto.subtle.sign("HMAC", hashKey, text)),
    );
    expect(new Uint8Array(first!)).not.toEqual(new Uint8Array(second!));
  });

  it("takes what the researcher chose", async () => {
    const privacy = { ...safestPrivacy, keepMedia: true, retentionDays: 90 };
    expect((await newCollection("A", "me", { privacy })).privacy).toEqual(privacy);
  });
});
