import { describe, expect, it, vi } from "vitest";
import { housekeepingJob, rebuildJob } from "./housekeeping.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 4, 20, 12);

/** A job that last ran then. */
function world(lastRunAt: number) {
  const expire = vi.fn<(nowMs: number) => Promise<void>>(() => Promise.resolve());
  const kept = { lastRunAt };
  const job = housekeepingJob({
    expire,
    lastRunAt: () => Promise.resolve(kept.lastRunAt),
    saveLastRunAt: (nowMs) => {
      kept.lastRunAt = nowMs;
      return Promise.resolve();
    },
    now: () => now,
  });
  return { expire, job };
}

const rebuild = (): Promise<void> => Promise.resolve();

describe("housekeeping", () => {
  it("is overdue where it never ran", async () => {
    expect(await world(0).job.nextRunAt()).toBeLessThan(now);
  });

  it("clears what is too old, and comes again a day later", async () => {
    const { expire, job } = world(now - 3 * day);
    await job.run();
    expect(expire).toHaveBeenCalledExactlyOnceWith(now);
    expect(await job.nextRunAt()).toBe(now + day);
  });

  it("that fails is due as before", async () => {
    const { expire, job } = world(now - 3 * day);
    expire.mockRejectedValueOnce(new Error("disk"));
    await expect(job.run()).rejects.toThrow("disk");
    expect(await job.nextRunAt()).toBe(now - 2 * day);
  });
});

describe("the rebuild of derived rows", () => {
  it("is due at once where the rules have changed, and never otherwise", async () => {
    const job = (isNeeded: boolean) =>
      rebuildJob({ isNeeded: () => Promise.resolve(isNeeded), rebuild, now: () => now });
    expect(await job(true).nextRunAt()).toBe(now);
    expect(await job(false).nextRunAt()).toBeUndefined();
  });
});
