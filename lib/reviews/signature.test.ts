import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { otherSpelling } from "../../tests/fixtures/forge-token.ts";
import { lowS, parseSignature, reviewIdOf, signatureKey } from "./signature.ts";

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const s = fc.bigInt({ min: 1n, max: order - 1n });
const signatureOf = (value: bigint): string =>
  Buffer.from("ab".repeat(32) + value.toString(16).padStart(64, "0"), "hex").toString("base64url");
const sOf = (signature: string): bigint =>
  BigInt(`0x${Buffer.from(signature, "base64url").toString("hex").slice(64)}`);

describe("signature keys", () => {
  it("are one for both spellings: the one in the lower half", () => {
    fc.assert(
      fc.property(s, (value) => {
        const signature = signatureOf(value);
        const key = signatureKey(signature);
        expect(signatureKey(otherSpelling(signature))).toBe(key);
        expect(signatureKey(key)).toBe(key);
        expect(sOf(key)).toBe(value <= order / 2n ? value : order - value);
      }),
    );
  });

  it("turn exactly at half the order", () => {
    expect(sOf(signatureKey(signatureOf(order / 2n)))).toBe(order / 2n);
    expect(sOf(signatureKey(signatureOf(order / 2n + 1n)))).toBe(order / 2n);
  });

  it("leave alone what is no signature at all", () => {
    for (const text of [
      "",
      "abc",
      "urn:x",
      "A".repeat(85),
      "A".repeat(87),
      signatureOf(order),
      signatureOf(2n ** 256n - 1n),
    ]) {
      expect(signatureKey(text)).toBe(text);
    }
  });

  it("leave their argument's bytes as they are", () => {
    const bytes = parseSignature(signatureOf(order - 5n));
    const copy = bytes && Uint8Array.from(bytes);
    if (bytes) lowS(bytes);
    expect(bytes).toEqual(copy);
  });
});

it("a review's id is the first half of SHA-256 of its signed bytes", () => {
  // FIPS 180-4's own example for "abc".
  expect(reviewIdOf(new TextEncoder().encode("abc"))).toBe("ba7816bf8f01cfea414140de5dae2223");
});
