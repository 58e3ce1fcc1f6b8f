/** Runs tasks one after the other, in the order they came. A task that fails is its own caller's affair. */
export function inTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return async (task) => {
    const mine = tail.then(task, task);
    tail = mine.catch(() => undefined);
    return mine;
  };
}
