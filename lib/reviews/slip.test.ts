import { expect, it } from "vitest";
import { standingOf } from "../db/standing.ts";
import { generateSigningKey, type SigningKey } from "./keys.ts";
import { editPayload, reviewPayload, signToken } from "./sign.ts";
import { parseSlip, signSlip, slipText } from "./slip.ts";
import { verifyToken } from "./token.ts";
import type { Review } from "../model/review.ts";

const subject = "https://northwind.example";
const issuedAt = 1_760_000_400;

async function verified(jwt: string): Promise<Review> {
  const result = await verifyToken(jwt);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

async function writeReview(): Promise<{ key: SigningKey; review: Review }> {
  const key = await generateSigningKey();
  const { jwt } = await signToken(reviewPayload({ subject, stars: 2, issuedAt }), key);
  return { key, review: await verified(jwt) };
}

it("a slip deletes its review, from its file as from a QR code", async () => {
  const { key, review } = await writeReview();
  const slip = await signSlip({ original: review.signature, subject, newestIssuedAt: issuedAt }, key);
  const text = slipText(slip, "Send the token to a review server.");
  expect(text).toContain(subject);
  expect(await parseSlip(text)).toEqual({ ok: true, value: slip });
  expect(await parseSlip(`\uFEFF${text}\n`)).toEqual({ ok: true, value: slip });
  expect(await parseSlip(slip.jwt)).toEqual({ ok: true, value: { ...slip, subject: "" } });
  expect(standingOf(review, [await verified(slip.jwt)])).toBeUndefined();
});

it("a slip made after an edit holds against that edit", async () => {
  const { key, review } = await writeReview();
  const edit = editPayload({
    original: review.signature,
    newestIssuedAt: issuedAt,
    stars: 1,
    opinion: "x",
    issuedAt,
  });
  const edited = await verified((await signToken(edit, key)).jwt);
  const slip = await signSlip({ original: review.signature, subject, newestIssuedAt: edit.iat }, key);
  expect(standingOf(review, [edited, await verified(slip.jwt)])).toBeUndefined();
});

it("a slip is small enough for a QR code", async () => {
  const { key, review } = await writeReview();
  const slip = await signSlip({ original: review.signature, subject, newestIssuedAt: issuedAt }, key);
  // Version 40 at error correction L holds 2953 bytes (ISO/IEC 18004); half of that still scans from paper.
  expect(slip.jwt.length).toBeLessThan(1200);
});

it.each(["", "{", "{}", "a.b", '{"what":"Open review withdrawal slip","token":5}', "x".repeat(50_000)])(
  "%j is no slip",
  async (text) => {
    expect(await parseSlip(text)).toEqual({ ok: false, error: "not-a-slip" });
  },
);

it("a damaged slip and another token are told apart", async () => {
  const { key, review } = await writeReview();
  const slip = await signSlip({ original: review.signature, subject, newestIssuedAt: issuedAt }, key);
  const damaged = slip.jwt.slice(0, -5) + (slip.jwt.endsWith("AAAAA") ? "BBBBA" : "AAAAA");
  expect(await parseSlip(damaged)).toEqual({ ok: false, error: "broken" });
  expect(await parseSlip(slipText({ ...slip, jwt: "a.b.c" }, ""))).toEqual({ ok: false, error: "broken" });
  expect(await parseSlip(review.jwt)).toEqual({ ok: false, error: "other-token" });
});
