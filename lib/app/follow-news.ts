import { compareFollow, listFollows } from "../db/follows.ts";
import type { PersonalDatabase } from "../db/personal.ts";
import { answersSince, type DailyWord, type FollowNews } from "../model/follow.ts";
import type { OfficialAnswer } from "../model/official.ts";

/** Something new about a brand that the person follows. */
export interface FoundNews {
  readonly name: string;
  readonly kind: FollowNews["kind"];
}

export interface FollowNewsDependencies {
  readonly personal: PersonalDatabase;
  /** What the newest daily files say of a brand: the local copy alone. */
  readonly dailyOf: (brandId: string) => Promise<readonly DailyWord[]>;
  /** What the brand has answered since a moment (epoch ms): the local copy alone. */
  readonly answersOf: (brandId: string, sinceMs: number) => Promise<readonly OfficialAnswer[]>;
  /** Tells the person, where they want to be told. */
  readonly notify: (found: readonly FoundNews[]) => Promise<void>;
  readonly now: () => number;
}

/**
 * Looks what daily files tell of the brands that the person follows, and what these have answered. Nothing is asked for
 * over the network: the files are the same for everyone, and who follows what stays here. Doing it again finds nothing
 * again.
 */
export async function findFollowNews({
  answersOf,
  dailyOf,
  notify,
  now,
  personal,
}: FollowNewsDependencies): Promise<void> {
  const found: FoundNews[] = [];
  for (const follow of await listFollows(personal)) {
    const { brandId, name, news: before } = follow;
    const words = await dailyOf(brandId);
    const answers = await answersOf(brandId, answersSince(follow));
    const next = await compareFollow(personal, brandId, { words, answers }, now());
    const had = new Set(before.map(({ key }) => key));
    for (const { key, kind } of next?.news ?? []) if (!had.has(key)) found.push({ name, kind });
  }
  if (found.length > 0) await notify(found);
}
