import type { ResearchMessages } from "../../lib/messages/research.ts";
import type {
  CoMention,
  FoundItems,
  ItemFilter,
  ItemQuery,
  SeriesQuery,
  TimeSeries,
} from "../../lib/model/research/query.ts";
import type { Result } from "../../lib/model/result.ts";
import { WorkerClient } from "../worker-client.ts";

/**
 * Questions about a collection, answered by the workspace's worker from what is on the disk at that moment. After an
 * abort a promise never settles, since nobody waits.
 */
export class ResearchQueries {
  readonly #client: WorkerClient<ResearchMessages>;

  constructor(start: () => Worker = () => new Worker("/research-query.js")) {
    this.#client = new WorkerClient("research", start);
  }

  /** Says that answers will be needed, which keeps the index in memory. @returns Call it when they are not. */
  hold(): () => void {
    return this.#client.hold();
  }

  async find(query: ItemQuery, signal: AbortSignal): Promise<Result<FoundItems>> {
    return this.#client.ask("find", query, signal);
  }

  async series(query: SeriesQuery, signal: AbortSignal): Promise<Result<TimeSeries>> {
    return this.#client.ask("series", query, signal);
  }

  async coMentions(filter: ItemFilter, signal: AbortSignal): Promise<Result<readonly CoMention[]>> {
    return this.#client.ask("coMentions", filter, signal);
  }
}
