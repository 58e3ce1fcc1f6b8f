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

/** What an address has left, as of a moment. */
interface Bucket {
  left: number;
  at: number;
}

/** More addresses than this are not remembered; the ones idle longest are forgotten, which is in their favour. */
const mostAddresses = 50_000;

/**
 * One bucket per address and kind, in memory only: addresses are never written anywhere.
 *
 * @param now - Milliseconds.
 */
export function createRateLimiter(allowance: Allowance, now: () => number): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(address, kind, cost) {
      const most = allowance[kind];
      const key = `${kind} ${networkOf(address)}`;
      const bucket = refilled(buckets.get(key), most, now());
      // Moves it to the end, so that the first one is always the one idle longest.
      buckets.delete(key);
      buckets.set(key, bucket);
      const idle = buckets.keys().next();
      if (buckets.size > mostAddresses && !idle.done) buckets.delete(idle.value);
      const price = Math.min(cost, most);
      if (bucket.left < price) return Math.ceil(((price - bucket.left) / most) * 60);
      bucket.left -= price;
      return 0;
    },
  };
}

function refilled(bucket: Bucket | undefined, most: number, at: number): Bucket {
  if (!bucket) return { left: most, at };
  return { left: Math.min(most, bucket.left + ((at - bucket.at) / 60_000) * most), at };
}

/** An IPv6 customer has at least a /64; counting single addresses would limit nobody. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+[.]\d+[.]\d+[.]\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === "" ? 0 : tail.split(":").length);
  return [...groups, ...Array.from({ length: Math.max(0, missing) }, () => "0")].slice(0, 4).join(":");
}
