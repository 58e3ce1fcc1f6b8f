import type { SubjectKey } from "../../model/subject.ts";
import type { WeighGroup } from "../../model/weighing.ts";

/**
 * Of subjects that have changed, so many wait at most: after a first copy of everything there are thousands, and
 * those that nobody looks at need no figure.
 */
const mostMoved = 200;
/** A large group that was just weighed is left alone for so long, however fast reviews come in. */
const restMs = 60_000;

/** Groups to be weighed. In memory: what is lost with the worker is found to be old at the next look. */
export interface WeightQueue {
  readonly isEmpty: boolean;
  readonly add: (key: string, group: WeighGroup, isLarge: boolean) => void;
  readonly addMoved: (key: SubjectKey) => void;
  /** Takes out those that are due, oldest first. */
  readonly take: (most: number) => readonly WeighGroup[];
  /** It was weighed just now. */
  readonly rest: (key: string) => void;
  /** Of work that begins now: whether everything was forgotten since. */
  readonly begin: () => () => boolean;
  /** Forgets what waits, and that anything was weighed: it tells what was looked at. */
  readonly forget: () => void;
  /** Epoch ms; `undefined` where nothing waits. */
  readonly dueAt: () => number | undefined;
}

interface Waiting {
  readonly group: WeighGroup;
  readonly dueAt: number;
}

export function createWeightQueue(now: () => number): WeightQueue {
  const waiting = new Map<string, Waiting>();
  const weighedAt = new Map<string, number>();
  let forgotten = 0;
  const afterRest = (key: string): number => {
    const last = weighedAt.get(key);
    return last === undefined ? now() : Math.max(now(), last + restMs);
  };
  const add = (key: string, group: WeighGroup, dueAt: number): void => {
    const other = waiting.get(key);
    if (!other || dueAt < other.dueAt) waiting.set(key, { group, dueAt });
  };
  return {
    get isEmpty() {
      return waiting.size === 0;
    },
    add: (key, group, isLarge) => add(key, group, isLarge ? afterRest(key) : now()),
    addMoved(key) {
      if (waiting.size < mostMoved) add(key, { keys: [key] }, afterRest(key));
    },
    take(most) {
      const due = [...waiting].filter(([, { dueAt }]) => dueAt <= now()).slice(0, most);
      for (const [key] of due) waiting.delete(key);
      return due.map(([, { group }]) => group);
    },
    rest(key) {
      // What has rested long enough is as good as never weighed.
      for (const [each, at] of weighedAt) if (at + restMs <= now()) weighedAt.delete(each);
      weighedAt.set(key, now());
    },
    begin() {
      const before = forgotten;
      return () => forgotten !== before;
    },
    forget() {
      forgotten += 1;
      waiting.clear();
      weighedAt.clear();
    },
    dueAt() {
      return waiting.size === 0 ? undefined : Math.min(...Array.from(waiting.values(), ({ dueAt }) => dueAt));
    },
  };
}
