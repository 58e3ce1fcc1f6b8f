import type { ReactiveControllerHost } from "lit";
import { answersOf, type AnswerRow } from "../../lib/db/answers.ts";
import { feedWordsOf, type FeedWords } from "../../lib/db/feed-words.ts";
import type { SearchedBrand } from "../../lib/model/search.ts";
import { storiesOf } from "../../lib/threads/stories.ts";
import { placeOf, type Story } from "../../lib/threads/story.ts";
import { databases } from "../databases.ts";
import { LiveQueryController } from "./live-query.ts";

const none: readonly AnswerRow[] = [];

interface Merged {
  readonly from: readonly AnswerRow[];
  readonly stories: readonly Story[];
  readonly placeNames: ReadonlyMap<string, string>;
}

/** What is on this device of the conversations about one brand. */
export class TalkDataController {
  readonly #answers: LiveQueryController<readonly [string], readonly AnswerRow[]>;
  readonly #words: LiveQueryController<readonly [string], readonly FeedWords[]>;
  readonly #brand: () => SearchedBrand | undefined;
  #merged: Merged | undefined;

  constructor(host: ReactiveControllerHost, brand: () => SearchedBrand | undefined) {
    this.#brand = brand;
    const args = (): readonly [string] | undefined => {
      const brandId = brand()?.brandId;
      return brandId === undefined ? undefined : [brandId];
    };
    this.#answers = new LiveQueryController(host, {
      args,
      query: ([brandId]) => answersOf(databases().community, brandId),
    });
    this.#words = new LiveQueryController(host, {
      args,
      query: ([brandId]) => feedWordsOf(databases().community, brandId),
    });
  }

  /** `undefined` until they have been read. */
  get answers(): readonly AnswerRow[] | undefined {
    return this.#answers.value;
  }

  /** What feeds say. */
  get words(): readonly FeedWords[] {
    return this.#words.value ?? [];
  }

  get error(): unknown {
    return this.#answers.error;
  }

  retry(): void {
    this.#answers.restart();
  }

  /** Everything that places answered, merged. */
  get stories(): readonly Story[] {
    return this.#read().stories;
  }

  /** Names of the places that threads come from, by `placeOf`. */
  get placeNames(): ReadonlyMap<string, string> {
    return this.#read().placeNames;
  }

  /** Once for each change of the rows. */
  #read(): Merged {
    const from = this.answers ?? none;
    if (this.#merged?.from !== from) this.#merged = mergedFrom(from, this.#brand()?.domain);
    return this.#merged;
  }
}

function mergedFrom(from: readonly AnswerRow[], domain: string | undefined): Merged {
  const threads = from.flatMap((row) => row.threads);
  const names = from.flatMap((row) => row.threads.map((thread) => [placeOf(thread), row.name] as const));
  return {
    from,
    stories: storiesOf(threads, { own: domain === undefined ? [] : [domain] }),
    placeNames: new Map(names),
  };
}
