import { subjectKeyOf } from "../../../lib/brands/subjects.ts";
import type { Review } from "../../../lib/model/review.ts";
import { createBuckets, type Buckets } from "./buckets.ts";
import { networkOf } from "./network.ts";
import { sha256Of } from "./send.ts";

/** What one hub takes at most, so that nobody can fill it alone. Each number is of statements that were stored. */
export interface FloodAllowance {
  readonly keyPerHour: number;
  readonly keyPerDay: number;
  /** Statements by one key about one subject or one review: edits, replies, votes. */
  readonly keySubjectPerDay: number;
  /** A network is an IPv4 /24 or an IPv6 /48. */
  readonly networkPerHour: number;
  readonly networkPerDay: number;
}

/** Far above what a busy person writes: a day of votes and replies, a village behind one address. */
export const defaultFloodAllowance: FloodAllowance = {
  keyPerHour: 60,
  keyPerDay: 300,
  keySubjectPerDay: 20,
  networkPerHour: 600,
  networkPerDay: 3000,
};

type FloodReason = "key" | "subject" | "network";
export interface Flood {
  readonly reason: FloodReason;
  readonly waitSeconds: number;
}

export interface FloodLimiter {
  /** Why a statement has to wait, the longest wait first; `undefined` when it need not. Takes nothing. */
  floodOf(review: Review, address: string): Flood | undefined;
  /** Counts one that is about to be stored: others that come meanwhile must find it counted. */
  count(review: Review, address: string): void;
  /** It was not stored after all: asking twice, and what was refused, costs nothing. */
  uncount(review: Review, address: string): void;
}

const hour = 3600;
const day = 24 * hour;

/**
 * Limits that hold for hours and days, beside the per-minute ones. In memory only, so a restart forgets them, which
 * is in everybody's favour. Deletes are never limited: taking one's words back must always be possible.
 *
 * @param now - Milliseconds.
 */
export function createFloodLimiter(allowance: FloodAllowance, now: () => number): FloodLimiter {
  const limits: readonly (readonly [FloodReason, Buckets])[] = [
    ["key", createBuckets({ most: allowance.keyPerHour, seconds: hour }, now)],
    ["key", createBuckets({ most: allowance.keyPerDay, seconds: day }, now)],
    ["subject", createBuckets({ most: allowance.keySubjectPerDay, seconds: day }, now)],
    ["network", createBuckets({ most: allowance.networkPerHour, seconds: hour }, now)],
    ["network", createBuckets({ most: allowance.networkPerDay, seconds: day }, now)],
  ];
  const nameOf = (reason: FloodReason, { author, subject, target }: Review, address: string): string => {
    if (reason === "network") return networkOf(address);
    // Hashed: a subject may be as long as an address may be, and is kept for a day.
    return reason === "key" ? author : sha256Of(`${author} ${target ?? subjectKeyOf(subject) ?? subject}`);
  };
  return {
    floodOf(review, address) {
      if (review.kind === "delete") return undefined;
      const floods = limits
        .map(([reason, buckets]) => ({
          reason,
          waitSeconds: buckets.waitOf(nameOf(reason, review, address)),
        }))
        .filter(({ waitSeconds }) => waitSeconds > 0);
      return floods.toSorted((a, b) => b.waitSeconds - a.waitSeconds)[0];
    },
    count(review, address) {
      if (review.kind === "delete") return;
      for (const [reason, buckets] of limits) buckets.take(nameOf(reason, review, address));
    },
    uncount(review, address) {
      if (review.kind === "delete") return;
      for (const [reason, buckets] of limits) buckets.giveBack(nameOf(reason, review, address));
    },
  };
}

const words: Readonly<Record<FloodReason, string>> = {
  key: "Too many statements by this key",
  subject: "Too many statements by this key about the same",
  network: "Too many statements from this network",
};

export function wordsForFlood({ reason, waitSeconds }: Flood): string {
  return `${words[reason]}. Try again in ${waitSeconds} s.`;
}
