import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editPayload, signToken } from "../lib/reviews/sign.ts";
import { fairPayload, forge, someKeys } from "../tests/fixtures/forge-token.ts";
import type { SigningKey } from "../lib/reviews/keys.ts";

const run = promisify(execFile);
let folder: string;
let ida: SigningKey;
let mallory: SigningKey;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "verify-"));
  [ida, mallory] = (await someKeys(2)) as [SigningKey, SigningKey];
});
afterAll(() => rmSync(folder, { recursive: true }));

async function verifyJson(json: unknown): Promise<string[]> {
  const file = join(folder, "reply.json");
  writeFileSync(file, typeof json === "string" ? json : JSON.stringify(json));
  const { stdout } = await run(process.execPath, ["scripts/verify.ts", file]);
  return stdout.trimEnd().split("\n");
}

describe("npm run verify", () => {
  it("takes a server's reply, its list, or bare tokens, and ends with the counts", async () => {
    const jwt = await forge(ida);
    const entry = { jwt, signature: jwt.split(".")[2], payload: { sub: "https://ignored.example" } };
    for (const json of [{ reviews: [entry], issuers: null }, [entry], [jwt]]) {
      expect(await verifyJson(json)).toEqual(['{"verified":1,"rejected":0}']);
    }
  });

  it("says why each bad token is one", async () => {
    const signed = await signToken(fairPayload, ida);
    const foreignEdit = editPayload({
      original: signed.signature,
      newestIssuedAt: 0,
      stars: 5,
      issuedAt: 1_770_000_000,
    });
    const lines = await verifyJson([
      signed.jwt,
      await forge(ida, { header: { alg: "none" } }),
      await forge(ida, { payload: { iat: 9_000_000_000 } }),
      (await signToken(foreignEdit, mallory)).jwt,
      { signature: "no token" },
      17,
    ]);
    expect(lines.at(-1)).toBe('{"verified":1,"rejected":5}');
    expect(lines.slice(1, -1).map((line) => line.split(/\s+/).slice(0, 2))).toEqual([
      ["#2", "algorithm"],
      ["#3", "iat"],
      ["#6", "malformed"],
      ["#6", "malformed"],
      ["#4", "other-author"],
    ]);
  });

  it("fails in words for a file that is something else", async () => {
    await expect(verifyJson("{}")).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("cannot be read"),
    });
    await expect(verifyJson("<html>")).rejects.toMatchObject({ code: 2 });
  });
});
