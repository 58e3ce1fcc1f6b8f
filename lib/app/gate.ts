import type { Job } from "../sync/job.ts";

/** What background work passes, so that deleting everything finds nothing that writes afterwards. */
export interface Gate {
  /** Does some work, or the other thing while the gate is closed. */
  pass<T>(work: () => Promise<T>, closed: () => T): Promise<T>;
  /** A job that passes the gate. While it is closed the job has nothing to do, so its alarm goes as well. */
  job(job: Job): Job;
  /** Aborted when the gate closes: whatever waits for the network would hold everything up. */
  signal(): AbortSignal;
  /**
   * Closes, waits for the work that is inside, does `work` and opens again, also when it fails.
   *
   * @param patienceMs - How long to wait at most: better late rows than a deletion that never comes.
   */
  alone<T>(work: () => Promise<T>, patienceMs: number): Promise<T>;
}

export function createGate(): Gate {
  const inside = new Set<Promise<unknown>>();
  let stop = new AbortController();
  /** How many want to be alone: a command may be given twice. */
  let closers = 0;

  const pass = async <T>(work: () => Promise<T>, closed: () => T): Promise<T> => {
    if (closers > 0) return closed();
    const mine = work();
    inside.add(mine);
    try {
      return await mine;
    } finally {
      inside.delete(mine);
    }
  };

  return {
    pass,
    job: (job) => ({
      ...job,
      run: () => pass(() => job.run(), noWork),
      nextRunAt: async () => (closers === 0 ? job.nextRunAt() : undefined),
    }),
    signal: () => stop.signal,
    async alone(work, patienceMs) {
      closers++;
      stop.abort();
      try {
        await Promise.race([Promise.allSettled(inside), after(patienceMs)]);
        return await work();
      } finally {
        closers--;
        if (closers === 0) stop = new AbortController();
      }
    },
  };
}

const noWork = (): undefined => undefined;

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** `fetch` whose requests end when the gate closes. */
export function fetchThrough(gate: Gate, send: typeof fetch): typeof fetch {
  return (input, init) => {
    const signals = [gate.signal(), ...(init?.signal ? [init.signal] : [])];
    return send(input, { ...init, signal: AbortSignal.any(signals) });
  };
}
