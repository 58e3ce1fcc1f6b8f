import { cleanPersonName } from "../../../lib/model/person-name.ts";
import { clampIssuedAt, starsOfRating } from "../../../lib/model/review.ts";
import { signatureKey } from "../../../lib/reviews/signature.ts";
import type { FeedOfficialKey } from "../../../lib/schema/feed-daily.ts";
import type { Hub } from "../hub.ts";
import { payloadOf } from "../replies/review-json.ts";
import type { ListedReview } from "../storage/list.ts";
import { type Meant, subjectsMeant } from "./subjects-meant.ts";

/** Something that somebody said, as page and feed show it. Every text is theirs. */
export interface Saying {
  /** Of the original, in the spelling (low S) that its edits name as well. */
  readonly signature: string;
  /** The nickname without what hides or reorders, else the beginning and end of the key's id. */
  readonly name: string;
  /** By a key that the brand has proven. */
  readonly isOfficial: boolean;
  /** In the author's own word: written by software; by somebody who belongs to the brand. */
  readonly isGenerated: boolean;
  readonly isAffiliated: boolean;
  /** 1 to 5. */
  readonly stars?: number;
  readonly opinion: string;
  /** Seconds, never later than a day from now. */
  readonly at: number;
}

export interface SaidAbout extends Meant {
  /** Newest first. */
  readonly reviews: readonly (Saying & { readonly replies: readonly Saying[] })[];
  readonly proven: readonly FeedOfficialKey[];
}

const most = { reviews: 30, replies: 20, official: 5 } as const;

/** The newest reviews of a subject, and what was replied to each. */
export async function saidAbout(hub: Hub, text: string): Promise<SaidAbout> {
  const meant = subjectsMeant(text);
  const proven = meant.site === undefined ? [] : await hub.officialKeys(meant.site);
  const official = new Set(proven.map(({ author }) => author));
  const asOf = Math.floor(hub.now() / 1000);
  const say = (row: ListedReview): Saying => sayingOf(row, official, asOf);
  const visible = { examples: true, latestEditsOnly: true } as const;
  const page = { limit: most.reviews, offset: 0 };
  const rows = await hub.storage.list({ ...visible, subjects: meant.subjects }, page);
  const reviews = rows.map((row) => say(row));
  const threadOf = async (review: Saying): Promise<SaidAbout["reviews"][number]> => ({
    ...review,
    replies: (await repliesTo(hub, review, official)).map((row) => say(row)),
  });
  return { ...meant, proven, reviews: await Promise.all(reviews.map((review) => threadOf(review))) };
}

/**
 * The newest, oldest first. Each review has room of its own, and so has the brand below it: whoever floods one must not
 * take away what was answered to it or to others. What has a rating is a vote or a flag, and no answer.
 */
async function repliesTo(
  { storage }: Hub,
  { signature }: Saying,
  official: ReadonlySet<string>,
): Promise<readonly ListedReview[]> {
  const filter = {
    answering: [signature],
    opinionated: true,
    examples: true,
    latestEditsOnly: true,
  } as const;
  const newest = await storage.list(filter, { limit: most.replies, offset: 0 });
  const authors = [...official];
  const isAll = newest.length < most.replies || authors.length === 0;
  const brands = isAll ? [] : await storage.list({ ...filter, authors }, { limit: most.official, offset: 0 });
  const rows = new Map([...newest, ...brands].map((row) => [row.seq, row]));
  return [...rows.values()]
    .filter(({ rating }) => rating === null)
    .toSorted((a, b) => a.iat - b.iat || a.seq - b.seq);
}

function sayingOf(row: ListedReview, official: ReadonlySet<string>, asOf: number): Saying {
  const { author, iat, jwt, opinion, rating } = row;
  const metadata = (payloadOf(jwt)["metadata"] ?? {}) as Readonly<Record<string, unknown>>;
  const nickname = metadata["nickname"];
  const isSet = (name: string): boolean => String(metadata[name]) === "true";
  return {
    // What stands may be an edit; what one answers is the original.
    signature: row.root_key || signatureKey(row.signature),
    name: nameOf(nickname) ?? `${author.slice(0, 4)}…${author.slice(-2)}`,
    isOfficial: official.has(author),
    isGenerated: isSet("is_generated"),
    isAffiliated: isSet("is_affiliated"),
    ...(rating !== null && { stars: starsOfRating(rating) }),
    opinion: opinion?.trim() ?? "",
    at: clampIssuedAt(iat, asOf),
  };
}

function nameOf(nickname: unknown): string | undefined {
  return typeof nickname === "string" ? cleanPersonName(nickname) : undefined;
}
