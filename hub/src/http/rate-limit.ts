import { createBuckets } from "./buckets.ts";
import { customerOf } from "./network.ts";

/** Requests per minute that one address may make, and as many at once after a pause. */
export interface Allowance {
  readonly reads: number;
  readonly writes: number;
}

export interface RateLimiter {
  /**
   * Takes `cost` from what an address has left.
   *
   * @returns 0, or after how many seconds it would have enough.
   */
  take(address: string, kind: keyof Allowance, cost: number): number;
}

/**
 * One bucket per address and kind, in memory only: addresses are never written anywhere.
 *
 * @param now - Milliseconds.
 */
export function createRateLimiter(allowance: Allowance, now: () => number): RateLimiter {
  const perMinute = (most: number) => createBuckets({ most, seconds: 60 }, now);
  const buckets = { reads: perMinute(allowance.reads), writes: perMinute(allowance.writes) };
  return {
    take(address, kind, cost) {
      const customer = customerOf(address);
      const wait = buckets[kind].waitOf(customer, cost);
      if (wait === 0) buckets[kind].take(customer, cost);
      return wait;
    },
  };
}
