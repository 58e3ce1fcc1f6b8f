import { QueryService } from "../../lib/research/store/query-service.ts";
import type { ItemFilter, ItemQuery, SeriesQuery } from "../../lib/model/research/query.ts";
import { ok, type Problem, problem, type Result } from "../../lib/model/result.ts";
import { databases } from "../databases.ts";
import { ResearchQueries } from "../research/queries.ts";

/** The workspace's questions, answered in the test's own page by what the worker runs. `failing`: not answered, and why. */
export class QueriesHere extends ResearchQueries {
  failing: Problem | undefined;
  readonly asked: ItemQuery[] = [];
  readonly #service = new QueryService(databases().research, (cause) => {
    throw cause;
  });

  constructor() {
    super(() => {
      throw new Error("no worker in a test");
    });
  }

  override hold(): () => void {
    return () => undefined;
  }

  override async find(query: ItemQuery, signal: AbortSignal) {
    this.asked.push(query);
    return this.#answer(signal, () => this.#service.find(query, signal));
  }

  override async series(query: SeriesQuery, signal: AbortSignal) {
    return this.#answer(signal, () => this.#service.series(query, signal));
  }

  override async coMentions(filter: ItemFilter, signal: AbortSignal) {
    return this.#answer(signal, () => this.#service.coMentions(filter, signal));
  }

  async #answer<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<Result<T>> {
    if (this.failing) return problem(this.failing.code, this.failing.params);
    try {
      return ok(await ask());
    } catch (error) {
      if (!signal.aborted) throw error;
      // Nobody waits any more.
      return new Promise(() => undefined);
    }
  }
}
