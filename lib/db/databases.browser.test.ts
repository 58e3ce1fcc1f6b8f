import { Dexie, liveQuery } from "dexie";
import { afterEach, expect, it } from "vitest";
import { stored } from "../../tests/support/statements.ts";
import { openCommunity } from "./community.ts";
import type { StoredReview } from "./community-rows.ts";
import { DatabaseNewerError } from "./database-error.ts";
import { currentKey, saveKey, setBackupState } from "./keys.ts";
import { openPersonal } from "./personal.ts";
import { storeReviews } from "./store-reviews.ts";
import { summariesOf } from "./summaries.ts";

// What fake-indexeddb cannot show: real versions, real clones of keys, real change notices.

const asOf = 1_700_000_000;
const algorithm = { name: "ECDSA", namedCurve: "P-256" } as const;

function review(name: string, subject: string): StoredReview {
  return stored({ name, author: name, subject, rating: 50 });
}

afterEach(async () => {
  for (const name of ["test-personal", "test-community"]) await Dexie.delete(name);
});

it("a newer database is refused and untouched", async () => {
  const newer = new Dexie("test-community");
  newer.version(7).stores({ future: "id" });
  await newer.table("future").add({ id: "kept" });
  newer.close();
  await expect(openCommunity("test-community").open()).rejects.toBeInstanceOf(DatabaseNewerError);
  const found = (await indexedDB.databases()).find(({ name }) => name === "test-community");
  expect(found?.version).toBe(70);
  expect(await newer.open().then(() => newer.table("future").count())).toBe(1);
  newer.close();
});

it("a key signs after it was stored, and a locked one cannot be read out", async () => {
  const pair = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const publicJwk = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const privateJwk = await crypto.subtle.exportKey("jwk", pair.privateKey);
  const locked = await crypto.subtle.importKey("jwk", privateJwk, algorithm, false, ["sign"]);
  const db = openPersonal("test-personal");
  const row = { author: "ann", kid: "pem", publicJwk, backup: "none", createdAt: 1, chosenAt: 1 } as const;
  await saveKey(db, { ...row, privateKey: pair.privateKey });
  await setBackupState(db, "ann", "saved", locked);
  db.close();
  const again = openPersonal("test-personal");
  const key = await currentKey(again);
  if (!key) throw new Error("the key is gone");
  const data = new TextEncoder().encode("words");
  const signing = { name: "ECDSA", hash: "SHA-256" };
  const signature = await crypto.subtle.sign(signing, key.privateKey, data);
  expect(await crypto.subtle.verify(signing, pair.publicKey, signature, data)).toBe(true);
  await expect(crypto.subtle.exportKey("jwk", key.privateKey)).rejects.toThrow();
  again.close();
});

it("an open sidebar asks again for its own subject alone, however large the write", async () => {
  const db = openCommunity("test-community");
  await storeReviews(db, [review("first", "https://mine.example")], { asOf });
  const counts: (number | undefined)[] = [];
  const subscription = liveQuery(() => summariesOf(db, ["mine.example"])).subscribe((rows) => {
    counts.push(rows[0]?.count);
  });
  await expect.poll(() => counts).toEqual([1]);
  const others = Array.from({ length: 600 }, (_, index) =>
    review(`o${index}`, `https://other-${index}.example`),
  );
  await storeReviews(db, others, { asOf });
  await storeReviews(db, [review("second", "https://mine.example")], { asOf });
  await expect.poll(() => counts.at(-1)).toBe(2);
  expect(counts).toEqual([1, 2]);
  subscription.unsubscribe();
  db.close();
});

it("an old page lets newer code upgrade at once", async () => {
  const old = openPersonal("test-personal");
  await old.open();
  const newer = new Dexie("test-personal");
  newer.version(old.verno + 1).stores({ drafts: "subjectKey, updatedAt" });
  await newer.open();
  expect(old.isOpen()).toBe(false);
  newer.close();
});
