import type { ReactiveControllerHost } from "lit";
import { hidingsAmong } from "../../lib/db/hidden.ts";
import type { Hideable, HiddenBecause, Hidings } from "../../lib/model/hiding.ts";
import { databases } from "../databases.ts";
import { LiveQueryController } from "./live-query.ts";

interface Read {
  readonly ids: ReadonlySet<string>;
  readonly hidings: Hidings;
}

/**
 * Which of the items of a list the person does not want to see. What is not known yet is not shown yet, so that nothing
 * muted flashes up; what was known stays known while more is read.
 */
export class HidingController {
  readonly #query: LiveQueryController<readonly [readonly string[], readonly string[]], Read>;
  #taken: Read | undefined;
  readonly #known = new Map<string, HiddenBecause | undefined>();

  /** @param items - Those that are about to be drawn. */
  constructor(host: ReactiveControllerHost, items: () => readonly Hideable[]) {
    this.#query = new LiveQueryController(host, {
      args: (): readonly [readonly string[], readonly string[]] => {
        const all = items();
        return [all.map(({ id }) => id), all.map(({ author }) => author)];
      },
      query: async ([ids, authors]): Promise<Read> => {
        const { community, personal } = databases();
        const all = ids.map((id, index) => ({ id, author: authors[index] ?? "" }));
        return { ids: new Set(ids), hidings: await hidingsAmong(personal, community, all) };
      },
    });
  }

  /** Whether it is known if this is hidden. Where that cannot be read, everything is shown. */
  isKnown(id: string): boolean {
    this.#take();
    return this.#known.has(id) || this.#query.error !== undefined;
  }

  becauseOf(id: string): HiddenBecause | undefined {
    this.#take();
    return this.#known.get(id);
  }

  /** Why, for each of these that is hidden. */
  reasons(ids: readonly string[]): readonly HiddenBecause[] {
    return ids.flatMap((id) => this.becauseOf(id) ?? []);
  }

  #take(): void {
    const read = this.#query.value;
    if (!read || read === this.#taken) return;
    this.#taken = read;
    for (const id of read.ids) this.#known.set(id, read.hidings.get(id));
  }
}
