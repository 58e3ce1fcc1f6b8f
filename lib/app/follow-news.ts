import { compareFollow, listFollows } from "../db/follows.ts";
import type { PersonalDatabase } from "../db/personal.ts";
import type { DailyWord, FollowNews } from "../model/follow.ts";

/** Something new about a brand that the person follows. */
export interface FoundNews {
  readonly name: string;
  readonly kind: FollowNews["kind"];
}

export interface FollowNewsDependencies {
  readonly personal: PersonalDatabase;
  /** What the newest daily files say of a brand: the local copy alone. */
  readonly dailyOf: (brandId: string) => Promise<readonly DailyWord[]>;
  /** Tells the person, where they want to be told. */
  readonly notify: (found: readonly FoundNews[]) => Promise<void>;
  readonly now: () => number;
}

/**
 * Looks what daily files tell of the brands that the person follows. Nothing is asked for over the network: the files
 * are the same for everyone, and who follows what stays here. Doing it again finds nothing again.
 */
export async function findFollowNews({
  dailyOf,
  notify,
  now,
  personal,
}: FollowNewsDependencies): Promise<void> {
  const found: FoundNews[] = [];
  for (const { brandId, name, news: before } of await listFollows(personal)) {
    const next = await compareFollow(personal, brandId, await dailyOf(brandId), now());
    const had = new Set(before.map(({ key }) => key));
    for (const { key, kind } of next?.news ?? []) if (!had.has(key)) found.push({ name, kind });
  }
  if (found.length > 0) await notify(found);
}
