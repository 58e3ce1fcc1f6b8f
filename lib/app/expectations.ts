import type { TabState } from "../model/tab-state.ts";

interface Expectations {
  readonly has: (tabId: number) => boolean;
  readonly add: (tabId: number, timeoutMs: number) => Promise<TabState | undefined>;
  readonly answer: (tabId: number, state: TabState | undefined) => void;
}

/** Who waits for the next report of which tab. */
export function expectations(): Expectations {
  const waiting = new Map<number, ((state: TabState | undefined) => void)[]>();
  const answer: Expectations["answer"] = (tabId, state) => {
    const waiters = waiting.get(tabId) ?? [];
    waiting.delete(tabId);
    for (const resolve of waiters) resolve(state);
  };
  return {
    has: (tabId) => waiting.has(tabId),
    answer,
    add: (tabId, timeoutMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => answer(tabId, undefined), timeoutMs);
        const waiter = (state: TabState | undefined): void => {
          clearTimeout(timer);
          resolve(state);
        };
        waiting.set(tabId, [...(waiting.get(tabId) ?? []), waiter]);
      }),
  };
}
