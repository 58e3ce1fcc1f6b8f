import { describe, expect, it } from "vitest";
import { generateSigningKey } from "./keys.ts";
import { readProof, signProof } from "./official-proof.ts";
import { replyPayload, signToken } from "./sign.ts";

const lastDay = Date.parse("2027-03-01");
const key = await generateSigningKey();
const proof = await signProof("kite.example", lastDay, key);

describe("a proof that a key speaks for a site", () => {
  it("names the key, and holds to the end of its last day", async () => {
    const expiresAt = Date.parse("2027-03-02");
    expect(await readProof(proof, "kite.example")).toEqual({
      ok: true,
      value: { author: key.author, expiresAt },
    });
    expect(await readProof(` ${proof}\n`, "kite.example")).toMatchObject({ ok: true });
  });

  it("fits into one string of a DNS record", () => {
    expect(`backtalk-key=${proof}`.length).toBeLessThanOrEqual(255);
  });

  it("proves nothing on another site, so that copies of a page prove nothing", async () => {
    expect(await readProof(proof, "kite.example.evil.example")).toEqual({ ok: false, error: "signature" });
    expect(await readProof(proof, "acme.example")).toEqual({ ok: false, error: "signature" });
  });

  it("cannot be made by a site for the key of somebody else, nor be made to hold longer", async () => {
    const [mine] = (await signProof("acme.example", lastDay, await generateSigningKey())).split(".");
    const [, day, signature] = proof.split(".");
    expect(await readProof([mine, day, signature].join("."), "kite.example")).toMatchObject({ ok: false });
    const longer = proof.replace("2027-03-01", "2037-03-01");
    expect(await readProof(longer, "kite.example")).toEqual({ ok: false, error: "signature" });
  });

  it("is no signature of anything else that the key has signed", async () => {
    const { jwt } = await signToken(
      replyPayload({ signature: "A".repeat(86), opinion: "kite.example", issuedAt: 1_760_000_000 }),
      key,
    );
    const [spki] = proof.split(".");
    const taken = `${spki}.2027-03-01.${jwt.split(".")[2]}`;
    expect(await readProof(taken, "kite.example")).toEqual({ ok: false, error: "signature" });
  });

  it.each([
    "",
    "backtalk",
    key.author,
    proof.slice(1),
    proof.replace("2027-03-01", "2027-13-41"),
    `${proof}x`,
    "A".repeat(10_000),
    `${"A".repeat(122)}.2027-03-01.${"A".repeat(86)}`,
  ])("is not %s", async (text) => {
    expect(await readProof(text, "kite.example")).toEqual({ ok: false, error: "form" });
  });

  it("needs a point of the curve", async () => {
    const [spki = "", day, signature] = proof.split(".");
    const flipped = spki.endsWith("A") ? "E" : "A";
    const text = [`${spki.slice(0, -1)}${flipped}`, day, signature].join(".");
    expect(await readProof(text, "kite.example")).toMatchObject({ ok: false });
  });
});
