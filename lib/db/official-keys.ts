import { Dexie } from "dexie";
import type { OfficialAnswer, OfficialKey } from "../model/official.ts";
import type { AuthorId, ReviewId } from "../model/review.ts";
import type { CommunityDatabase } from "./community.ts";
import type { OfficialKeyRow } from "./talk-rows.ts";
import { isSample } from "./derive.ts";

/** Makes these all keys that a feed calls official. One that is not among them has lost its proof. */
export async function replaceOfficialKeys(
  db: CommunityDatabase,
  feed: string,
  keys: readonly OfficialKey[],
): Promise<void> {
  const rows = keys.map((key): OfficialKeyRow => ({ ...key, feed }));
  await db.transaction("rw", db.officialKeys, async () => {
    await db.officialKeys.where("feed").equals(feed).delete();
    await db.officialKeys.bulkPut(rows);
  });
}

/** Which of these authors have proven that they speak for a brand. */
export async function officialAmong(
  db: CommunityDatabase,
  brandId: string | undefined,
  authors: readonly AuthorId[],
): Promise<ReadonlyMap<AuthorId, OfficialKey>> {
  if (brandId === undefined || authors.length === 0) return new Map();
  const rows = await db.officialKeys
    .where("author")
    .anyOf([...new Set(authors)])
    .toArray();
  return new Map(rows.filter((row) => row.brandId === brandId).map((row) => [row.author, row]));
}

/** Keys that have proven that they speak for one of these brands. */
export async function keysOfBrands(
  db: CommunityDatabase,
  brandIds: readonly string[],
): Promise<ReadonlySet<AuthorId>> {
  const rows = await Promise.all(
    brandIds.map(async (brandId) =>
      db.officialKeys.where("[brandId+author+feed]").between([brandId], [brandId, Dexie.maxKey]).toArray(),
    ),
  );
  return new Set(rows.flat().map(({ author }) => author));
}

/** Replies that are looked at of one key, the newest first: a brand that answers more is told of all the same. */
const mostAnswers = 200;

/**
 * What a brand has answered since a moment, by keys that are proven now.
 *
 * @param sinceMs - Epoch ms.
 */
export async function officialAnswers(
  db: CommunityDatabase,
  brandId: string,
  sinceMs: number,
): Promise<readonly OfficialAnswer[]> {
  const keys = await db.officialKeys
    .where("[brandId+author+feed]")
    .between([brandId], [brandId, Dexie.maxKey])
    .toArray();
  const answers = new Map<string, OfficialAnswer>();
  for (const author of new Set(keys.map((key) => key.author))) {
    const rows = await db.replies
      .where("[author+repliedAt]")
      .between([author, Math.floor(sinceMs / 1000)], [author, Dexie.maxKey])
      .reverse()
      .limit(mostAnswers)
      .toArray();
    for (const { id, repliedAt, target } of rows) {
      // A proven key says things about others as well.
      if ((await brandAnswered(db, target)) !== brandId) continue;
      const token = await db.tokens.get(id);
      answers.set(id, { id, at: repliedAt * 1000, ...(token && isSample(token) && { isSample: true }) });
    }
  }
  return [...answers.values()];
}

/** Replies to replies: further down nobody reads. */
const deepest = 8;

/** The site of the review that a reply is about in the end: what its brand answers for. */
export async function brandAnswered(db: CommunityDatabase, target: ReviewId): Promise<string | undefined> {
  let id = target;
  for (let depth = 0; depth < deepest; depth += 1) {
    const token = await db.tokens.get(id);
    if (token?.kind !== "reply") return token?.siteKey;
    const above = await db.replies.get(id);
    if (!above) return undefined;
    id = above.target;
  }
  return undefined;
}
