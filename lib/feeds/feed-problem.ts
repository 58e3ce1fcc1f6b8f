import { refused } from "../model/refusal.ts";
import { type Problem, problem } from "../model/result.ts";

/** What can be wrong with a feed. A `gone` file was named by a head that is no longer the newest. */
export type FeedFlaw =
  | "head"
  | "segment-order"
  | "backwards"
  | "too-large"
  | "length"
  | "hash"
  | "line"
  | "order"
  | "daily"
  | "delta"
  | "bucket"
  | "gone";

/** A flaw as it is stored and shown: the feed broke its own rules, and nothing of this file was taken. */
export function feedProblem(flaw: FeedFlaw, path: string): ReturnType<typeof problem> {
  return flaw === "too-large"
    ? refused("feed-too-large", { path })
    : problem("bad-shape", { reason: `feed-${flaw}`, path });
}

export function isGone({ params }: Problem): boolean {
  const reason = params?.["reason"];
  return reason === "http-404" || reason === "http-410";
}

/** What a feed says for itself that is not copied whole. */
export const tooLarge = feedProblem("too-large", "head.json").error;
