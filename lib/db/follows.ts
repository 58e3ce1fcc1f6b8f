import {
  type DailyWord,
  type Follow,
  type FollowedBrand,
  newFollow,
  withAllSeen,
  withAnswers,
  withNews,
} from "../model/follow.ts";
import type { OfficialAnswer } from "../model/official.ts";
import type { PersonalDatabase } from "./personal.ts";

/** Brands that the person follows, the newest follow first. */
export async function listFollows(db: PersonalDatabase): Promise<readonly Follow[]> {
  return db.follows.orderBy("followedAt").reverse().toArray();
}

/** Follows a brand from now on; one that is followed already stays as it is. `words`: what is known of it today. */
export async function follow(
  db: PersonalDatabase,
  brand: FollowedBrand,
  words: readonly DailyWord[],
): Promise<void> {
  await db.transaction("rw", db.follows, async () => {
    if (!(await db.follows.get(brand.brandId))) await db.follows.add(newFollow(brand, words));
  });
}

export async function unfollow(db: PersonalDatabase, brandId: string): Promise<void> {
  await db.follows.delete(brandId);
}

/** The person has seen the news of a brand. */
export async function markSeen(db: PersonalDatabase, brandId: string): Promise<void> {
  await db.transaction("rw", db.follows, async () => {
    const row = await db.follows.get(brandId);
    if (row) await db.follows.put(withAllSeen(row));
  });
}

/** What can be told of a followed brand. */
interface Told {
  readonly words: readonly DailyWord[];
  readonly answers?: readonly OfficialAnswer[];
}

/**
 * Keeps what daily files say of a followed brand now, and what it has answered.
 *
 * @returns The follow with its news, `undefined` where there is nothing new or the brand is no longer followed.
 */
export async function compareFollow(
  db: PersonalDatabase,
  brandId: string,
  { words, answers = [] }: Told,
  nowMs: number,
): Promise<Follow | undefined> {
  return db.transaction("rw", db.follows, async () => {
    const row = await db.follows.get(brandId);
    const next = row && withAnswers(withNews(row, words, nowMs), answers, nowMs);
    if (!next || next === row) return undefined;
    await db.follows.put(next);
    return next;
  });
}
