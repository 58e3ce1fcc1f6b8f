import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { choicesAmong, choosePerson, forgetPerson, listPeople } from "./people.ts";
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
