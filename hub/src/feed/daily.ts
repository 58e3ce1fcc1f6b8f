import { dayOf } from "../../../lib/model/day.ts";
import type { FeedDaily, FeedOfficialKey } from "../../../lib/schema/feed-daily.ts";
import { feedFormat, feedLimits } from "../../../lib/schema/feed.ts";
import type { Storage } from "../storage/storage.ts";
import type { Extras } from "./extras.ts";
import { fitBrands, type FittedBrands } from "./fit-brands.ts";
import { moderationOf } from "./moderation.ts";
import { hashedPath, sha256, type FeedFile } from "./segment.ts";

export interface MadeDaily {
  readonly file: FeedFile;
  readonly sha256: string;
  readonly content: FeedDaily;
  /** Brands of which more is known than the file says. */
  readonly rest: FittedBrands["rest"];
}

/**
 * The day's file: what the operator's jobs know, as far as there is room, and all removals.
 *
 * @param nowMs - Epoch ms.
 * @param mostBytes - Of the file.
 */
export async function makeDaily(
  storage: Storage,
  extras: Extras,
  nowMs: number,
  mostBytes: number = feedLimits.dailyBytes,
): Promise<MadeDaily> {
  const [{ brands, officialKeys, ...extra }, moderation] = await Promise.all([
    extras.read(),
    moderationOf(storage),
  ]);
  const day = dayOf(nowMs);
  const proven = officialKeys && { officialKeys: holding(officialKeys, nowMs) };
  const others: FeedDaily = { format: feedFormat, day, ...extra, ...proven, ...moderation };
  const room = mostBytes - bodyOf({ ...others, brands: {} }).length;
  const fitted = fitBrands(brands ?? {}, room, Date.parse(day) / 1000);
  const { format, ...rest } = others;
  const content: FeedDaily = { format, ...(brands && { brands: fitted.brands }), ...rest };
  const body = bodyOf(content);
  const hash = sha256(body);
  return { file: { path: hashedPath("daily", day, hash), body }, sha256: hash, content, rest: fitted.rest };
}

/** Proofs that hold at a moment (epoch ms). */
export function holding(keys: readonly FeedOfficialKey[], nowMs: number): FeedOfficialKey[] {
  return keys.filter(({ expiresAt = Infinity }) => expiresAt * 1000 > nowMs);
}

function bodyOf(content: FeedDaily): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(content)}\n`);
}
