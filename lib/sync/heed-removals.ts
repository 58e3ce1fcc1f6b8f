import type { ReadDaily } from "../feeds/index.ts";
import { isDebatable, type Removal } from "../model/removal.ts";
import { readRecord } from "../reviews/removal-record.ts";
import { verifyToken } from "../reviews/token.ts";
import type { FeedRemoval, FeedRestoration } from "../schema/feed-daily.ts";
import type { RemovalRecord } from "../schema/removal-record.ts";
import type { StepContext } from "./server-copy.ts";
import { takeTokens } from "./take-tokens.ts";

/** Entries at once, so that a long list does not block the database. */
const chunk = 500;

/** Whose word it is, and the key that it signs with, where its head names one. */
export interface Remover {
  readonly feed: string;
  readonly key?: string | undefined;
}

/**
 * Takes out what a daily file says is removed, and takes back in what it says is restored.
 *
 * @returns How many removals were not heeded.
 */
export async function heed(
  context: StepContext,
  { removals, restored }: Pick<ReadDaily, "removals" | "restored">,
  remover: Remover,
): Promise<number> {
  const passedOver = await heedRemovals(context, removals, remover);
  await heedRestorations(context, restored, remover);
  return passedOver;
}

/**
 * Takes out what a feed has removed. An entry whose signed record is another hub's, of another review, or broken
 * is not heeded, and the others are. One without a record is: it was made before there were any, and whoever can
 * leave the record out of a file could leave reviews out of it as well.
 */
async function heedRemovals(
  { heedsAll, now, storage }: StepContext,
  all: readonly FeedRemoval[],
  remover: Remover,
): Promise<number> {
  const isAll = (await heedsAll?.(remover.feed)) ?? true;
  const removals = isAll ? all : all.filter(({ code }) => !isDebatable(code));
  const asOf = Math.floor(now() / 1000);
  let passedOver = 0;
  for (let at = 0; at < removals.length; at += chunk) {
    const part = removals.slice(at, at + chunk);
    const isHeeded = await Promise.all(part.map((entry) => holds({ ...entry, act: "remove" }, remover)));
    const heeded = part.filter((_, index) => isHeeded[index]);
    passedOver += part.length - heeded.length;
    await storage.removeReviews(
      heeded.map((entry): Removal => rowOf(entry, remover)),
      asOf,
    );
  }
  return passedOver;
}

function rowOf({ id, code, day }: FeedRemoval, { feed }: Remover): Removal {
  return { id, day, feed, ...(code !== undefined && { code }) };
}

/**
 * Takes back in what a feed has restored. Its token comes with it: the reader has long passed over its place in the
 * segments.
 */
async function heedRestorations(
  context: StepContext,
  restored: readonly FeedRestoration[],
  remover: Remover,
): Promise<void> {
  for (const entry of restored) {
    if (!(await holds({ ...entry, act: "restore" }, remover))) continue;
    const review = await verifyToken(entry.jwt);
    if (!review.ok || review.value.id !== entry.id) continue;
    await context.storage.liftRemovals([entry.id], remover.feed);
    await takeTokens(context, remover.feed, [entry], { newest: 0, rejected: {}, rejectedMarks: [] });
  }
}

interface Claim {
  readonly act: RemovalRecord["act"];
  readonly id: string;
  readonly code?: string | undefined;
  readonly day: string;
  readonly record?: string | undefined;
}

async function holds({ act, id, code, day, record }: Claim, { key }: Remover): Promise<boolean> {
  if (key === undefined || record === undefined) return true;
  const signed = await readRecord(record, key);
  return (
    signed?.act === act &&
    signed.id === id &&
    signed.day === day &&
    (code === undefined || signed.code === code)
  );
}
