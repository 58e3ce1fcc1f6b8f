import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "../model/person.ts";
import { sealedFile } from "../model/sealed-file.ts";
import { readCircles, readGivenCircle } from "../schema/circle-file.ts";
import {
  exportCircles,
  exportForFriend,
  importCircles,
  keepGivenCircle,
  mergePerson,
} from "./circle-file.ts";
import { choosePerson, dropCircle, forgetPerson, keepProof, listPeople, renamePerson } from "./people.ts";
import { openPersonal, type PersonalDatabase } from "./personal.ts";

const nowMs = Date.UTC(2026, 4, 20);
const [ann, bob, cem] = ["a", "b", "c"].map((letter) => letter.repeat(32)) as [string, string, string];
let here: PersonalDatabase;
let there: PersonalDatabase;
let databases = 0;
beforeEach(() => {
  here = openPersonal(`circle-file-${databases++}`);
  there = openPersonal(`circle-file-${databases++}`);
});
afterEach(async () => {
  await here.delete();
  await there.delete();
});

const person = (author: string, more: Partial<Person> = {}): Person => ({
  author,
  choice: "followed",
  at: nowMs,
  ...more,
});
const refusedBecause = (reason: string) => ({ ok: false, error: { params: { reason } } });

describe("one's own circles as a file", () => {
  it("bring everybody to another device, and a second time change nothing", async () => {
    await choosePerson(here, person(ann, { name: "ann_k", kid: "pem" }));
    await renamePerson(here, ann, "Ann from work");
    await keepProof(here, ann, { address: "ann.example", seenAt: nowMs });
    await choosePerson(here, person(bob, { choice: "muted", at: nowMs - 1 }));
    const file = await exportCircles(here, nowMs);
    expect(await importCircles(there, file, readCircles)).toEqual({ ok: true, value: 2 });
    expect(await listPeople(there)).toEqual(await listPeople(here));
    expect(await importCircles(there, file, readCircles)).toEqual({ ok: true, value: 0 });
  });

  it("merge: the newer choice holds, and nothing that only one side knew is lost", async () => {
    const proof = (address: string) => ({ address, seenAt: nowMs });
    const circle = { people: [{ author: cem }], at: nowMs };
    await choosePerson(here, person(ann, { choice: "muted", at: nowMs + 5, proven: [proof("x.example")] }));
    await choosePerson(there, person(ann, { petname: "Ann", circle, proven: [proof("y.example")] }));
    await choosePerson(there, person(bob));
    await importCircles(there, await exportCircles(here, nowMs), readCircles);
    expect(await listPeople(there)).toEqual([
      person(ann, {
        choice: "muted",
        petname: "Ann",
        circle,
        proven: [proof("y.example"), proof("x.example")],
        at: nowMs + 5,
      }),
      person(bob),
    ]);
  });

  it("keep the newest proofs, so that the file can always be read again", async () => {
    const proven = (of: string) =>
      Array.from({ length: 90 }, (_, i) => ({ address: `${of}${i}.example`, seenAt: nowMs - 2 * i }));
    await choosePerson(here, person(ann, { proven: proven("x") }));
    await choosePerson(there, person(ann, { proven: proven("y") }));
    await importCircles(there, await exportCircles(here, nowMs), readCircles);
    const kept = (await listPeople(there))[0]?.proven ?? [];
    expect(kept).toHaveLength(20);
    expect(kept.every(({ seenAt }) => seenAt > nowMs - 20)).toBe(true);
    const again = await importCircles(here, await exportCircles(there, nowMs), readCircles);
    expect(again.ok).toBe(true);
  });

  it("give the same whichever side is merged into the other", () => {
    const some = fc.record(
      {
        author: fc.constant(ann),
        choice: fc.constantFrom("followed", "muted"),
        at: fc.constantFrom(1, 2),
        name: fc.constantFrom("a", "b"),
        petname: fc.constantFrom("p", "q"),
      },
      { requiredKeys: ["author", "choice", "at"] },
    );
    fc.assert(
      fc.property(some, some, (a, b) => {
        fc.pre(a.at !== b.at);
        expect(mergePerson(a as Person, b as Person)).toEqual(mergePerson(b as Person, a as Person));
      }),
    );
  });

  it("are refused, with nothing changed, where the file is damaged, newer, or something else", async () => {
    await choosePerson(here, person(ann));
    const file = await exportCircles(here, nowMs);
    const change = (from: string, to: string) => importCircles(there, file.replace(from, to), readCircles);
    expect(await change(ann, bob)).toMatchObject(refusedBecause("checksum"));
    expect(await change('"version": 1', '"version": 2')).toMatchObject(refusedBecause("newer"));
    expect(await change("backtalk-circles", "backtalk-personal")).toMatchObject(refusedBecause("format"));
    expect(await change("{", "")).toMatchObject(refusedBecause("json"));
    const head = { format: "backtalk-circles", version: 1, exportedAt: nowMs };
    const odd = await sealedFile(head, { people: [{ author: "<script>", choice: "followed", at: 1 }] });
    expect(await importCircles(there, odd, readCircles)).toMatchObject(refusedBecause("data"));
    expect(await listPeople(there)).toEqual([]);
  });
});

describe("what is given to a friend", () => {
  it("holds whom one follows, and neither the muted nor anything that one noted down", async () => {
    await choosePerson(here, person(ann, { name: "ann_k", kid: "pem" }));
    await renamePerson(here, ann, "my boss");
    await keepProof(here, ann, { address: "intranet.example", seenAt: nowMs });
    await choosePerson(here, person(bob, { choice: "muted", name: "bob" }));
    const file = await exportForFriend(here, nowMs);
    expect(await readGivenCircle(file)).toEqual({
      ok: true,
      value: { people: [{ author: ann, kid: "pem", name: "ann_k" }] },
    });
    expect(file).not.toMatch(/boss|intranet|bob/);
  });

  it("holds no more than a friend can take", async () => {
    const many = Array.from({ length: 2001 }, (_, i) =>
      person(i.toString(16).padStart(32, "0"), { at: nowMs + i }),
    );
    await here.people.bulkPut(many);
    const given = await readGivenCircle(await exportForFriend(here, nowMs));
    expect(given.ok && given.value.people).toHaveLength(2000);
    expect(given.ok && given.value.people[0]).toEqual({ author: many.at(-1)?.author });
  });

  it("is kept with the friend who gave it, until the friend is forgotten", async () => {
    await choosePerson(here, person(cem));
    await choosePerson(here, person(bob));
    const file = await exportForFriend(here, nowMs);
    await choosePerson(there, person(bob));
    const keep = () => keepGivenCircle(there, bob, file, { nowMs, read: readGivenCircle });
    // Bob follows himself in the file; that says nothing.
    expect(await keep()).toEqual({ ok: true, value: 1 });
    expect((await listPeople(there))[0]?.circle).toEqual({ people: [{ author: cem }], at: nowMs });
    await dropCircle(there, bob);
    expect((await listPeople(there))[0]?.circle).toBeUndefined();
    await forgetPerson(there, bob);
    expect(await keep()).toMatchObject(refusedBecause("not-followed"));
    expect(await listPeople(there)).toEqual([]);
  });

  it("is no backup of one's own, and a backup is nothing to give away", async () => {
    await choosePerson(here, person(ann));
    await choosePerson(there, person(bob));
    const backup = await exportCircles(here, nowMs);
    expect(await keepGivenCircle(there, bob, backup, { nowMs, read: readGivenCircle })).toMatchObject(
      refusedBecause("format"),
    );
    expect(await importCircles(there, await exportForFriend(here, nowMs), readCircles)).toMatchObject(
      refusedBecause("format"),
    );
  });
});
