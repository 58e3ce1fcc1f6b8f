/** Longest stretch of our work before the page breathes again, in ms. */
const sliceMs = 5;
/** Where the clock is kept coarse, against fingerprinting, steps are counted instead. */
const mostSteps = 30;
/** A page that is never idle has to let us in at some time, in ms. */
const patienceMs = 400;

export interface IdleWork {
  /** There is something to do. */
  wake(): void;
  stop(): void;
}

/** Does small steps while the page is idle. @param step - Does one. Returns whether there is more to do. */
export function idleWork(step: () => boolean): IdleWork {
  let handle = 0;
  const wake = (): void => {
    handle ||= requestIdleCallback(run, { timeout: patienceMs });
  };
  const run = (deadline: IdleDeadline): void => {
    handle = 0;
    const share = deadline.didTimeout ? sliceMs : Math.min(sliceMs, deadline.timeRemaining());
    const end = performance.now() + share;
    for (let steps = 0; steps < mostSteps; steps++) {
      if (!step()) return;
      if (performance.now() >= end) break;
    }
    wake();
  };
  return {
    wake,
    stop: () => {
      cancelIdleCallback(handle);
      handle = 0;
    },
  };
}
