import { beforeAll, describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { removalCodes } from "../model/removal.ts";
import type { RemovalRecord } from "../schema/removal-record.ts";
import { generateSigningKey, type SigningKey } from "./keys.ts";
import { readRecord, signRecord } from "./removal-record.ts";
import { reviewPayload, signToken } from "./sign.ts";
import { verifyToken } from "./token.ts";

const record: RemovalRecord = {
  act: "remove",
  id: "0123456789abcdef0123456789abcdef",
  code: "court-order",
  jurisdiction: "DE-BE",
  day: "2026-03-01",
};

let hub: SigningKey;
let other: SigningKey;
beforeAll(async () => {
  [hub, other] = await Promise.all([generateSigningKey(), generateSigningKey()]);
});

describe("a removal's record", () => {
  it("says what was signed, whichever code", async () => {
    for (const code of removalCodes) {
      const jws = await signRecord({ ...record, code }, hub);
      expect(await readRecord(jws, hub.kid)).toEqual({ ...record, code });
    }
  });

  it("says nothing under another key, or signed by another under this one's name", async () => {
    const jws = await signRecord(record, hub);
    expect(await readRecord(jws, other.kid)).toBeUndefined();
    const forged = await signRecord(record, { ...other, kid: hub.kid });
    expect(await readRecord(forged, hub.kid)).toBeUndefined();
    expect(await readRecord(jws, "no key at all")).toBeUndefined();
  });

  it("says nothing once a single character of it has changed", async () => {
    const jws = await signRecord(record, hub);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(jws.length - 1),
        fc.constantFrom("A", "b", "7", "-", "."),
        async (at, letter) => {
          fc.pre(jws[at] !== letter);
          const changed = jws.slice(0, at) + letter + jws.slice(at + 1);
          expect(await readRecord(changed, hub.kid)).toBeUndefined();
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ["words of its own", { ...record, code: "He wrote that I …" }],
    ["a place that is none", { ...record, jurisdiction: "Berlin" }],
    ["half an id", { ...record, id: "0123" }],
    ["another act", { ...record, act: "hide" as never }],
  ])("with %s is not even signed", async (_what, flawed) => {
    await expect(signRecord(flawed, hub)).rejects.toThrow();
  });

  it("is no review, and a review by the hub's key is no record", async () => {
    expect((await verifyToken(await signRecord(record, hub))).ok).toBe(false);
    const review = reviewPayload({
      subject: "https://shop.example",
      stars: 1,
      opinion: "x",
      issuedAt: 1_772_323_200,
    });
    expect(await readRecord((await signToken(review, hub)).jwt, hub.kid)).toBeUndefined();
  });

  it("survives any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), fc.string(), async (text, kid) => {
        expect(await readRecord(text, kid)).toBeUndefined();
      }),
    );
    expect(await readRecord(`${"a".repeat(5000)}.a.a`, hub.kid)).toBeUndefined();
  });
});
