import { type CircleMember, mostMembers, mostProofs, type Person } from "../model/person.ts";
import { refused } from "../model/refusal.ts";
import { ok, type Result } from "../model/result.ts";
import type { AuthorId } from "../model/review.ts";
import { sealedFile } from "../model/sealed-file.ts";
import { withDatabaseErrors } from "./database-error.ts";
import { listPeople } from "./people.ts";
import type { PersonalDatabase } from "./personal.ts";

/** A reader of lib/schema, which this layer may not import. */
type Read<T> = (text: string) => Promise<Result<{ readonly people: readonly T[] }>>;

/** Everybody that the person follows or has muted, with all that is known: for another device of their own. */
export async function exportCircles(db: PersonalDatabase, nowMs: number): Promise<string> {
  const people = await withDatabaseErrors(async () => listPeople(db));
  return sealedFile({ format: "backtalk-circles", version: 1, exportedAt: nowMs }, { people });
}

/**
 * Whom the person follows, to be given to a friend: keys and the nicknames these use themselves. Nobody who is muted,
 * and nothing that the person noted down.
 */
export async function exportForFriend(db: PersonalDatabase, nowMs: number): Promise<string> {
  const followed = await withDatabaseErrors(async () => listPeople(db, "followed"));
  // JSON leaves out what is not there.
  const people = followed.slice(0, mostMembers).map(({ author, kid, name }) => ({ author, kid, name }));
  return sealedFile({ format: "backtalk-circle-of-a-friend", version: 1, exportedAt: nowMs }, { people });
}

/** Merges a file of one's own circles into what is here; nothing of either side is lost. @returns How many changed. */
export async function importCircles(
  db: PersonalDatabase,
  text: string,
  read: Read<Person>,
): Promise<Result<number>> {
  const file = await read(text);
  if (!file.ok) return file;
  const { people } = file.value;
  return withDatabaseErrors(async () =>
    db.transaction("rw", db.people, async () => {
      const here = await db.people.bulkGet(people.map(({ author }) => author));
      const changed = people.flatMap((person, index) => {
        const own = here[index];
        const merged = own ? mergePerson(person, own) : person;
        return merged === own ? [] : [merged];
      });
      await db.people.bulkPut(changed);
      return ok(changed.length);
    }),
  );
}

/**
 * Keeps whom somebody follows, from a file that they gave to the person. A later file takes the place of an earlier one.
 *
 * @returns How many they follow; `refused` (`not-followed`) where the person does not follow them any more.
 */
export async function keepGivenCircle(
  db: PersonalDatabase,
  friend: AuthorId,
  text: string,
  { nowMs, read }: { readonly nowMs: number; readonly read: Read<CircleMember> },
): Promise<Result<number>> {
  const file = await read(text);
  if (!file.ok) return file;
  const people = file.value.people.filter(({ author }) => author !== friend);
  return withDatabaseErrors(async () =>
    db.transaction("rw", db.people, async (): Promise<Result<number>> => {
      const row = await db.people.get(friend);
      if (row?.choice !== "followed") return refused("not-followed");
      await db.people.put({ ...row, circle: { people, at: nowMs } });
      return ok(people.length);
    }),
  );
}

/** The newer choice holds; proofs of both sides stay, and of names and circles the newer ones. */
export function mergePerson(row: Person, here: Person): Person {
  const [newer, older] = row.at > here.at ? [row, here] : [here, row];
  const proofs = new Map(
    [...(older.proven ?? []), ...(newer.proven ?? [])].map((each) => [each.address, each]),
  );
  const proven = [...proofs.values()];
  if (proven.length > mostProofs) proven.sort((a, b) => a.seenAt - b.seenAt);
  const circle = (row.circle?.at ?? 0) > (here.circle?.at ?? 0) ? row.circle : here.circle;
  const merged: Person = {
    ...older,
    ...newer,
    ...(proven.length > 0 && { proven: proven.slice(-mostProofs) }),
    ...(circle && { circle }),
  };
  return JSON.stringify(inOrder(merged)) === JSON.stringify(inOrder(here)) ? here : merged;
}

function inOrder(person: Person): unknown {
  return Object.entries(person).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
