import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countHidden, withoutHidden } from "../model/hiding.ts";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import { hideItem, hidingsAmong, listHidden, unhideItem } from "./hidden.ts";
import { choosePerson, forgetPerson } from "./people.ts";
import type { KeyRow, OwnToken } from "./personal-rows.ts";
import { openPersonal, type PersonalDatabase } from "./personal.ts";

let personal: PersonalDatabase;
let community: CommunityDatabase;
let databases = 0;
beforeEach(() => {
  personal = openPersonal(`hidden-${databases}`);
  community = openCommunity(`hidden-community-${databases++}`);
});
afterEach(async () => {
  await personal.delete();
  await community.delete();
});

const byAnn = { id: "r1", author: "ann" };
const alsoByAnn = { id: "r2", author: "ann" };
const byBen = { id: "r3", author: "ben" };
const all = [byAnn, alsoByAnn, byBen];
const list = "https://lists.example/spam.json";

async function among(items: readonly (typeof byAnn)[] = all): Promise<Record<string, string>> {
  return Object.fromEntries(await hidingsAmong(personal, community, items));
}

describe("what the person does not see", () => {
  it("is nothing until something was said", async () => {
    expect(await among()).toEqual({});
    expect(await among([])).toEqual({});
  });

  it("is everything by an author whom they muted, until that is taken back", async () => {
    await choosePerson(personal, { author: "ann", choice: "muted", at: 1 });
    expect(await among()).toEqual({ r1: "muted", r2: "muted" });
    await forgetPerson(personal, "ann");
    expect(await among()).toEqual({});
  });

  it("is what they hid or reported, until they want to see it again", async () => {
    await hideItem(personal, { id: "r1", why: "hidden", at: 1 });
    await hideItem(personal, { id: "r3", why: "reported", at: 2 });
    expect(await among()).toEqual({ r1: "hidden", r3: "reported" });
    await unhideItem(personal, "r1");
    expect(await among()).toEqual({ r3: "reported" });
  });

  it("stays reported where it is hidden as well, and the newest stands first", async () => {
    await hideItem(personal, { id: "r1", why: "reported", at: 1 });
    await hideItem(personal, { id: "r3", why: "hidden", at: 2 });
    await hideItem(personal, { id: "r1", why: "hidden", at: 3 });
    expect(await listHidden(personal)).toEqual([
      { id: "r1", why: "reported", at: 3 },
      { id: "r3", why: "hidden", at: 2 },
    ]);
  });

  it("is what a list of theirs names, by author or by review", async () => {
    await community.blocked.bulkPut([
      { list, id: "ann" },
      { list, id: "r3" },
    ]);
    expect(await among()).toEqual({ r1: "listed", r2: "listed", r3: "listed" });
  });

  it("is said by their own choice first, and an author whom they follow no list takes away", async () => {
    await community.blocked.bulkPut([
      { list, id: "ann" },
      { list, id: "ben" },
    ]);
    await choosePerson(personal, { author: "ann", choice: "followed", at: 1 });
    await choosePerson(personal, { author: "ben", choice: "muted", at: 1 });
    expect(await among()).toEqual({ r3: "muted" });
    await community.blocked.put({ list, id: "r2" });
    expect(await among()).toEqual({ r2: "listed", r3: "muted" });
  });

  it("is never what they wrote themselves, with this key or one that is gone", async () => {
    await personal.keys.put({ author: "ann" } as KeyRow);
    await personal.ownTokens.put({ id: "r3", author: "ben" } as OwnToken);
    await community.blocked.bulkPut([
      { list, id: "ann" },
      { list, id: "ben" },
    ]);
    expect(await among()).toEqual({});
  });
});

it("counts by whose doing it is", () => {
  expect(countHidden(["muted", "listed", "reported", "hidden"])).toEqual({ you: 3, lists: 1 });
  expect(withoutHidden(all, new Map([["r1", "muted"]]))).toEqual([alsoByAnn, byBen]);
});
