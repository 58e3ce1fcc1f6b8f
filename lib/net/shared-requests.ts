import { problem, type Result } from "../model/result.ts";

interface Shared<T> {
  readonly outcome: Promise<Result<T>>;
  readonly stop: AbortController;
  waiting: number;
}

/** Identical requests under way are one; it ends when the last of those who wait for it has moved on. */
export class SharedRequests<T> {
  readonly #underWay = new Map<string, Shared<T>>();

  async join(
    key: string,
    signal: AbortSignal | undefined,
    begin: (signal: AbortSignal) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    if (signal?.aborted) return stopped();
    const shared = this.#underWay.get(key) ?? this.#begin(key, begin);
    shared.waiting += 1;
    if (!signal) return shared.outcome;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        shared.waiting -= 1;
        resolve(stopped());
        if (shared.waiting > 0) return;
        // Whoever comes now must not join what is being ended.
        this.#forget(key, shared);
        shared.stop.abort();
      };
      signal.addEventListener("abort", leave, { once: true });
      shared.outcome.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
    });
  }

  #begin(key: string, begin: (signal: AbortSignal) => Promise<Result<T>>): Shared<T> {
    const stop = new AbortController();
    const outcome = begin(stop.signal).finally(() => this.#forget(key, shared));
    const shared: Shared<T> = { outcome, stop, waiting: 0 };
    this.#underWay.set(key, shared);
    return shared;
  }

  #forget(key: string, shared: Shared<T>): void {
    if (this.#underWay.get(key) === shared) this.#underWay.delete(key);
  }
}

/** What a request says whose caller no longer waits for it. */
export function stopped(): ReturnType<typeof problem> {
  return problem("timeout", { reason: "stopped" });
}
