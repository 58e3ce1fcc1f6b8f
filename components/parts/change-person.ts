import { choosePerson, forgetPerson } from "../../lib/db/people.ts";
import { t } from "../../lib/i18n.ts";
import { cleanPersonName } from "../../lib/model/person-name.ts";
import type { PersonChoice } from "../../lib/model/person.ts";
import type { AuthorId } from "../../lib/model/review.ts";
import { databases } from "../databases.ts";
import { shortAuthor } from "./name.ts";

interface Chosen {
  readonly author: AuthorId;
  readonly kid?: string | undefined;
  readonly name?: string | undefined;
}

const said = { followed: "person_followed", muted: "person_muted" } as const;

/** Follows or mutes an author. Nobody but this device learns of it. @returns What to say about it. */
export async function changePerson({ author, kid, name }: Chosen, choice: PersonChoice): Promise<string> {
  const nickname = cleanPersonName(name);
  await choosePerson(databases().personal, {
    author,
    choice,
    ...(kid !== undefined && { kid }),
    ...(nickname !== undefined && { name: nickname }),
    at: Date.now(),
  });
  return t(said[choice], { name: nickname ?? shortAuthor(author) });
}

/** As if nothing had been said about an author. @returns What to say about it. */
export async function leavePerson(author: AuthorId, name: string): Promise<string> {
  await forgetPerson(databases().personal, author);
  return t("person_left", { name });
}
