import { Dexie } from "dexie";
import { type Hideable, withoutHidden } from "../model/hiding.ts";
import type { OfficialAnswer } from "../model/official.ts";
import type { ReviewId } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { TokenRow } from "./community-rows.ts";
import { isSample } from "./derive.ts";
import { hidingsAmong } from "./hidden.ts";
import { officialKeysOf } from "./official-keys.ts";
import type { PersonalDatabase } from "./personal.ts";

/** Replies that are looked at of one key, the newest first: a brand that answers more is told of all the same. */
const mostAnswers = 200;

/**
 * What a brand has answered since a moment, by keys that are proven now.
 *
 * @param sinceMs - Epoch ms.
 * @param nowMs - Epoch ms.
 */
export async function officialAnswers(
  db: CommunityDatabase,
  brandId: string,
  sinceMs: number,
  nowMs: number,
): Promise<readonly (Hideable & OfficialAnswer)[]> {
  const answers = new Map<string, Hideable & OfficialAnswer>();
  for (const { author } of await officialKeysOf(db, brandId, nowMs)) {
    const rows = await db.replies
      .where("[author+repliedAt]")
      .between([author, Math.floor(sinceMs / 1000)], [author, Dexie.maxKey])
      .reverse()
      .limit(mostAnswers)
      .toArray();
    for (const { id, repliedAt, target } of rows) {
      // A proven key says things about others as well.
      if ((await reviewAbove(db, target))?.siteKey !== brandId) continue;
      const token = await db.tokens.get(id);
      answers.set(id, {
        id,
        author,
        at: repliedAt * 1000,
        ...(token && isSample(token) && { isSample: true }),
      });
    }
  }
  return [...answers.values()];
}

/** Those of them that the person does see: what they muted, reported or have hidden by a list is no news. */
export async function shownOfficialAnswers(
  { community, personal }: { readonly community: CommunityDatabase; readonly personal: PersonalDatabase },
  brandId: string,
  sinceMs: number,
  nowMs: number,
): Promise<readonly OfficialAnswer[]> {
  const answers = await officialAnswers(community, brandId, sinceMs, nowMs);
  return withoutHidden(answers, await hidingsAmong(personal, community, answers));
}

/** Replies to replies: further down nobody reads. */
const deepest = 8;

/**
 * The review that a reply is about in the end: its site is what a brand answers for, its author is who can say that
 * an answer settled it.
 *
 * @param target - The review, or a reply below it.
 */
export async function reviewAbove(db: CommunityDatabase, target: ReviewId): Promise<TokenRow | undefined> {
  let id = target;
  for (let depth = 0; depth < deepest; depth += 1) {
    const token = await db.tokens.get(id);
    if (token?.kind !== "reply") return token;
    const above = await db.replies.get(id);
    if (!above) return undefined;
    id = above.target;
  }
  return undefined;
}
