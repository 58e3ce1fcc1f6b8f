import type { Result } from "../model/result.ts";
import type {
  CoMention,
  FoundItems,
  ItemFilter,
  ItemQuery,
  SeriesQuery,
  TimeSeries,
} from "../model/research/query.ts";

/** Workspace → the dedicated worker that it has started (`entrypoints/research-query`). Everything stays on the device. */
export interface ResearchMessages {
  /** Everything that passes a filter, in order, with the counts of each facet. */
  find(query: ItemQuery): Promise<Result<FoundItems>>;
  series(query: SeriesQuery): Promise<Result<TimeSeries>>;
  coMentions(filter: ItemFilter): Promise<Result<readonly CoMention[]>>;
}
