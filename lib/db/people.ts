import { type KeyProof, mostProofs, type Person, type PersonChoice } from "../model/person.ts";
import type { AuthorId } from "../model/review.ts";
import type { PersonalDatabase } from "./personal.ts";

/** Authors that the person follows or has muted, the newest choice first. */
export async function listPeople(db: PersonalDatabase, choice?: PersonChoice): Promise<readonly Person[]> {
  const people = await db.people.orderBy("at").reverse().toArray();
  return choice === undefined ? people : people.filter((person) => person.choice === choice);
}

/** What the person wants of these authors; those that nothing was said about are left out. */
export async function choicesAmong(
  db: PersonalDatabase,
  authors: readonly AuthorId[],
): Promise<ReadonlyMap<AuthorId, Person>> {
  const rows = await db.people.bulkGet([...new Set(authors)]);
  return new Map(rows.flatMap((row) => (row ? [[row.author, row] as const] : [])));
}

/** Follows or mutes an author. The newer choice holds; what was known of them stays where nothing newer is said. */
export async function choosePerson(db: PersonalDatabase, person: Person): Promise<void> {
  await db.transaction("rw", db.people, async () => {
    const before = await db.people.get(person.author);
    await db.people.put({ ...before, ...person });
  });
}

/** As if nothing had been said about an author. */
export async function forgetPerson(db: PersonalDatabase, author: AuthorId): Promise<void> {
  await db.people.delete(author);
}

/** What the person calls an author; an empty name takes it back. The time of the choice stays. */
export async function renamePerson(db: PersonalDatabase, author: AuthorId, petname: string): Promise<void> {
  await db.transaction("rw", db.people, async () => {
    const row = await db.people.get(author);
    if (!row) return;
    const { petname: _, ...unnamed } = row;
    await db.people.put(petname === "" ? unnamed : { ...row, petname });
  });
}

/** Keeps that a page names an author's key as its owner's, for someone whom the person follows. */
export async function keepProof(db: PersonalDatabase, author: AuthorId, proof: KeyProof): Promise<void> {
  await db.transaction("rw", db.people, async () => {
    const row = await db.people.get(author);
    if (row?.choice !== "followed") return;
    const others = (row.proven ?? []).filter(({ address }) => address !== proof.address);
    await db.people.put({ ...row, proven: [...others, proof].slice(-mostProofs) });
  });
}

/** Lets go of whom somebody follows. */
export async function dropCircle(db: PersonalDatabase, author: AuthorId): Promise<void> {
  await db.transaction("rw", db.people, async () => {
    const row = await db.people.get(author);
    if (!row) return;
    const { circle: _, ...rest } = row;
    await db.people.put(rest);
  });
}
