import type { ReactiveControllerHost } from "lit";
import { answersOf } from "../../lib/db/answers.ts";
import { hasDailyBrands } from "../../lib/db/daily-brands.ts";
import { feedWordsOf } from "../../lib/db/feed-words.ts";
import { joinFacts, type ListedFact } from "../../lib/model/fact-list.ts";
import { databases } from "../databases.ts";
import { LiveQueryController } from "./live-query.ts";

/** What is here about a brand, and where one could have looked. */
export interface KnownFacts {
  readonly facts: readonly ListedFact[];
  /** Whether a daily file is here at all. */
  readonly hasDaily: boolean;
  /** Whether a place that tells facts or conversations has answered about it. */
  readonly isSearched: boolean;
}

/** Facts about a brand from the local copy: what feeds say, and what searches have brought. Asks nobody. */
export function factsController(
  host: ReactiveControllerHost,
  brandId: () => string | undefined,
): LiveQueryController<readonly [string], KnownFacts> {
  return new LiveQueryController(host, {
    args: () => {
      const id = brandId();
      return id === undefined ? undefined : ([id] as const);
    },
    query: ([id]) => readFacts(id),
  });
}

async function readFacts(brandId: string): Promise<KnownFacts> {
  const { community } = databases();
  const [words, answers, hasDaily] = await Promise.all([
    feedWordsOf(community, brandId),
    answersOf(community, brandId),
    hasDailyBrands(community),
  ]);
  return {
    facts: joinFacts([...words, ...answers]),
    hasDaily,
    isSearched: answers.some(({ state }) => state === "answered"),
  };
}
