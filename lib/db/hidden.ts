import type { HiddenBecause, Hideable, Hidings } from "../model/hiding.ts";
import type { HiddenItem } from "../model/person.ts";
import type { CommunityDatabase } from "./community.ts";
import { choicesAmong } from "./people.ts";
import type { PersonalDatabase } from "./personal.ts";

/** What the person hid or reported, the newest first. */
export async function listHidden(db: PersonalDatabase): Promise<readonly HiddenItem[]> {
  return db.hidden.orderBy("at").reverse().toArray();
}

/** Gone at once for the person, on this device. A report stays one where it is hidden as well. */
export async function hideItem(db: PersonalDatabase, item: HiddenItem): Promise<void> {
  await db.transaction("rw", db.hidden, async () => {
    const before = await db.hidden.get(item.id);
    await db.hidden.put(before?.why === "reported" ? { ...item, why: "reported" } : item);
  });
}

export async function unhideItem(db: PersonalDatabase, id: string): Promise<void> {
  await db.hidden.delete(id);
}

/**
 * Which of these the person does not see, and why. What they wrote themselves never goes; and an author whom they follow
 * no list takes away. Public figures never ask this: they are the same for everyone.
 */
export async function hidingsAmong(
  personal: PersonalDatabase,
  community: CommunityDatabase,
  items: readonly Hideable[],
): Promise<Hidings> {
  if (items.length === 0) return new Map();
  const ids = [...new Set(items.map(({ id }) => id))];
  const authors = [...new Set(items.map(({ author }) => author))];
  const [people, hidden, ownKeys, ownTokens, blocked] = await Promise.all([
    choicesAmong(personal, authors),
    personal.hidden.bulkGet(ids),
    personal.keys.where("author").anyOf(authors).primaryKeys(),
    personal.ownTokens.where("id").anyOf(ids).primaryKeys(),
    community.blocked
      .where("id")
      .anyOf([...ids, ...authors])
      .toArray(),
  ]);
  const own = new Set([...ownKeys, ...ownTokens]);
  const listed = new Set(blocked.map(({ id }) => id));
  const why = new Map(hidden.flatMap((row) => (row ? [[row.id, row.why] as const] : [])));
  const becauseOf = ({ id, author }: Hideable): HiddenBecause | undefined => {
    if (own.has(author) || own.has(id)) return undefined;
    const choice = people.get(author)?.choice;
    if (choice === "muted") return "muted";
    const said = why.get(id);
    if (said !== undefined || listed.size === 0) return said;
    const isListed = listed.has(id) || (listed.has(author) && choice !== "followed");
    return isListed ? "listed" : undefined;
  };
  return new Map(
    items.flatMap((item) => {
      const because = becauseOf(item);
      return because ? [[item.id, because] as const] : [];
    }),
  );
}
