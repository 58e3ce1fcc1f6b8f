import type { ResearchDatabase } from "../../db/research.ts";
import type { Collection } from "../../model/research/collection.ts";
import { itemsAfter } from "./items-after.ts";
import { traceIn } from "./person-traces.ts";
import { pseudonymsOf } from "./pseudonym.ts";
import { soughtPersons } from "./sought-person.ts";

/** What a collection has of one person. */
export interface FoundPerson {
  /** Empty where nobody can be meant by what was typed. */
  readonly pseudonyms: readonly string[];
  /** Items by them, and items by others that name them. */
  readonly by: number;
  readonly naming: number;
}

interface Looking {
  readonly signal?: AbortSignal;
  /** Called after each step with the number of items that were looked at. */
  readonly onProgress?: (done: number) => void;
}

/** Reads every item of the collection once; nothing is changed. */
export async function findPerson(
  db: ResearchDatabase,
  collection: Collection,
  typed: string,
  { signal, onProgress }: Looking = {},
): Promise<FoundPerson> {
  const { id } = collection;
  const sessions = await db.sessions.where("collection").equals(id).toArray();
  const persons = soughtPersons(
    typed,
    sessions.flatMap(({ plan }) => plan.sites),
  );
  const pseudonyms = await Promise.all(persons.map((person) => pseudonymsOf(collection.hashKey).of(person)));
  const found = { by: 0, naming: 0 };
  let done = 0;
  if (pseudonyms.length === 0) return { pseudonyms, ...found };
  for await (const items of itemsAfter(db, id, signal)) {
    for (const item of items) {
      const { kind } = await traceIn(item, collection, pseudonyms);
      if (kind === "by") found.by += 1;
      if (kind === "names") found.naming += 1;
    }
    done += items.length;
    onProgress?.(done);
  }
  return { pseudonyms, ...found };
}
