/** Runs tasks one after the other, in the order they came; and others where nobody waits. */
export class Turns {
  #tail: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #idle: Promise<void> | undefined;

  async take<T>(task: () => Promise<T>): Promise<T> {
    this.#waiting++;
    const mine = this.#tail.then(task, task).finally(() => this.#waiting--);
    // A task that fails is its own caller's affair.
    this.#tail = mine.catch(() => undefined);
    return mine;
  }

  /** Runs `task` again and again while it says that there is more, and while nobody waits: then this was in vain. */
  whenIdle(task: () => Promise<boolean>, failed: (cause: unknown) => void): void {
    this.#idle ??= this.#repeat(task)
      .catch(failed)
      .finally(() => {
        this.#idle = undefined;
      });
  }

  /** Resolves when nothing runs. */
  async idle(): Promise<void> {
    await this.#tail;
    await this.#idle;
  }

  async #repeat(task: () => Promise<boolean>): Promise<void> {
    await this.#tail;
    while (this.#waiting === 0 && (await this.take(task)));
  }
}
