import * as fc from "fast-check";
import { expect, it } from "vitest";
import { sha256Hex, startHash } from "./sha256.ts";

it("agrees with WebCrypto on every message", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000, size: "max" }), async (message) => {
      const expected = await crypto.subtle.digest("SHA-256", new Uint8Array(message));
      expect(sha256Hex(message)).toBe(Buffer.from(expected).toString("hex"));
    }),
    { numRuns: 300 },
  );
});

it("agrees with WebCrypto on every length around the padding's edges", async () => {
  for (let length = 0; length < 260; length++) {
    const message = new Uint8Array(length).fill(0xa5);
    const expected = await crypto.subtle.digest("SHA-256", message);
    expect(sha256Hex(message)).toBe(Buffer.from(expected).toString("hex"));
  }
});

const hashOf = (text: string): string => sha256Hex(new TextEncoder().encode(text));

it("gives the standard's own examples", () => {
  expect(hashOf("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(hashOf("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

it("is the same when it goes on from a shared beginning", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (beginning, rest) => {
      const message = Uint8Array.of(...beginning, ...rest);
      expect(sha256Hex(message, 16, startHash(beginning))).toBe(sha256Hex(message).slice(0, 32));
    }),
  );
});
