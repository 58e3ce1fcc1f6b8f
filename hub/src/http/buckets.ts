/** So many within so long; as many at once after a pause of that length. */
export interface Window {
  readonly most: number;
  readonly seconds: number;
}

export interface Buckets {
  /** 0, or after how many seconds there is enough left for `cost`. Takes nothing. */
  waitOf(name: string, cost?: number): number;
  take(name: string, cost?: number): void;
  /** Gives back what was taken for nothing. */
  giveBack(name: string, cost?: number): void;
}

/** What is left, as of a moment. */
interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** More names than this are not remembered; the ones idle longest are forgotten, which is in their favour. */
const mostNames = 50_000;

/**
 * One bucket per name, which fills again evenly over the window. In memory only: names are addresses and keys, and are
 * never written anywhere.
 *
 * @param now - Milliseconds.
 */
export function createBuckets({ most, seconds }: Window, now: () => number): Buckets {
  const buckets = new Map<string, Bucket>();
  const leftOf = (name: string, at: number): number => {
    const bucket = buckets.get(name);
    return bucket ? Math.min(most, bucket.left + ((at - bucket.at) / 1000 / seconds) * most) : most;
  };
  // One that costs more than all there ever is must be possible after a pause.
  const priceOf = (cost: number): number => Math.min(cost, most);
  return {
    waitOf(name, cost = 1) {
      const missing = priceOf(cost) - leftOf(name, now());
      return missing > 0 ? Math.ceil((missing / most) * seconds) : 0;
    },
    take(name, cost = 1) {
      const at = now();
      const left = leftOf(name, at) - priceOf(cost);
      // Moves it to the end, so that the first one is always the one idle longest.
      buckets.delete(name);
      buckets.set(name, { left, at });
      const idle = buckets.keys().next();
      if (buckets.size > mostNames && !idle.done) buckets.delete(idle.value);
    },
    giveBack(name, cost = 1) {
      const at = now();
      if (buckets.has(name))
        buckets.set(name, { left: Math.min(most, leftOf(name, at) + priceOf(cost)), at });
    },
  };
}
