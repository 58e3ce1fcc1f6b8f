import { browser } from "wxt/browser";

/** Work that the background does by itself, in short runs that may be killed and repeated. */
export interface Job {
  /** Name of its alarm. */
  readonly id: string;
  run(): Promise<void>;
  /** Epoch ms; `undefined` while there is nothing to do. Asked at start-up and after each run. */
  nextRunAt(): Promise<number | undefined>;
}

export interface Jobs {
  /** Sets a job's alarm anew: call it when something else has given the job work. */
  arm(id: string): Promise<void>;
  /** Runs a job now, or joins the run under way. Failures are logged, never thrown. */
  run(id: string): Promise<void>;
}

/** Chrome fires no alarm sooner than this. A shorter wait is a timer, with the alarm behind it. */
const shortestAlarmMs = 30_000;

/**
 * Call synchronously at worker start-up, or the alarm that woke the worker is lost. Alarms may vanish with a
 * browser restart, so each is set anew; its time comes from the database, so that restarts shift nothing.
 */
export function registerJobs(jobs: readonly Job[], now: () => number = Date.now): Jobs {
  const running = new Map<string, Promise<void>>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const arm = async (job: Job): Promise<void> => {
    clearTimeout(timers.get(job.id));
    const at = await job.nextRunAt();
    if (at === undefined) return void (await browser.alarms.clear(job.id));
    const waitMs = at - now();
    // The worker may be killed before a timer fires; then the alarm takes over.
    await browser.alarms.create(job.id, { when: now() + Math.max(waitMs, shortestAlarmMs) });
    if (waitMs < shortestAlarmMs)
      timers.set(
        job.id,
        setTimeout(() => void run(job), Math.max(waitMs, 0)),
      );
  };

  const run = async (job: Job): Promise<void> => {
    const mine = running.get(job.id) ?? attempt(job, arm).finally(() => running.delete(job.id));
    running.set(job.id, mine);
    return mine;
  };

  const byId = (id: string): Job | undefined => jobs.find((job) => job.id === id);
  browser.alarms.onAlarm.addListener(({ name }) => {
    const job = byId(name);
    if (job) void run(job);
  });
  for (const job of jobs) arm(job).catch((error: unknown) => retryLater(job, error));

  return {
    async arm(id) {
      const job = byId(id);
      if (job) await arm(job);
    },
    async run(id) {
      const job = byId(id);
      if (job) await run(job);
    },
  };
}

/** A run that throws is a bug or a full disk: it is tried again with the next alarm, not at once. */
async function attempt(job: Job, arm: (job: Job) => Promise<void>): Promise<void> {
  try {
    await job.run();
    await arm(job);
  } catch (error: unknown) {
    await retryLater(job, error);
  }
}

async function retryLater({ id }: Job, error: unknown): Promise<void> {
  console.error(`[job] ${id}`, error);
  await browser.alarms.create(id, { delayInMinutes: 5 });
}
