import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { type Job, registerJobs } from "./job.ts";
import { drawDailyAt } from "./schedule.ts";

const start = Date.UTC(2026, 2, 1, 12);

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: start });
});

afterEach(() => {
  vi.useRealTimers();
});

interface TestJob extends Job {
  readonly runs: number[];
  at: number | undefined;
}

/** A job that is next due `gapMs` after each run. */
function testJob(at: number | undefined, gapMs = 3_600_000): TestJob {
  const job: TestJob = {
    id: "test",
    runs: [],
    at,
    run: async () => {
      job.runs.push(Date.now() - start);
      job.at = Date.now() + gapMs;
    },
    nextRunAt: async () => job.at,
  };
  return job;
}

async function alarmIn(): Promise<number | undefined> {
  const alarm = await browser.alarms.get("test");
  return alarm && alarm.scheduledTime - Date.now();
}

describe("registerJobs", () => {
  it("sets the alarm to the time in the database, so that a restart shifts nothing", async () => {
    registerJobs([testJob(start + 7_200_000)]);
    await vi.advanceTimersByTimeAsync(0);
    expect(await alarmIn()).toBe(7_200_000);
  });

  it("runs what is overdue at once, and steps that are seconds apart by timer with an alarm behind", async () => {
    const job = testJob(start - 1, 2_000);
    registerJobs([job]);
    await vi.advanceTimersByTimeAsync(4_100);
    expect(job.runs).toEqual([0, 2_000, 4_000]);
    expect(await alarmIn()).toBeGreaterThan(29_000);
  });

  it("sets no alarm while there is nothing to do, and one when told that there is", async () => {
    const job = testJob(undefined);
    const jobs = registerJobs([job]);
    await vi.advanceTimersByTimeAsync(0);
    expect(await alarmIn()).toBeUndefined();
    job.at = start + 60_000;
    await jobs.arm("test");
    expect(await alarmIn()).toBe(60_000);
  });

  it("is run by its alarm, registered before anything is awaited", async () => {
    const job = testJob(start + 3_600_000);
    registerJobs([job]);
    await fakeBrowser.alarms.onAlarm.trigger({
      name: "test",
      scheduledTime: start,
      persistAcrossSessions: true,
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(job.runs).toHaveLength(1);
  });

  it("joins a run under way instead of starting another", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const run = vi.fn<() => Promise<void>>(() => promise);
    const jobs = registerJobs([{ id: "test", run, nextRunAt: async () => undefined }]);
    const both = Promise.all([jobs.run("test"), jobs.run("test")]);
    resolve();
    await both;
    expect(run).toHaveBeenCalledOnce();
  });

  it("tries a job that threw again after five minutes", async () => {
    const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const run = vi.fn<() => Promise<void>>().mockRejectedValue(new Error("disk"));
    const jobs = registerJobs([{ id: "test", run, nextRunAt: async () => start + 10 }]);
    await jobs.run("test");
    expect(complaint).toHaveBeenCalled();
    expect(await alarmIn()).toBe(300_000);
  });
});

describe("drawDailyAt", () => {
  it("is a whole minute of the next day, whichever moment it is drawn at", () => {
    const midnight = Date.UTC(2026, 2, 2);
    expect(drawDailyAt(start, () => 0)).toBe(midnight);
    expect(drawDailyAt(start, () => 0.999_999)).toBe(midnight + 1439 * 60_000);
    expect(drawDailyAt(midnight - 1, () => 0.5)).toBe(midnight + 720 * 60_000);
  });
});
