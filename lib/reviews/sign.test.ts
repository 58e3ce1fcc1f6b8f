import { beforeAll, describe, expect, it } from "vitest";
import { clientId } from "./client.ts";
import { generateSigningKey, type SigningKey } from "./keys.ts";
import { payloadProblems } from "./payload-problems.ts";
import {
  deletePayload,
  editPayload,
  flagPayload,
  replyPayload,
  reviewPayload,
  signToken,
  votePayload,
  type ReviewPayload,
} from "./sign.ts";
import { signatureKey } from "./signature.ts";
import { verifyToken } from "./token.ts";

const hour = 1_760_000_400;
const issuedAt = hour + 1234;
const signature = "A".repeat(86);
const about = `urn:maresi:${signature}`;
let key: SigningKey;
beforeAll(async () => {
  key = await generateSigningKey();
});

describe("payloads", () => {
  it("of a review carry the hour, one client for all, and flags as the string", () => {
    const review = reviewPayload({
      subject: "https://northwind.example",
      stars: 4,
      opinion: "  Soles last. ",
      nickname: "Ida",
      ownExperience: true,
      affiliated: false,
      dataSource: "https://source.example",
      images: [],
      issuedAt,
    });
    expect(review).toEqual({
      sub: "https://northwind.example",
      rating: 75,
      opinion: "Soles last.",
      metadata: {
        client_id: clientId,
        nickname: "Ida",
        data_source: "https://source.example",
        is_personal_experience: "true",
      },
      iat: hour,
    });
  });

  it("of all stars lie on the protocol's quarters", () => {
    const ratings = [1, 2, 3, 4, 5].map((stars) => reviewPayload({ subject: "s", stars, issuedAt }).rating);
    expect(ratings).toEqual([0, 25, 50, 75, 100]);
  });

  it("of an edit name the original and come after the newest, even within the hour", () => {
    const edit = { original: signature, stars: 2, opinion: "Not any more.", issuedAt };
    expect(editPayload({ ...edit, newestIssuedAt: hour })).toMatchObject({
      sub: about,
      action: "edit",
      iat: hour + 1,
    });
    expect(editPayload({ ...edit, newestIssuedAt: hour + 1 }).iat).toBe(hour + 2);
    expect(editPayload({ ...edit, newestIssuedAt: hour - 7200 }).iat).toBe(hour);
  });

  it("of a delete say something, because older servers want a rating or an opinion", () => {
    const deletion = deletePayload({ original: signature, newestIssuedAt: hour, issuedAt });
    expect(deletion).toMatchObject({
      sub: about,
      action: "delete",
      iat: hour + 1,
      opinion: expect.any(String),
    });
  });

  it.each<[string, ReviewPayload, object]>([
    ["vote", votePayload({ signature, issuedAt }), { rating: 100, metadata: { client_id: clientId } }],
    [
      "vote",
      votePayload({ signature, ownExperience: true, issuedAt }),
      { rating: 100, metadata: { client_id: clientId, is_personal_experience: "true" } },
    ],
    ["reply", replyPayload({ signature, opinion: " Thanks ", issuedAt }), { opinion: "Thanks" }],
    ["flag", flagPayload({ signature, reason: "terms", opinion: "Insult", issuedAt }), { rating: 0 }],
    ["flag", flagPayload({ signature, reason: "quality", opinion: "Empty", issuedAt }), { rating: 1 }],
    [
      "edit",
      editPayload({ original: signature, newestIssuedAt: 0, opinion: "x", issuedAt }),
      { action: "edit" },
    ],
    ["delete", deletePayload({ original: signature, newestIssuedAt: 0, issuedAt }), { action: "delete" }],
  ])("of a %s come back as one", async (kind, payload, fields) => {
    expect(payload).toMatchObject({ ...fields, sub: about, iat: hour });
    const verified = await verifyToken((await signToken(payload, key)).jwt);
    expect(verified).toMatchObject({ ok: true, value: { kind, target: signatureKey(signature) } });
  });
});

describe("signing", () => {
  const payload = reviewPayload({ subject: "https://a.example", stars: 5, issuedAt });

  it("writes the header of today's clients: one-line PEM, the public key as a string", async () => {
    const { jwt } = await signToken(payload, key);
    const header = JSON.parse(Buffer.from(jwt.split(".")[0] ?? "", "base64url").toString()) as Record<
      string,
      string
    >;
    expect(Object.keys(header)).toEqual(["alg", "typ", "kid", "jwk"]);
    expect(header).toMatchObject({ alg: "ES256", typ: "JWT", kid: key.kid });
    expect(header["kid"]).not.toMatch(/[\r\n]/);
    expect(JSON.parse(header["jwk"] ?? "")).toEqual({
      crv: "P-256",
      ext: true,
      key_ops: ["verify"],
      kty: "EC",
      x: key.publicJwk.x,
      y: key.publicJwk.y,
    });
  });

  it("always gives the low form of a signature", async () => {
    for (let i = 0; i < 20; i++) {
      const signed = await signToken(payload, key);
      expect(signatureKey(signed.signature)).toBe(signed.signature);
      expect(signed.signatureKey).toBe(signed.signature);
      expect(signed.jwt.endsWith(`.${signed.signature}`)).toBe(true);
    }
  });

  it("never puts more into a token than it was given", async () => {
    const { jwt } = await signToken(payload, key);
    const signed: unknown = JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString());
    expect(signed).toEqual(payload);
  });

  it("refuses what servers would refuse", async () => {
    await expect(signToken({ ...payload, opinion: "é".repeat(501) }, key)).rejects.toThrow(RangeError);
  });
});

describe("problems of a payload", () => {
  const fine: ReviewPayload = { sub: "https://a.example", rating: 100, metadata: {}, iat: hour };
  const image = { src: "https://i.example" };

  it.each<[string[], Partial<Record<keyof ReviewPayload, unknown>>]>([
    [[], {}],
    [[], { rating: undefined, opinion: "x" }],
    [[], { opinion: "a".repeat(1000), metadata: { nickname: "a".repeat(20) } }],
    [[], { rating: 0, opinion: "x" }],
    [["one-star-needs-words"], { rating: 0 }],
    [["empty"], { rating: undefined }],
    [["opinion-too-long"], { opinion: "é".repeat(501) }],
    [["nickname-too-long"], { metadata: { nickname: "é".repeat(11) } }],
    [["subject-missing"], { sub: "" }],
    [["subject-too-long"], { sub: `https://${"a".repeat(93)}` }],
    [["rating-out-of-range"], { rating: 101 }],
    [["rating-out-of-range"], { rating: 50.5 }],
    [["too-many-images"], { images: Array.from({ length: 6 }, () => image) }],
    [["image-label-too-long"], { images: [{ ...image, label: "a".repeat(51) }] }],
    [["iat"], { iat: 0 }],
    [["iat"], { iat: hour * 1000 }],
    [["iat"], { iat: Number.NaN }],
    [["not-text"], { opinion: "\ud800" }],
    [["not-text"], { metadata: { nickname: "a\0" } }],
  ])("%j: %j", (problems, change) => {
    expect(payloadProblems({ ...fine, ...change } as ReviewPayload)).toEqual(problems);
  });
});
