import { liveQuery, type Subscription } from "dexie";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { databaseErrorOf } from "../../lib/db/database-error.ts";

interface LiveQueryOptions<Args extends readonly unknown[], T> {
  /** What the query depends on, read before each update of the host; `undefined` where there is nothing to ask. */
  readonly args: () => Args | undefined;
  readonly query: (args: NoInfer<Args>) => Promise<T>;
}

/**
 * Re-renders its host whenever the rows that `query` read change, in any extension page or the worker.
 * When the arguments change, the old value goes before the new one is there: it answers another question.
 */
export class LiveQueryController<Args extends readonly unknown[], T> implements ReactiveController {
  value: T | undefined;
  error: unknown;
  readonly #host: ReactiveControllerHost;
  readonly #options: LiveQueryOptions<Args, T>;
  #asked: Args | undefined;
  #subscription: Subscription | undefined;

  constructor(host: ReactiveControllerHost, options: LiveQueryOptions<Args, T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Asked, and no answer yet. */
  get loading(): boolean {
    return this.#asked !== undefined && this.value === undefined && this.error === undefined;
  }

  hostUpdate(): void {
    this.#follow();
  }

  /** What it is asked for may hang on a controller whose turn comes after this one's. */
  hostUpdated(): void {
    this.#follow();
  }

  #follow(): void {
    const args = this.#options.args();
    if (sameArgs(args, this.#asked)) return;
    this.#asked = args;
    this.restart();
  }

  hostDisconnected(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
    this.#asked = undefined;
  }

  /** Asks again from the start; also what a "retry" button does. */
  restart(): void {
    this.#subscription?.unsubscribe();
    this.value = undefined;
    this.error = undefined;
    const args = this.#asked;
    if (!args) return;
    const query = (): Promise<T> =>
      this.#options.query(args).catch((error: unknown) => {
        throw tellable(error);
      });
    this.#subscription = liveQuery(query).subscribe({
      next: (value) => {
        this.value = value;
        this.error = undefined;
        this.#host.requestUpdate();
      },
      error: (error: unknown) => {
        this.error = error;
        this.#host.requestUpdate();
      },
    });
  }
}

/**
 * Dexie's live queries keep quiet about a closed database, and one that could not be opened is closed to them, too:
 * that one is told under its own name.
 */
function tellable(error: unknown): unknown {
  const fault = databaseErrorOf(error);
  return fault && fault.code !== "closed" ? fault : error;
}

/** Arguments are few and flat; arrays in them (subject keys) are compared by their members. */
function sameArgs(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.length === b.length &&
    a.every((value, index) => {
      const other = b[index];
      return Array.isArray(value) && Array.isArray(other) ? sameArgs(value, other) : Object.is(value, other);
    })
  );
}
