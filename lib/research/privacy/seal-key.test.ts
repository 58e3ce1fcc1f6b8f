import { beforeAll, describe, expect, it } from "vitest";
import { aCollection } from "../../../components/testing/research.ts";
import type { Collection } from "../../model/research/collection.ts";
import type { FoundPost } from "./found-post.ts";
import { protect } from "./protect.ts";
import { fits, makeSealKey, openSealed, openSealKey, type SealKey } from "./seal-key.ts";

const passphrase = "four words of a kind";
const found: FoundPost = {
  post: {
    url: "https://x.com/anna/status/1",
    author: { handle: "anna", name: "Anna", url: "https://x.com/anna" },
    text: "@anna",
    truncated: false,
    links: [],
    media: [],
    replyTo: "https://x.com/bo/status/2",
    metrics: {},
    audience: "public",
  },
  site: "x",
  mentions: [],
};
let made: SealKey;
let collection: Collection;

beforeAll(async () => {
  made = await makeSealKey(passphrase);
  const sealing = await aCollection();
  collection = { ...sealing, privacy: { ...sealing.privacy, sealTo: made.publicKey } };
});

describe("sealed originals", () => {
  it("are opened by the file and its passphrase", async () => {
    const { sealed = "", ...kept } = await protect(found, collection);
    expect(JSON.stringify(kept)).not.toMatch(/@anna|\/anna/u);
    const opened = await openSealKey(made.file, passphrase);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(fits(opened.value, collection.privacy)).toBe(true);
    const { url, author, replyTo } = found.post;
    expect(await openSealed(sealed, opened.value)).toEqual({ url, author, replyTo });
  });

  it("look different each time, so that nobody tells by comparing", async () => {
    const [first, second] = [await protect(found, collection), await protect(found, collection)];
    expect(first.sealed).not.toBe(second.sealed);
    expect(first.url).toBe(second.url);
  });

  it("are not there without a key, without pseudonyms, or with nothing to seal", async () => {
    const { privacy } = collection;
    const { sealTo: _none, ...open } = privacy;
    const clear = { ...privacy, pseudonymise: false };
    const nobody = {
      ...found,
      post: { ...found.post, url: undefined, author: undefined, replyTo: undefined },
    };
    expect((await protect(found, { ...collection, privacy: open })).sealed).toBeUndefined();
    expect((await protect(found, { ...collection, privacy: clear })).sealed).toBeUndefined();
    expect((await protect(nobody as never, collection)).sealed).toBeUndefined();
  });

  it("stay closed to another key", async () => {
    const { sealed = "" } = await protect(found, collection);
    const other = await openSealKey((await makeSealKey(passphrase)).file, passphrase);
    if (!other.ok) throw new Error(other.error.code);
    expect(fits(other.value, collection.privacy)).toBe(false);
    expect(await openSealed(sealed, other.value)).toBeUndefined();
  });
});

describe("the key file", () => {
  it("does not show the private key, and the public one does not hold it", () => {
    expect(made.publicKey).not.toHaveProperty("d");
    const [head = ""] = made.file.split(".");
    expect(JSON.parse(atob(head))).toMatchObject({ alg: "PBES2-HS512+A256KW", p2c: 600_000 });
  });

  it("stays closed to another passphrase", async () => {
    expect(await openSealKey(made.file, "something else")).toMatchObject({
      error: { code: "refused", params: { reason: "passphrase" } },
    });
  });

  it.each(["", "not a key", "a.b.c.d.e.f", "x".repeat(20_000)])("is none: %.12s", async (file) => {
    expect(await openSealKey(file, passphrase)).toMatchObject({ error: { code: "bad-shape" } });
  });
});
