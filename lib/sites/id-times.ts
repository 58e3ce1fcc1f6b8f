import type { ShownTime } from "./shown-time.ts";
import { plausibleTime } from "./shown-time.ts";

/**
 * Several platforms number their posts by time. Where a page shows only "3 w", the number in the address is exact
 * to the second.
 */

/** X since November 2010: 41 bits of milliseconds above 22 others. https://github.com/twitter-archive/snowflake */
export function timeOfSnowflake(id: string | undefined, now: number): ShownTime | undefined {
  return fromBits(id, 22n, (high) => high + 1_288_834_974_657, now);
}

/** LinkedIn's activities, shares and comments: Unix milliseconds above 22 bits. */
export function timeOfLinkedInId(id: string | undefined, now: number): ShownTime | undefined {
  return fromBits(id, 22n, (high) => high, now);
}

/** TikTok's videos and comments: Unix seconds in the upper half. */
export function timeOfTikTokId(id: string | undefined, now: number): ShownTime | undefined {
  return fromBits(id, 32n, (high) => high * 1_000, now);
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * Instagram and Threads: the short code in an address is the number in base 64, milliseconds since August 2011 above
 * 23 bits. https://instagram-engineering.com/sharding-ids-at-instagram-1cf5a71e5a5c Codes of private posts are
 * longer; their first eleven characters are the number.
 */
export function timeOfShortCode(code: string | undefined, now: number): ShownTime | undefined {
  if (!code || !/^[\w-]{10,60}$/u.test(code)) return undefined;
  let id = 0n;
  for (const letter of code.slice(0, 11)) id = id * 64n + BigInt(alphabet.indexOf(letter));
  return fromBits(String(id), 23n, (high) => high + 1_314_220_021_721, now);
}

function fromBits(
  id: string | undefined,
  shift: bigint,
  toTime: (high: number) => number,
  now: number,
): ShownTime | undefined {
  if (!id || !/^\d{15,20}$/u.test(id)) return undefined;
  return plausibleTime(toTime(Number(BigInt(id) >> shift)), "second", now);
}
