import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { FoundItems, ItemQuery } from "../../lib/model/research/query.ts";
import type { Problem } from "../../lib/model/result.ts";
import type { ResearchQueries } from "./queries.ts";

/** While a recording adds items all the time, it is looked again no more often than this. */
const pauseMs = 1500;

/**
 * What passes the filter in force. A new question shows its answer when it is there, and the last one until then. What
 * was added or changed since is found quietly and waits in `newer` until the person wants it, so that no row moves
 * under a pointer; the counts of facets are always the newest.
 */
export class FoundItemsController implements ReactiveController {
  shown: FoundItems | undefined;
  newer: FoundItems | undefined;
  problem: Problem | undefined;
  /** What `shown` answers. */
  answered: ItemQuery | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #queries: () => ResearchQueries;
  /** Whether rows may come in by themselves: the newest first, and the person looks at the first. */
  readonly #mayGrow: () => boolean;
  #query: ItemQuery | undefined;
  #asking: AbortController | undefined;
  #mark: string | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #letGo: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, queries: () => ResearchQueries, mayGrow: () => boolean) {
    this.#host = host;
    this.#queries = queries;
    this.#mayGrow = mayGrow;
    host.addController(this);
  }

  hostConnected(): void {
    this.#letGo = this.#queries().hold();
  }

  hostDisconnected(): void {
    this.#asking?.abort();
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#letGo?.();
  }

  /** A new question is being answered. */
  get isAsking(): boolean {
    return this.#query !== undefined && this.#query !== this.answered && this.problem === undefined;
  }

  /** How many more there are than are shown; 0 where the list is merely another one. */
  get added(): number {
    return Math.max(0, (this.newer?.seqs.length ?? 0) - (this.shown?.seqs.length ?? 0));
  }

  ask(query: ItemQuery): void {
    if (this.#query?.filter.collection !== query.filter.collection) this.shown = undefined;
    this.#query = query;
    void this.#find(query);
  }

  /** Where the items stand now; another mark than before means that the answer may be another one. */
  marked(mark: string): void {
    const isKnown = mark === this.#mark;
    const isFirst = this.#mark === undefined;
    this.#mark = mark;
    if (isKnown || isFirst || this.#pause !== undefined) return;
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      if (this.#query && !this.isAsking) void this.#find(this.#query);
    }, pauseMs);
  }

  /** The person wants what is new, or has deleted something. */
  async again(): Promise<void> {
    this.newer = undefined;
    this.answered = undefined;
    if (this.#query) await this.#find(this.#query);
  }

  showNewer(): void {
    if (this.newer) this.shown = this.newer;
    this.newer = undefined;
    this.#host.requestUpdate();
  }

  async #find(query: ItemQuery): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.problem = undefined;
    this.#host.requestUpdate();
    const result = await this.#queries().find(query, asking.signal);
    if (asking.signal.aborted) return;
    if (result.ok) this.#take(query, result.value);
    else this.problem = result.error;
    this.#host.requestUpdate();
  }

  #take(query: ItemQuery, found: FoundItems): void {
    const isNew = this.answered !== query;
    this.answered = query;
    const { shown } = this;
    this.newer = undefined;
    if (isNew || !shown || sameSeqs(shown.seqs, found.seqs) || this.#mayGrow()) {
      this.shown = found;
      return;
    }
    this.newer = found;
    this.shown = { ...found, seqs: shown.seqs };
  }
}

function sameSeqs(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((seq, index) => seq === b[index]);
}
