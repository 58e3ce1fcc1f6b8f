import { helpfulness } from "../model/helpfulness.ts";

export type ReviewOrder = "newest" | "oldest" | "critical" | "helpful" | "best";

/** What a review's place in an order depends on. */
export interface Ranked {
  /** Seconds. */
  readonly issuedAt: number;
  /** 0–100. */
  readonly rating?: number | undefined;
  readonly helpful: number;
}

const dateSpan = 2 ** 32;
/** Steps of helpfulness that are told apart: from about 2 000 votes on the newer of two reviews comes first. */
const helpfulSteps = 2 ** 20;
const afterAllRatings = 255;

/**
 * A review's place in an order as one number, smaller first: the order's own measure, then the newer one.
 * Reviews without a rating come last among the critical and the best. Exact: at most 52 bits.
 */
export function rankOf(order: ReviewOrder, { issuedAt, rating, helpful }: Ranked): number {
  if (order === "oldest") return issuedAt;
  const age = dateSpan - 1 - issuedAt;
  if (order === "newest") return age;
  return measure(order, rating, helpful) * dateSpan + age;
}

function measure(
  order: "critical" | "helpful" | "best",
  rating: number | undefined,
  helpful: number,
): number {
  // Votes against there are none: a flag is signed by a key made for it alone, and would push down for free.
  if (order === "helpful") return Math.round((1 - helpfulness(helpful, helpful)) * helpfulSteps);
  if (rating === undefined) return afterAllRatings;
  return order === "critical" ? rating : 100 - rating;
}

/** A place in an order, unique within a subject: reviews of the same rank are told apart by their authors. */
export interface Position {
  readonly rank: number;
  readonly author: string;
  readonly subjectKey: string;
}

/**
 * Whether `a` comes before (negative) or after `b`. Equal ranks go by author and subject, downwards except in
 * the oldest first, so that newest and oldest are each other's reverse.
 */
export function comparePositions(order: ReviewOrder, a: Position, b: Position): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  const up = compareText(a.author, b.author) || compareText(a.subjectKey, b.subjectKey);
  return order === "oldest" ? up : -up;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
