import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCommunity, type CommunityDatabase } from "../db/community.ts";
import { officialKeysOf, replaceOfficialKeys } from "../db/official-keys.ts";
import { expirePageKeys, hasPageKeys, replacePageKeys } from "../db/page-keys.ts";
import type { RawPage } from "../model/page.ts";
import { generateSigningKey } from "../reviews/keys.ts";
import { signProof } from "../reviews/official-proof.ts";
import { forgetPageProofs, notePageProofs } from "./page-proofs.ts";

const dayMs = 24 * 3_600_000;
const nowMs = Date.parse("2026-05-03T12:00:00Z");
const key = await generateSigningKey();
const proof = await signProof("kite.example", Date.parse("2027-05-03"), key);

let db: CommunityDatabase;
beforeEach(() => (db = openCommunity(`page-proofs-${crypto.randomUUID()}`)));
afterEach(() => db.delete());

const page = (url: string, ...links: RawPage["links"]): RawPage => ({
  url,
  title: "Kite",
  jsonLd: [],
  meta: [],
  links,
  microdata: [],
  hasPassword: false,
  articleCount: 0,
});
const link = (text = proof): RawPage["links"][number] => ["backtalk-key", `data:,${text}`];
const visit = (url: string, links: RawPage["links"] = [link()], at = nowMs): Promise<void> =>
  notePageProofs(page(url, ...links), {
    has: (site) => hasPageKeys(db, site),
    replace: (site, keys) => replacePageKeys(db, site, keys),
    now: () => at,
  });
const proven = async (site = "kite.example", at = nowMs): Promise<readonly string[]> =>
  (await officialKeysOf(db, site, at)).map(({ author }) => author);

describe("a proof on a page that is open", () => {
  it.each(["https://kite.example/", "https://www.kite.example/", "https://kite.example/#top"])(
    "counts on the front page: %s",
    async (url) => {
      await visit(url);
      expect(await officialKeysOf(db, "kite.example", nowMs)).toEqual([
        {
          feed: "page",
          brandId: "kite.example",
          author: key.author,
          method: "link",
          proofUrl: "https://kite.example/",
          checkedAt: nowMs,
          expiresAt: nowMs + 30 * dayMs,
        },
      ]);
    },
  );

  it.each([
    "http://kite.example/",
    "https://kite.example:8443/",
    "https://kite.example/blog",
    "https://kite.example/?page=2",
    "https://forum.kite.example/",
    "https://kite.example.copy.example/",
    "https://acme.example/",
    "https://192.0.2.7/",
  ])("is nothing at %s", async (url) => {
    await visit(url);
    expect(await db.officialKeys.count()).toBe(0);
  });

  it("is nothing where it was signed for another site, has expired, or is no proof", async () => {
    const other = await signProof("acme.example", nowMs + dayMs, key);
    const old = await signProof("kite.example", nowMs - 2 * dayMs, key);
    await visit("https://kite.example/", [
      link(other),
      link(old),
      link("words"),
      ["backtalk-key", "https://kite.example/"],
      ["icon", `data:,${proof}`],
    ]);
    expect(await db.officialKeys.count()).toBe(0);
  });

  it("does not hold longer than it says itself", async () => {
    const short = await signProof("kite.example", nowMs + dayMs, key);
    await visit("https://kite.example/", [link(short)]);
    const [row] = await db.officialKeys.toArray();
    expect(row?.expiresAt).toBe(Date.parse("2026-05-05"));
  });

  it("is withdrawn by taking it away, and feeds keep their word", async () => {
    await visit("https://kite.example/");
    await replaceOfficialKeys(db, "https://feed.example", [
      { brandId: "kite.example", author: "f".repeat(32) },
    ]);
    await visit("https://kite.example/", []);
    expect(await proven()).toEqual(["f".repeat(32)]);
  });
});

describe("what a visit has shown", () => {
  it("expires, and goes from the disk", async () => {
    await visit("https://kite.example/");
    expect(await proven("kite.example", nowMs + 30 * dayMs)).toEqual([]);
    await expirePageKeys(db, nowMs + 30 * dayMs - 1);
    expect(await db.officialKeys.count()).toBe(1);
    await expirePageKeys(db, nowMs + 30 * dayMs);
    expect(await db.officialKeys.count()).toBe(0);
  });

  it("is forgotten with its site", async () => {
    await visit("https://kite.example/");
    await forgetPageProofs({ site: "acme.example" }, db, nowMs);
    expect(await proven()).toEqual([key.author]);
    await forgetPageProofs({ site: "kite.example" }, db, nowMs);
    expect(await db.officialKeys.count()).toBe(0);
  });

  it("is forgotten with the last hour, which says nothing of what feeds said", async () => {
    const acme = await signProof("acme.example", nowMs + dayMs, key);
    await visit("https://kite.example/", undefined, nowMs - 2 * 3_600_000);
    await visit("https://acme.example/", [link(acme)]);
    await replaceOfficialKeys(db, "https://feed.example", [
      { brandId: "acme.example", author: "f".repeat(32) },
    ]);
    await forgetPageProofs({ lastHour: true }, db, nowMs);
    expect(await proven("acme.example")).toEqual(["f".repeat(32)]);
    expect(await proven()).toEqual([key.author]);
  });
});
