/**
 * Writes under way in a transaction. IndexedDB keeps requests in order, so a read that is asked for later sees them
 * all the same, and waiting for each in turn would only add up the round trips.
 */
export class Writes {
  readonly #pending: PromiseLike<unknown>[] = [];

  add(write: PromiseLike<unknown>): void {
    // Whoever fails first aborts the transaction; the others' errors would be reported as unhandled.
    write.then(undefined, () => undefined);
    this.#pending.push(write);
  }

  /** Resolves when all are done; rejects with the first failure. */
  async settle(): Promise<void> {
    await Promise.all(this.#pending);
  }
}
