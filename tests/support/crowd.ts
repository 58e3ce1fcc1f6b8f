import type { CommunityDatabase } from "../../lib/db/community.ts";
import type { StoredReview } from "../../lib/db/community-rows.ts";
import { storeReviews } from "../../lib/db/store-reviews.ts";
import { stored } from "./statements.ts";

/** Days since 1970: 2026-01-01. */
export const day = 20_454;
const daySeconds = 86_400;
const asOf = day * daySeconds;

interface SaidAbout {
  readonly stars?: number;
  readonly opinion?: string;
  readonly daysAgo?: number;
  readonly affiliated?: boolean;
  readonly generated?: boolean;
}

/** A review by `author`, as verification and placing would give it. `subject`: an address; its site is its host. */
export function saidAbout(subject: string, author: string, said: SaidAbout = {}): StoredReview {
  const { stars, opinion, daysAgo = 30, affiliated = false, generated = false } = said;
  const review = stored({
    name: `${author} of ${subject}`,
    author,
    subject,
    issuedAt: asOf - Math.round(daysAgo * daySeconds),
    ...(stars !== undefined && { rating: (stars - 1) * 25 }),
    ...(opinion !== undefined && { opinion }),
    siteKey: new URL(subject).host,
    metadata: { isAffiliated: affiliated, isGenerated: generated },
  });
  return { ...review, subjectKey: subject };
}

/** So many people, a week apart, in the usual spread of stars, without words. */
export function crowd(subject: string, count: number): StoredReview[] {
  const cycle = [5, 5, 1, 5, 4, 5, 3, 5, 5, 4, 5, 2, 5, 5];
  return Array.from({ length: count }, (_, index) =>
    saidAbout(subject, `person ${index} of ${subject}`, {
      stars: cycle[index % 14] ?? 5,
      daysAgo: 7 * index,
    }),
  );
}

export async function storeAll(db: CommunityDatabase, reviews: readonly StoredReview[]): Promise<void> {
  await storeReviews(db, reviews, { asOf: asOf + daySeconds });
}
