import type { CommunityDatabase } from "../db/community.ts";
import { answersToOwn, markAnswersTold } from "../db/own-answers.ts";
import type { PersonalDatabase } from "../db/personal.ts";

export interface AnswerNewsDependencies {
  readonly personal: PersonalDatabase;
  readonly community: CommunityDatabase;
  /** Tells the person that so many people have answered, where they want to be told. */
  readonly notify: (people: number) => Promise<void>;
  readonly now: () => number;
}

/**
 * Looks who has answered what the person wrote. The local copy alone is read, and who wrote what stays here. Each answer
 * is told of once: doing it again finds nothing again.
 */
export async function findAnswerNews({
  community,
  notify,
  now,
  personal,
}: AnswerNewsDependencies): Promise<void> {
  const answers = await answersToOwn(personal, community);
  const fresh = answers.filter(({ isNew }) => isNew).map(({ reply }) => reply);
  const told = new Set(await markAnswersTold(personal, fresh, now()));
  const people = new Set(fresh.flatMap(({ author, id }) => (told.has(id) ? [author] : [])));
  if (people.size > 0) await notify(people.size);
}
