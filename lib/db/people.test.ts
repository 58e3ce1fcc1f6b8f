import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { choicesAmong, choosePerson, forgetPerson, keepProof, listPeople, renamePerson } from "./people.ts";
import { openPersonal, type PersonalDatabase } from "./personal.ts";

let db: PersonalDatabase;
let databases = 0;
beforeEach(() => void (db = openPersonal(`people-${databases++}`)));
afterEach(() => db.delete());

it("lists the newest choice first, of one kind or of both", async () => {
  await choosePerson(db, { author: "a1", choice: "followed", at: 1 });
  await choosePerson(db, { author: "b2", choice: "muted", at: 2 });
  expect((await listPeople(db)).map(({ author }) => author)).toEqual(["b2", "a1"]);
  expect((await listPeople(db, "followed")).map(({ author }) => author)).toEqual(["a1"]);
});

it("keeps what was known of an author when the choice changes", async () => {
  await choosePerson(db, { author: "a1", choice: "followed", name: "Ann", kid: "pem", at: 1 });
  await choosePerson(db, { author: "a1", choice: "muted", at: 2 });
  expect(await choicesAmong(db, ["a1", "zz", "a1"])).toEqual(
    new Map([["a1", { author: "a1", choice: "muted", name: "Ann", kid: "pem", at: 2 }]]),
  );
});

it("forgets", async () => {
  await choosePerson(db, { author: "a1", choice: "muted", at: 1 });
  await forgetPerson(db, "a1");
  expect(await listPeople(db)).toEqual([]);
});

it("keeps what the person calls an author, and the time of the choice; an empty name takes it back", async () => {
  await choosePerson(db, { author: "a1", choice: "followed", name: "ann_k", at: 1 });
  await renamePerson(db, "a1", "Ann from work");
  expect(await listPeople(db)).toEqual([
    { author: "a1", choice: "followed", name: "ann_k", petname: "Ann from work", at: 1 },
  ]);
  await renamePerson(db, "a1", "");
  await renamePerson(db, "zz", "Nobody");
  expect(await listPeople(db)).toEqual([{ author: "a1", choice: "followed", name: "ann_k", at: 1 }]);
});

it("keeps pages that name the key of somebody followed, each once, with when it was last seen", async () => {
  await choosePerson(db, { author: "a1", choice: "followed", at: 1 });
  await choosePerson(db, { author: "b2", choice: "muted", at: 1 });
  for (const author of ["a1", "b2", "zz"]) await keepProof(db, author, { address: "ann.example", seenAt: 5 });
  await keepProof(db, "a1", { address: "ann.example", seenAt: 9 });
  expect((await listPeople(db)).map(({ proven }) => proven)).toEqual(
    expect.arrayContaining([[{ address: "ann.example", seenAt: 9 }], undefined]),
  );
  for (let i = 0; i < 30; i++) await keepProof(db, "a1", { address: `${i}.example`, seenAt: i });
  expect((await choicesAmong(db, ["a1"])).get("a1")?.proven).toHaveLength(20);
});
