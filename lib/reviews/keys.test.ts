import { describe, expect, it } from "vitest";
import { someKeys } from "../../tests/fixtures/forge-token.ts";
import { exportBackup, generateSigningKey, importBackup, lockKey } from "./keys.ts";
import { reviewPayload, signToken } from "./sign.ts";
import { verifyToken } from "./token.ts";

const payload = reviewPayload({ subject: "https://a.example", stars: 4, issuedAt: 1_760_000_000 });

describe("a signing key", () => {
  it("is the author of what it signs, also after backup and lock", async () => {
    const key = await generateSigningKey();
    const restored = await importBackup(await exportBackup(key));
    if (!restored.ok) throw new Error(restored.error);
    const locked = await lockKey(restored.value);
    for (const signer of [key, restored.value, locked]) {
      const verified = await verifyToken((await signToken(payload, signer)).jwt);
      expect(verified).toMatchObject({ ok: true, value: { author: key.author, kid: key.kid } });
    }
  });

  it("survives structured clone, as IndexedDB does it", async () => {
    const key = await lockKey(await generateSigningKey());
    const { jwt } = await signToken(payload, structuredClone(key));
    expect(await verifyToken(jwt)).toMatchObject({ ok: true, value: { author: key.author } });
  });

  it("cannot be read out once locked", async () => {
    const key = await generateSigningKey();
    const locked = await lockKey(key);
    expect(locked.privateKey.extractable).toBe(false);
    await expect(exportBackup(locked)).rejects.toThrow(/extractable/);
    expect(await lockKey(locked)).toBe(locked);
  });
});

async function backup(): Promise<Record<string, unknown>> {
  const key = await generateSigningKey();
  return JSON.parse(await exportBackup(key)) as Record<string, unknown>;
}

describe("a backup", () => {
  it("has every field that other clients' import asks for", async () => {
    expect(await backup()).toEqual({
      alg: "ES256",
      crv: "P-256",
      d: expect.any(String),
      ext: true,
      key_ops: ["sign"],
      kty: "EC",
      x: expect.any(String),
      y: expect.any(String),
      metadata: "Mangrove private key",
    });
  });

  it.each([
    ["an early client's mark", (jwk: object) => ({ ...jwk, metadata: "Mangrove private key." })],
    ["no mark, as WebCrypto exports it", (jwk: object) => ({ ...jwk, metadata: undefined, alg: undefined })],
    ["both halves side by side", (jwk: object) => ({ privateJwk: jwk, publicJwk: {} })],
    ["usages of another client", (jwk: object) => ({ ...jwk, key_ops: ["verify"], use: "sig", ext: false })],
  ])("is read with %s", async (_, change) => {
    expect(await importBackup(JSON.stringify(change(await backup()), undefined, 2))).toMatchObject({
      ok: true,
    });
  });

  it("is read with a byte order mark and space around it", async () => {
    expect(await importBackup(`\uFEFF ${JSON.stringify(await backup())}\r\n`)).toMatchObject({ ok: true });
  });

  it.each<[string, string, (jwk: Record<string, unknown>) => unknown]>([
    ["not-a-key", "another JSON", () => ({ reviews: [] })],
    ["not-a-key", "an array", (jwk) => [jwk]],
    ["not-a-key", "null", () => null],
    ["not-a-key", "no coordinates", (jwk) => ({ ...jwk, x: undefined })],
    ["not-a-key", "a huge file", (jwk) => ({ ...jwk, note: "a".repeat(20_000) })],
    ["other-key", "another curve", (jwk) => ({ ...jwk, crv: "P-384" })],
    ["other-key", "another kind", (jwk) => ({ ...jwk, kty: "OKP" })],
    ["other-key", "another program's mark", (jwk) => ({ ...jwk, metadata: "Wallet" })],
    ["public-only", "the public half", (jwk) => ({ ...jwk, d: undefined })],
    ["broken", "a cut coordinate", (jwk) => ({ ...jwk, x: String(jwk["x"]).slice(0, 40) })],
    ["broken", "a cut private number", (jwk) => ({ ...jwk, d: "AAAA" })],
    ["broken", "base64 in place of base64url", (jwk) => ({ ...jwk, y: "+".repeat(43) })],
  ])("is refused as %s: %s", async (flaw, _, change) => {
    expect(await importBackup(JSON.stringify(change(await backup())))).toEqual({ ok: false, error: flaw });
  });

  it("is refused when its halves belong to two keys", async () => {
    const [one, other] = await Promise.all((await someKeys(2)).map(exportBackup));
    const mixed = { ...JSON.parse(one ?? ""), d: (JSON.parse(other ?? "") as { d: string }).d };
    expect(await importBackup(JSON.stringify(mixed))).toEqual({ ok: false, error: "broken" });
  });

  it.each(["", "{", "-----BEGIN PRIVATE KEY-----", "MFkwEwYH"])(
    "is refused as not-json: %j",
    async (text) => {
      expect(await importBackup(text)).toEqual({ ok: false, error: "not-json" });
    },
  );
});
