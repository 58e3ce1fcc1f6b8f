import type { PerStar } from "../../lib/model/trust-score.ts";

/** Numbers in [0, 1), the same for the same seed. @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let hash = Math.imul(state ^ (state >>> 15), 1 | state);
    hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash;
    return ((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Another stream for each name. */
export function seedOf(...parts: readonly (string | number)[]): number {
  let hash = 0x81_1c_9d_c5;
  for (const unit of parts.join("/")) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01_00_01_93);
  return hash >>> 0;
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

export function between(random: Random, from: number, to: number): number {
  return from + random() * (to - from);
}

export function starFrom(random: Random, shares: PerStar): number {
  let left = random() * shares.reduce((sum, share) => sum + share, 0);
  for (const [index, share] of shares.entries()) {
    left -= share;
    if (left < 0) return index + 1;
  }
  return 5;
}

/** 32 hex digits. */
export function hexId(random: Random): string {
  let id = "";
  for (let part = 0; part < 4; part++)
    id += Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, "0");
  return id;
}
