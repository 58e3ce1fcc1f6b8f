/** 48 bits of a key: enough that the build can insist on no two keys sharing them. */
export interface KeyHash {
  readonly low: number;
  /** 16 bits. */
  readonly high: number;
}

/**
 * Two 32-bit multiply-xor lanes over UTF-16 code units (the "cyrb53" construction). Not cryptographic: the
 * keys are public and the build refuses collisions.
 */
export function hashKey(text: string): KeyHash {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, 2_654_435_761);
    two = Math.imul(two ^ unit, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return { low: one >>> 0, high: two & 0xffff };
}

/** The bucket of a route, of `buckets` many (a power of two). */
export function bucketOf(route: string, buckets: number): number {
  const { low } = hashKey(route);
  // The upper half, so that buckets do not follow the order of the keys inside them.
  return (low >>> 16) % buckets;
}
