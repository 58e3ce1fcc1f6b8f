/** Runs tasks one at a time per host, in the order they came; hosts do not wait for each other. */
export class HostQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  async run<T>(host: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(host) ?? Promise.resolve();
    // A task that fails must not stop those behind it; its failure is its own caller's.
    const mine = before.then(task, task);
    this.#tails.set(host, mine);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(host) === mine) this.#tails.delete(host);
    }
  }
}
