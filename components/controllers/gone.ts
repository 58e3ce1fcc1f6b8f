import type { ReactiveControllerHost } from "lit";
import { goneAmong } from "../../lib/db/gone.ts";
import { databases } from "../databases.ts";
import { LiveQueryController } from "./live-query.ts";

interface Read {
  readonly ids: readonly string[];
  readonly gone: ReadonlySet<string>;
}

/**
 * Which items of a list that was read are no longer in the local copy. They leave it at once, and come back where they
 * are restored; while more is read, what was known stays known.
 */
export class GoneController {
  readonly #query: LiveQueryController<readonly [readonly string[]], Read>;
  #taken: Read | undefined;
  readonly #gone = new Set<string>();

  /** @param ids - Of those that are about to be drawn. */
  constructor(host: ReactiveControllerHost, ids: () => readonly string[]) {
    this.#query = new LiveQueryController(host, {
      args: () => [ids()] as const,
      query: async ([all]): Promise<Read> => ({
        ids: all,
        gone: await goneAmong(databases().community, all),
      }),
    });
  }

  has(id: string): boolean {
    const read = this.#query.value;
    if (read && read !== this.#taken) {
      this.#taken = read;
      for (const each of read.ids) this.#gone.delete(each);
      for (const each of read.gone) this.#gone.add(each);
    }
    return this.#gone.has(id);
  }
}
