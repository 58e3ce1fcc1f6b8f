import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  fairPayload,
  forge,
  forgeRaw,
  headerOf,
  otherSpelling,
  someKeys,
} from "../../tests/fixtures/forge-token.ts";
import type { SigningKey } from "./keys.ts";
import { signToken } from "./sign.ts";
import { decodeToken, verifyToken, verifyTokens, type RejectionCode } from "./token.ts";

let key: SigningKey;
let stranger: SigningKey;
beforeAll(async () => {
  [key, stranger] = (await someKeys(2)) as [SigningKey, SigningKey];
});

async function rejectionOf(jwt: string): Promise<RejectionCode | "verified"> {
  const result = await verifyToken(jwt);
  return result.ok ? "verified" : result.error.code;
}

const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }).filter((t) => !t.includes("\0"));

describe("a signed token", () => {
  it("verifies and says what was signed", async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 0, max: 100 }), fc.webUrl(), async (words, rating, url) => {
        const payload = { ...fairPayload, sub: url.slice(0, 100), rating, opinion: words };
        const signed = await signToken(payload, key);
        const result = await verifyToken(signed.jwt, { expectSignature: signed.signature });
        expect(result).toMatchObject({
          ok: true,
          value: {
            id: signed.id,
            author: key.author,
            kid: key.kid,
            signature: signed.signature,
            signatureKey: signed.signatureKey,
            subject: payload.sub,
            kind: "review",
            rating,
            opinion: words,
            issuedAt: payload.iat,
            jwt: signed.jwt,
          },
        });
      }),
      { numRuns: 50 },
    );
  });

  it("is rejected after any change of a single character", async () => {
    const { jwt } = await signToken(fairPayload, key);
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ %\n";
    await fc.assert(
      fc.asyncProperty(fc.nat(jwt.length - 1), fc.constantFrom(...alphabet.split("")), async (at, letter) => {
        fc.pre(jwt[at] !== letter);
        expect(await rejectionOf(jwt.slice(0, at) + letter + jwt.slice(at + 1))).not.toBe("verified");
      }),
      { numRuns: 600 },
    );
  });

  it("is rejected after any flip of one bit of its signature", async () => {
    const { jwt, signature } = await signToken(fairPayload, key);
    const bytes = Buffer.from(signature, "base64url");
    for (let bit = 0; bit < 512; bit += 3) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const forged = jwt.replace(signature, flipped.toString("base64url"));
      expect(await rejectionOf(forged)).toBe("signature");
    }
  });

  it("counts as the same review with either spelling of its signature", async () => {
    const { jwt, signature, id, signatureKey } = await signToken(fairPayload, key);
    const other = otherSpelling(signature);
    const result = await verifyToken(jwt.replace(signature, other));
    expect(result).toMatchObject({ ok: true, value: { id, signatureKey, signature: other } });
  });
});

describe("hostile tokens", () => {
  const cases: [name: string, code: RejectionCode, make: () => Promise<string> | string][] = [
    ["an empty text", "malformed", () => ""],
    ["two parts", "malformed", async () => (await forge(key)).split(".").slice(0, 2).join(".")],
    ["four parts", "malformed", async () => `${await forge(key)}.AA`],
    ["padding", "malformed", async () => (await forge(key)).replace(".", "=.")],
    ["a payload that is not JSON", "malformed", () => forgeRaw(JSON.stringify(headerOf(key)), "{", key)],
    ["a payload that is no object", "payload", () => forgeRaw(JSON.stringify(headerOf(key)), "[1]", key)],
    ["a payload that is null", "payload", () => forgeRaw(JSON.stringify(headerOf(key)), "null", key)],
    [
      "bytes that are not UTF-8",
      "malformed",
      () => forgeRaw(JSON.stringify(headerOf(key)), Uint8Array.of(0x22, 0xff, 0x22), key),
    ],
    [
      "a byte order mark",
      "malformed",
      () => forgeRaw(JSON.stringify(headerOf(key)), `\uFEFF${JSON.stringify(fairPayload)}`, key),
    ],
    [
      "JSON nested without end",
      "malformed",
      () => forgeRaw(JSON.stringify(headerOf(key)), "[".repeat(3000) + "]".repeat(3000), key),
    ],
    ["algorithm none", "algorithm", () => forge(key, { header: { alg: "none" } })],
    [
      "algorithm none and no signature",
      "malformed",
      async () => `${(await forge(key, { header: { alg: "none" } })).split(".").slice(0, 2).join(".")}.`,
    ],
    ["an HMAC by the public key", "algorithm", () => forge(key, { header: { alg: "HS256" } })],
    ["another ECDSA", "algorithm", () => forge(key, { header: { alg: "ES384" } })],
    ["the algorithm in lower case", "algorithm", () => forge(key, { header: { alg: "es256" } })],
    ["no algorithm", "malformed", () => forge(key, { header: { alg: undefined } })],
    ["a critical extension", "algorithm", () => forge(key, { header: { crit: ["exp"], exp: 1 } })],
    ["no key", "key", () => forge(key, { header: { kid: undefined } })],
    ["a key that is no PEM", "key", () => forge(key, { header: { kid: "me" } })],
    [
      "a private key's PEM",
      "key",
      () => forge(key, { header: { kid: key.kid.replaceAll("PUBLIC", "PRIVATE") } }),
    ],
    [
      "a key of another curve",
      "key",
      () => forge(key, { header: { kid: key.kid.replace("DAQcDQgAE", "DAQgDQgAE") } }),
    ],
    [
      "a key with bytes after it",
      "key",
      () => forge(key, { header: { kid: key.kid.replace("==-----END", "AAAA-----END") } }),
    ],
    [
      "a point off the curve",
      "key",
      () => forge(key, { header: { kid: offCurve(key.kid), jwk: undefined } }),
    ],
    ["somebody else's key", "signature", () => forge(key, { header: { kid: stranger.kid, jwk: undefined } })],
    [
      "somebody else's key and jwk",
      "signature",
      () => forge(key, { header: { kid: stranger.kid, jwk: JSON.stringify(stranger.publicJwk) } }),
    ],
    [
      "somebody else's jwk",
      "key-mismatch",
      () => forge(key, { header: { jwk: JSON.stringify(stranger.publicJwk) } }),
    ],
    [
      "somebody else's jwk as an object",
      "key-mismatch",
      () => forge(key, { header: { jwk: stranger.publicJwk } }),
    ],
    ["a jwk that is not JSON", "key-mismatch", () => forge(key, { header: { jwk: "x" } })],
    [
      "a jwk with a key twice",
      "key-mismatch",
      () => forge(key, { header: { jwk: `{"x":"AA",${JSON.stringify(key.publicJwk).slice(1)}` } }),
    ],
    [
      "a header with a key twice",
      "duplicate-key",
      () =>
        forgeRaw(`{"alg":"none",${JSON.stringify(headerOf(key)).slice(1)}`, JSON.stringify(fairPayload), key),
    ],
    [
      "a rating twice",
      "duplicate-key",
      () =>
        forgeRaw(JSON.stringify(headerOf(key)), `{"rating":0,${JSON.stringify(fairPayload).slice(1)}`, key),
    ],
    [
      "a rating twice, once escaped",
      "duplicate-key",
      () =>
        forgeRaw(
          JSON.stringify(headerOf(key)),
          `{"r\\u0061ting":0,${JSON.stringify(fairPayload).slice(1)}`,
          key,
        ),
    ],
    [
      "a flag twice, deep inside",
      "duplicate-key",
      () =>
        forgeRaw(
          JSON.stringify(headerOf(key)),
          JSON.stringify(fairPayload).replace('{"client_id"', '{"client_id":"","client_id"'),
          key,
        ),
    ],
    [
      "a prototype",
      "duplicate-key",
      () =>
        forgeRaw(
          JSON.stringify(headerOf(key)),
          `{"__proto__":{"rating":0},${JSON.stringify(fairPayload).slice(1)}`,
          key,
        ),
    ],
    ["a megabyte", "too-large", () => forge(key, { payload: { opinion: "a".repeat(1_000_000) } })],
    [
      "an opinion beyond what is read",
      "payload",
      () => forge(key, { payload: { opinion: "é".repeat(2001) } }),
    ],
    ["a lone surrogate", "payload", () => forge(key, { payload: { opinion: "\ud800" } })],
    ["a NUL", "payload", () => forge(key, { payload: { opinion: "a\0b" } })],
    [
      "neither rating nor opinion",
      "payload",
      () => forge(key, { payload: { rating: undefined, opinion: "" } }),
    ],
    ["no subject", "payload", () => forge(key, { payload: { sub: undefined } })],
    ["an empty subject", "payload", () => forge(key, { payload: { sub: "" } })],
    [
      "a subject without end",
      "payload",
      () => forge(key, { payload: { sub: `https://${"a".repeat(3000)}.example` } }),
    ],
    ["a rating above 100", "payload", () => forge(key, { payload: { rating: 101 } })],
    ["a rating below 0", "payload", () => forge(key, { payload: { rating: -1 } })],
    ["a broken rating", "payload", () => forge(key, { payload: { rating: 4.5 } })],
    ["a rating as text", "payload", () => forge(key, { payload: { rating: "100" } })],
    ["no time", "payload", () => forge(key, { payload: { iat: undefined } })],
    ["a time as text", "payload", () => forge(key, { payload: { iat: "1760000400" } })],
    ["a time in milliseconds", "iat", () => forge(key, { payload: { iat: 1_760_000_400_000 } })],
    ["a broken time", "iat", () => forge(key, { payload: { iat: 1_760_000_400.5 } })],
    ["a time before 1970", "iat", () => forge(key, { payload: { iat: -1 } })],
    [
      "a signature in DER",
      "signature",
      async () => `${(await forge(key)).split(".").slice(0, 2).join(".")}.MEUCIQ`,
    ],
    [
      "a signature of zeros",
      "signature",
      async () => `${(await forge(key)).split(".").slice(0, 2).join(".")}.${"A".repeat(86)}`,
    ],
  ];
  it.each(cases)("%s: %s", async (_, code, make) => {
    expect(await rejectionOf(await make())).toBe(code);
  });

  it("with another signature beside it", async () => {
    const jwt = await forge(key);
    const side = (await forge(key)).split(".")[2];
    expect(await verifyToken(jwt, { expectSignature: side })).toEqual({
      ok: false,
      error: { code: "side-signature" },
    });
  });

  it("dated more than a day ahead, where the caller says what day it is", async () => {
    const asOf = fairPayload.iat;
    const tomorrow = await forge(key, { payload: { iat: asOf + 86_400 } });
    const later = await forge(key, { payload: { iat: asOf + 86_401 } });
    expect(await verifyToken(tomorrow, { asOf })).toMatchObject({ ok: true });
    expect(await verifyToken(later, { asOf })).toMatchObject({ ok: false, error: { code: "iat" } });
    expect(await verifyToken(later)).toMatchObject({ ok: true, value: { issuedAt: asOf + 86_401 } });
  });

  it("never make decoding throw", () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (junk) => !decodeToken(junk).ok));
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom("A", "e", "y", "J", "_", "-", "=", "9") }), {
          minLength: 3,
          maxLength: 3,
        }),
        (p) => !decodeToken(p.join(".")).ok,
      ),
    );
  });
});

/** Another y for the same x, which is on the curve for no x but two values. */
function offCurve(kid: string): string {
  return kid.replace(/.{4}(?===-----END)/, (last) => (last === "AAAA" ? "AAAQ" : "AAAA"));
}

describe("other clients' habits", () => {
  it.each([
    [
      "a PEM folded into lines",
      () =>
        forge(key, {
          header: { kid: key.kid.replace("KEY-----M", "KEY-----\nM").replace("-----END", "\n-----END") },
        }),
    ],
    ["no typ and enc", () => forge(key, { header: { typ: undefined, enc: "utf-8" } })],
    ["a jwk as an object", () => forge(key, { header: { jwk: key.publicJwk } })],
    [
      "a jwk of four fields",
      () =>
        forge(key, {
          header: {
            jwk: JSON.stringify({ kty: "EC", crv: "P-256", x: key.publicJwk.x, y: key.publicJwk.y }),
          },
        }),
    ],
    ["no jwk", () => forge(key, { header: { jwk: undefined } })],
    [
      "fields that nobody knows",
      () => forge(key, { header: { x: 1 }, payload: { did: "did:web:a.example" } }),
    ],
    [
      "nulls for what is missing",
      () => forge(key, { payload: { images: null, action: null, opinion: null } }),
    ],
    ["a thousand characters of three bytes", () => forge(key, { payload: { opinion: "語".repeat(1000) } })],
    [
      "the first client's other jwk",
      () =>
        forge(key, { header: { jwk: JSON.stringify(stranger.publicJwk) }, payload: { iat: 1_580_910_261 } }),
    ],
  ])("%s: verified as the same author", async (_, make) => {
    expect(await verifyToken(await make())).toMatchObject({
      ok: true,
      value: { author: key.author, kid: key.kid },
    });
  });

  it("reads flags as the string and as a boolean", async () => {
    const jwt = await forge(key, {
      payload: { metadata: { is_generated: true, is_affiliated: "true", is_personal_experience: "false" } },
    });
    const result = await verifyToken(jwt);
    expect(result).toMatchObject({
      value: { metadata: { isGenerated: true, isAffiliated: true, isPersonalExperience: false } },
    });
  });

  it("leaves out metadata and images of the wrong shape, and keeps the review", async () => {
    const images = [
      null,
      { src: "javascript:alert(1)" },
      { src: "https://i.example/a", label: 3 },
      "https://b.example",
    ];
    const metadata = { nickname: 7, client_id: "https://c.example", data_source: "a\u0000\nb" };
    const result = await verifyToken(await forge(key, { payload: { images, metadata } }));
    expect(result).toMatchObject({
      ok: true,
      value: {
        images: [{ src: "https://i.example/a" }],
        metadata: { clientId: "https://c.example", dataSource: "a b" },
      },
    });
    expect(await verifyToken(await forge(key, { payload: { images: 5, metadata: "x" } }))).toMatchObject({
      ok: true,
    });
  });
});

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe("many tokens", () => {
  it("come in order, in chunks, the bad ones apart", async () => {
    const jwts = [await forge(key), "junk", await forge(stranger), await forge(key)];
    const chunks = await collect(
      verifyTokens([...jwts, { jwt: await forge(key), signature: "x" }], { chunk: 2 }),
    );
    expect(chunks.map(({ reviews }) => reviews.map(({ jwt }) => jwts.indexOf(jwt)))).toEqual([
      [0],
      [2, 3],
      [],
    ]);
    expect(chunks.flatMap(({ rejected }) => rejected.map(({ rejection }) => rejection.code))).toEqual([
      "malformed",
      "side-signature",
    ]);
  });

  it("give nothing for nothing", async () => {
    expect(await collect(verifyTokens([]))).toEqual([]);
  });
});
