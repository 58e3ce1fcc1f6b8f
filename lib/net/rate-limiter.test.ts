import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { RateLimiter, type Limit } from "./rate-limiter.ts";

function limiterAt(
  clock: { ms: number },
  limits: readonly Limit[],
  before: readonly number[] = [],
): RateLimiter {
  return new RateLimiter({
    limits: () => limits,
    now: () => clock.ms,
    sentSince: async (_host, since) => before.filter((at) => at > since),
  });
}

describe("RateLimiter", () => {
  it("lets a host without limits alone", async () => {
    const limiter = limiterAt({ ms: 0 }, []);
    for (let sent = 0; sent < 100; sent += 1) limiter.count("a");
    expect(await limiter.waitMs("a")).toBe(0);
  });

  it("the strictest of all limits holds", async () => {
    const clock = { ms: 1_000 };
    const limiter = limiterAt(clock, [
      { count: 2, perMs: 1_000 },
      { count: 3, perMs: 60_000 },
    ]);
    for (let sent = 0; sent < 2; sent += 1) {
      expect(await limiter.waitMs("a")).toBe(0);
      limiter.count("a");
    }
    expect(await limiter.waitMs("a")).toBe(1_000);
    clock.ms += 1_000;
    expect(await limiter.waitMs("a")).toBe(0);
    limiter.count("a");
    expect(await limiter.waitMs("a")).toBe(59_000);
  });

  it("hosts are counted apart", async () => {
    const limiter = limiterAt({ ms: 0 }, [{ count: 1, perMs: 1_000 }]);
    await limiter.waitMs("a");
    limiter.count("a");
    expect(await limiter.waitMs("a")).toBe(1_000);
    expect(await limiter.waitMs("b")).toBe(0);
  });

  it("what was sent before it was made counts, and is asked for once", async () => {
    const sentSince = vi.fn(async () => [9_500]);
    const limiter = new RateLimiter({
      limits: () => [{ count: 1, perMs: 1_000 }],
      now: () => 10_000,
      sentSince,
    });
    expect(await limiter.waitMs("a")).toBe(500);
    expect(await limiter.waitMs("a")).toBe(500);
    expect(sentSince).toHaveBeenCalledExactlyOnceWith("a", 9_000);
  });

  it("no window of that length ever holds more, however requests come", async () => {
    const limit = fc.record({
      count: fc.integer({ min: 1, max: 5 }),
      perMs: fc.integer({ min: 1, max: 500 }),
    });
    const gaps = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.array(limit, { minLength: 1, maxLength: 3 }), gaps, async (limits, gaps) => {
        const clock = { ms: 0 };
        const limiter = limiterAt(clock, limits);
        const sent: number[] = [];
        for (const gap of gaps) {
          clock.ms += gap;
          clock.ms += await limiter.waitMs("a");
          limiter.count("a");
          sent.push(clock.ms);
        }
        for (const { count, perMs } of limits)
          for (const [at, ms] of sent.entries())
            expect(ms - (sent[at - count] ?? -Infinity)).toBeGreaterThanOrEqual(perMs);
      }),
    );
  });
});
