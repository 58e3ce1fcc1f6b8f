/** At most `count` requests in any `perMs` milliseconds. */
export interface Limit {
  readonly count: number;
  readonly perMs: number;
}

export interface RateLimiterOptions {
  /** What each host allows. None: no limit. */
  readonly limits: (host: string) => readonly Limit[] | Promise<readonly Limit[]>;
  /** When requests went to a host since a moment, by whoever was here before this limiter. Epoch ms. */
  readonly sentSince?: (host: string, sinceMs: number) => Promise<readonly number[]>;
  readonly now: () => number;
}

/** Counts requests in sliding windows: no burst at the seam of two minutes exceeds what an API allows. */
export class RateLimiter {
  readonly #options: RateLimiterOptions;
  readonly #sent = new Map<string, number[]>();

  constructor(options: RateLimiterOptions) {
    this.#options = options;
  }

  /** Milliseconds until the next request may go to `host`; 0: now. */
  async waitMs(host: string): Promise<number> {
    const limits = await this.#options.limits(host);
    if (limits.length === 0) return 0;
    const nowMs = this.#options.now();
    const sent = await this.#sentTo(host, limits, nowMs);
    return Math.max(0, ...limits.map((limit) => waitFor(limit, sent, nowMs)));
  }

  /** Counts a request that leaves now. */
  count(host: string): void {
    this.#sent.get(host)?.push(this.#options.now());
  }

  async #sentTo(host: string, limits: readonly Limit[], nowMs: number): Promise<readonly number[]> {
    const oldest = nowMs - Math.max(...limits.map(({ perMs }) => perMs));
    const known = this.#sent.get(host) ?? [...((await this.#options.sentSince?.(host, oldest)) ?? [])];
    const recent = known.filter((at) => at > oldest);
    this.#sent.set(host, recent);
    return recent;
  }
}

/** The window is full while the `count`th request back is still inside it. */
function waitFor({ count, perMs }: Limit, sent: readonly number[], nowMs: number): number {
  const first = sent.at(-count);
  return first === undefined ? 0 : first + perMs - nowMs;
}
