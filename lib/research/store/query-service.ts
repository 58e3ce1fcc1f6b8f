import type { ResearchDatabase } from "../../db/research.ts";
import { CancelledError } from "../../errors.ts";
import type { CollectionId } from "../../model/research/collection.ts";
import type {
  CoMention,
  FoundItems,
  ItemFilter,
  ItemQuery,
  SeriesQuery,
  TimeSeries,
} from "../../model/research/query.ts";
import { coMentions } from "./co-mentions.ts";
import { CollectionIndex, type IndexLimits } from "./collection-index.ts";
import { findItems } from "./find-items.ts";
import { ItemTable } from "./item-table.ts";
import { timeSeries } from "./series.ts";
import { textQuery } from "./text/text-query.ts";
import { Turns } from "./turns.ts";

/** Answers from the columns; `found`: by row, 1 has the words that were searched for; none where none were. */
type Answer<T> = (table: ItemTable, found: Uint8Array | undefined) => T;

interface OpenIndex {
  readonly collection: CollectionId;
  readonly coder: string;
  readonly index: CollectionIndex;
  readonly turns: Turns;
}

/** Answers questions about collections, each from what is on the disk when its turn comes. */
export class QueryService {
  readonly #db: ResearchDatabase;
  readonly #failed: (cause: unknown) => void;
  readonly #limits: IndexLimits | undefined;
  /** Of the collection that was asked for last: one is as much as should be in memory. */
  #open: OpenIndex | undefined;

  /** @param failed Told what went wrong with storing the index, for which nobody waits. */
  constructor(db: ResearchDatabase, failed: (cause: unknown) => void, limits?: IndexLimits) {
    this.#db = db;
    this.#failed = failed;
    this.#limits = limits;
  }

  /** @throws {CancelledError} */
  async find(query: ItemQuery, signal: AbortSignal): Promise<FoundItems> {
    return this.#answer(query.filter, signal, (table, found) => findItems(table, query, found));
  }

  /** @throws {CancelledError} */
  async series(query: SeriesQuery, signal: AbortSignal): Promise<TimeSeries> {
    const { collection } = query.filter;
    const tallies = await this.#db.tallies.where("collection").equals(collection).toArray();
    return this.#answer(query.filter, signal, (table, found) => timeSeries(table, query, found, tallies));
  }

  /** @throws {CancelledError} */
  async coMentions(filter: ItemFilter, signal: AbortSignal): Promise<readonly CoMention[]> {
    return this.#answer(filter, signal, (table, found) => coMentions(table, filter, found));
  }

  /** Resolves when everything that was worth storing is stored. */
  async settled(): Promise<void> {
    await this.#open?.turns.idle();
  }

  async #answer<T>(filter: ItemFilter, signal: AbortSignal, answer: Answer<T>): Promise<T> {
    const phrases = textQuery(filter.text);
    const open = await this.#indexOf(filter.collection);
    // A collection that was deleted meanwhile holds nothing.
    if (!open) return answer(new ItemTable(), undefined);
    const { index, turns } = open;
    const answered = await turns.take(async () => {
      stopIf(signal);
      await index.catchUp(phrases.length > 0);
      stopIf(signal);
      return answer(index.table, phrases.length > 0 ? index.search(phrases) : undefined);
    });
    turns.whenIdle(async () => index.keepSome(), this.#failed);
    return answered;
  }

  async #indexOf(id: CollectionId): Promise<OpenIndex | undefined> {
    const collection = await this.#db.collections.get(id);
    const isSame = this.#open?.collection === id && this.#open.coder === collection?.coder;
    if (!isSame) this.#open = undefined;
    if (!collection) return undefined;
    const { coder } = collection;
    this.#open ??= {
      collection: id,
      coder,
      index: new CollectionIndex(this.#db, { collection: id, coder }, this.#limits),
      turns: new Turns(),
    };
    return this.#open;
  }
}

function stopIf(signal: AbortSignal): void {
  if (signal.aborted) throw new CancelledError();
}
