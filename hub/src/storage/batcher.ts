import { setImmediate } from "node:timers/promises";

/**
 * Collects what is added while the last batch is still being written, and writes it as one: under load many
 * submissions share one transaction and one wait for the disk, and a lone one waits for nothing.
 *
 * @param write - Answers one result per item, in order. A failure fails every item of its batch.
 * @param most - Items per batch.
 */
export function createBatcher<Item, Outcome>(
  write: (items: readonly Item[]) => Promise<readonly Outcome[]>,
  most = 200,
): { add(item: Item): Promise<Outcome>; idle(): Promise<void> } {
  const waiting: { item: Item; done: (outcome: Outcome) => void; failed: (reason: unknown) => void }[] = [];
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      // Whoever has just been answered may have more to add: let them, so that they share this batch.
      await setImmediate();
      const batch = waiting.splice(0, most);
      try {
        const outcomes = await write(batch.map(({ item }) => item));
        batch.forEach(({ done, failed }, i) => {
          const outcome = outcomes[i];
          if (outcome === undefined) failed(new Error("no outcome"));
          else done(outcome);
        });
      } catch (reason) {
        for (const { failed } of batch) failed(reason);
      }
    }
    running = undefined;
  }

  return {
    add: (item) =>
      new Promise((done, failed) => {
        waiting.push({ item, done, failed });
        running ??= run();
      }),
    idle: async () => running,
  };
}
