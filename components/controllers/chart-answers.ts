import { Dexie } from "dexie";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { CollectionId } from "../../lib/model/research/collection.ts";
import type {
  CoMention,
  FoundItems,
  ItemFilter,
  SeriesSplit,
  TimeSeries,
} from "../../lib/model/research/query.ts";
import type { Problem, Result } from "../../lib/model/result.ts";
import { databases } from "../databases.ts";
import type { ResearchQueries } from "../research/queries.ts";
import { LiveQueryController } from "./live-query.ts";

/** What is used of `ResearchQueries`. */
export type ChartQueries = Pick<ResearchQueries, "find" | "series" | "coMentions">;

export interface ChartQuestion {
  readonly queries: ChartQueries;
  readonly filter: ItemFilter;
  readonly split: SeriesSplit;
  readonly step: TimeSeries["step"] | undefined;
  /** Only the days that are filtered; otherwise the whole time, so that the choice can be seen in it. */
  readonly isZoomed: boolean;
}

export interface ChartAnswers {
  readonly series: TimeSeries;
  readonly facets: FoundItems["facets"];
  readonly total: number;
  readonly pairs: readonly CoMention[];
}

/**
 * What charts show, asked of the worker. While items come in it asks again, but not more often than each `everyMs`;
 * what is there stays until the next answer is, so nothing flickers.
 */
export class ChartAnswersController implements ReactiveController {
  value: ChartAnswers | undefined;
  problem: Problem | undefined;
  /** Between two looks at a collection that is being recorded into. */
  everyMs = 2000;
  readonly #host: ReactiveControllerHost;
  readonly #question: () => ChartQuestion | undefined;
  /** Changes with every item, coding and count of posts seen. */
  readonly #state: LiveQueryController<readonly [CollectionId], string>;
  #asked: ChartQuestion | undefined;
  #askedState: string | undefined;
  #turn = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, question: () => ChartQuestion | undefined) {
    this.#host = host;
    this.#question = question;
    host.addController(this);
    this.#state = new LiveQueryController(host, {
      args: () => {
        const collection = question()?.filter.collection;
        return collection === undefined ? undefined : ([collection] as const);
      },
      query: ([collection]) => stateOf(collection),
    });
  }

  hostUpdated(): void {
    const question = this.#question();
    const state = this.#state.value;
    if (!question || state === undefined) return;
    if (!isSame(question, this.#asked)) {
      // Another collection's charts are not this one's.
      if (question.filter.collection !== this.#asked?.filter.collection) this.value = undefined;
      void this.#ask(question, state);
    } else if (state !== this.#askedState && this.#timer === undefined) {
      this.#timer = setTimeout(() => this.#askAgain(), this.everyMs);
    }
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#turn.abort();
    this.#asked = undefined;
  }

  /** What a "retry" button does. */
  retry(): void {
    this.#askAgain();
  }

  #askAgain(): void {
    this.#timer = undefined;
    const question = this.#question();
    if (question) void this.#ask(question, this.#state.value ?? "");
  }

  async #ask(question: ChartQuestion, state: string): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#turn.abort();
    this.#turn = new AbortController();
    const { signal } = this.#turn;
    this.#asked = question;
    this.#askedState = state;
    const answers = await askAll(question, signal);
    if (signal.aborted) return;
    this.problem = answers.ok ? undefined : answers.error;
    if (answers.ok) this.value = answers.value;
    this.#host.requestUpdate();
  }
}

/** The last item, the last change and the posts seen: three short reads, whatever the size of the collection. */
async function stateOf(collection: CollectionId): Promise<string> {
  const db = databases().research;
  const range = [
    [collection, Dexie.minKey],
    [collection, Dexie.maxKey],
  ] as const;
  const [item, change, sessions] = await Promise.all([
    db.items
      .where("[collection+seq]")
      .between(...range)
      .last(),
    db.changes
      .where("[collection+n]")
      .between(...range)
      .last(),
    db.sessions.where("collection").equals(collection).toArray(),
  ]);
  const seen = sessions.reduce((sum, session) => sum + session.seen, 0);
  return [item?.seq ?? 0, change?.n ?? 0, seen].join(" ");
}

async function askAll(
  { queries, filter, split, step, isZoomed }: ChartQuestion,
  signal: AbortSignal,
): Promise<Result<ChartAnswers>> {
  const wholeTime = { ...filter, from: undefined, to: undefined };
  const [series, found, pairs] = await Promise.all([
    queries.series(
      { filter: isZoomed ? filter : wholeTime, split, ...(step !== undefined && { step }) },
      signal,
    ),
    queries.find({ filter, order: "time", descending: true }, signal),
    queries.coMentions({ ...filter, together: undefined, brands: [] }, signal),
  ]);
  if (!series.ok) return series;
  if (!found.ok) return found;
  if (!pairs.ok) return pairs;
  const { facets, total } = found.value;
  return { ok: true, value: { series: series.value, facets, total, pairs: pairs.value } };
}

/** All of it but who is asked, to be compared. */
const inWords = ({ filter, split, step, isZoomed }: ChartQuestion): string =>
  JSON.stringify([filter, split, step, isZoomed]);

function isSame(a: ChartQuestion, b: ChartQuestion | undefined): boolean {
  return b !== undefined && a.queries === b.queries && inWords(a) === inWords(b);
}
