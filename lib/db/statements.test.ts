import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { saidAbout, storeAll } from "../../tests/support/crowd.ts";
import { idOf } from "../../tests/support/statements.ts";
import { type CommunityDatabase, openCommunity } from "./community.ts";
import { mostStatements, readStatements } from "./statements.ts";

let db: CommunityDatabase;
let databases = 0;
beforeEach(() => (db = openCommunity(`statements-${databases++}`)));
afterEach(() => db.delete());

async function read(authors: readonly string[]): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  await readStatements(
    db,
    authors.map(idOf),
    (rows) => {
      const [first] = rows;
      if (first) found[first.author] = rows.map(({ subjectKey }) => subjectKey);
    },
    async () => undefined,
  );
  return found;
}

describe("what keys say", () => {
  it("is read of each key once, oldest first, however close together the keys stand", async () => {
    const people = Array.from({ length: 60 }, (_, index) => `person ${index}`);
    await storeAll(
      db,
      people.flatMap((person, index) =>
        Array.from({ length: (index % 5) + 1 }, (_, number) =>
          saidAbout(`https://s${number}.example`, person, { stars: 5, daysAgo: 100 - number }),
        ),
      ),
    );
    const wanted = people.filter((_, index) => index % 3 !== 1);
    const expected = wanted.map((person) => [
      idOf(person),
      Array.from({ length: (people.indexOf(person) % 5) + 1 }, (_, number) => `https://s${number}.example`),
    ]);
    expect(await read([...wanted, ...wanted, "a stranger"])).toEqual(Object.fromEntries(expected));
    expect(Object.keys(await read(["person 7"]))).toEqual([idOf("person 7")]);
  });

  it("is the first and the newest of a key that says very much", async () => {
    const count = mostStatements + 40;
    await storeAll(
      db,
      Array.from({ length: count }, (_, number) =>
        saidAbout(`https://s${number}.example`, "chatterbox", { daysAgo: count - number }),
      ),
    );
    const { [idOf("chatterbox")]: subjects = [] } = await read(["chatterbox", "nobody"]);
    expect(subjects).toHaveLength(mostStatements);
    expect(subjects.at(0)).toBe("https://s0.example");
    expect(subjects.at(-1)).toBe(`https://s${count - 1}.example`);
    expect(subjects).not.toContain(`https://s${count / 2}.example`);
  });

  it("is nothing where nobody is asked about", async () => {
    expect(await read([])).toEqual({});
  });
});
