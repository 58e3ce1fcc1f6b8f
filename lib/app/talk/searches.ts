import type { CommunityDatabase } from "../../db/community.ts";
import { answersUnderWay, changeAnswer, putAnswer } from "../../db/talk-cache.ts";
import type { AnswerRow } from "../../db/talk-rows.ts";
import type { Problem, Result } from "../../model/result.ts";
import { ok } from "../../model/result.ts";
import type { PlaceAnswer, SearchPlace } from "../../model/search.ts";
import type { Net } from "../../net/index.ts";
import type { Found, Source } from "../../sources/define-source.ts";
import type { BrandToSearch } from "./brand-to-search.ts";
import { isFresh } from "./freshness.ts";
import type { ReallyFound } from "../../sources/really-about.ts";

export interface SearchDependencies {
  readonly community: CommunityDatabase;
  readonly net: Net;
  readonly sourceOf: (id: string) => Source | undefined;
  readonly reallyAbout: (found: Found, brand: BrandToSearch) => Promise<ReallyFound>;
  readonly now: () => number;
}

/** A request that failed for a moment is sent once more. */
const retries = 1;

/** Searches under way. Every place has its row in `answers`, from the press until the answer, whatever happens. */
export class Searches {
  readonly #needs: SearchDependencies;
  readonly #underWay = new Map<string, AbortController>();
  /** What stood in the row of a place before it was asked. */
  readonly #before = new Map<string, PlaceAnswer>();

  constructor(needs: SearchDependencies) {
    this.#needs = needs;
  }

  /** What was under way when the worker died will never be answered. */
  async recover(): Promise<void> {
    for (const { brandId, place } of await answersUnderWay(this.#needs.community))
      if (!this.#underWay.has(keyOf(brandId, place)))
        await this.#fail([brandId, place], { code: "timeout", params: { reason: "interrupted" } });
  }

  /** Writes the row of each place that is to be asked; `run` asks them. */
  async begin(
    brand: BrandToSearch,
    places: readonly SearchPlace[],
    anew: boolean,
  ): Promise<{ readonly run: () => Promise<void> }> {
    const asked: SearchPlace[] = [];
    for (const place of places) if (await this.#mark(brand, place, anew)) asked.push(place);
    // Side by side: one that hangs or fails costs the others nothing.
    return { run: async () => void (await Promise.all(asked.map((place) => this.#ask(brand, place)))) };
  }

  /** The next page of a place that has one, behind what is there. */
  async more(
    brand: BrandToSearch,
    place: SearchPlace,
  ): Promise<Result<{ readonly run: () => Promise<void> }>> {
    const row = await this.#needs.community.answers.get([brand.brandId, place.id]);
    if (row?.state !== "answered" || row.next === undefined) return ok({ run: async () => undefined });
    const { next } = row;
    this.#keep(brand.brandId, place.id, row);
    await this.#change([brand.brandId, place.id], (answer) => ({ ...answer, state: "asked" }));
    return ok({ run: () => this.#ask(brand, place, next) });
  }

  /** Ends what is under way about a brand. What had come before stays. */
  async stop(brandId: string): Promise<void> {
    const { community } = this.#needs;
    for (const { place } of await answersUnderWay(community, brandId)) {
      const key = keyOf(brandId, place);
      this.#underWay.get(key)?.abort();
      this.#underWay.delete(key);
      const before = this.#before.get(key);
      if (before) await this.#change([brandId, place], () => before);
      else await community.answers.delete([brandId, place]);
    }
  }

  /** False: its answer is fresh, or it is being asked already. */
  async #mark(brand: BrandToSearch, place: SearchPlace, anew: boolean): Promise<boolean> {
    const { community, now } = this.#needs;
    const { brandId } = brand;
    if (this.#underWay.has(keyOf(brandId, place.id))) return false;
    const before = await community.answers.get([brandId, place.id]);
    if (before && !anew && before.words === place.words && isFresh(before, place.kind, now())) return false;
    this.#keep(brandId, place.id, before);
    const { id, source, name, words } = place;
    // What was found before stays on screen until something newer is there.
    const { threads = [], facts = [] } = before ?? {};
    const row = {
      brandId,
      place: id,
      source,
      name,
      words,
      state: "asked",
      at: now(),
      threads,
      facts,
    } as const;
    await putAnswer(community, row, { nowMs: now() });
    return true;
  }

  #keep(brandId: string, place: string, before: AnswerRow | undefined): void {
    const key = keyOf(brandId, place);
    if (!before) return void this.#before.delete(key);
    const { usedAt: _usedAt, size: _size, ...answer } = before;
    this.#before.set(key, answer);
  }

  async #ask(brand: BrandToSearch, place: SearchPlace, cursor?: string): Promise<void> {
    const { net, now, reallyAbout, sourceOf } = this.#needs;
    const { by, words, origin } = place;
    const row = [brand.brandId, place.id] as const;
    const stop = new AbortController();
    const key = keyOf(...row);
    this.#underWay.set(key, stop);
    try {
      const ask = { by, words, origin, ...(cursor !== undefined && { cursor }) };
      const access = { net, cause: "person", signal: stop.signal, retries } as const;
      const result = await sourceOf(place.source)!.search(ask, access);
      if (stop.signal.aborted) return;
      if (!result.ok) return await this.#fail(row, result.error);
      const found = await reallyAbout(result.value, brand);
      const { next } = result.value;
      await this.#change(row, (answer) => answeredWith(answer, found, next, cursor !== undefined, now()));
    } catch (error: unknown) {
      // Our own storage or directory: the row must not be "asked" for ever.
      await this.#fail(row, { code: "bug", params: { reason: "search" } });
      throw error;
    } finally {
      if (this.#underWay.get(key) === stop) {
        this.#underWay.delete(key);
        this.#before.delete(key);
      }
    }
  }

  async #fail(row: readonly [string, string], problem: Problem): Promise<void> {
    const at = this.#needs.now();
    await this.#change(row, (answer) => ({ ...answer, state: "failed", at, problem }));
  }

  async #change(
    row: readonly [string, string],
    change: (answer: PlaceAnswer) => PlaceAnswer | undefined,
  ): Promise<void> {
    await changeAnswer(this.#needs.community, row, change, { nowMs: this.#needs.now() });
  }
}

function keyOf(brandId: string, place: string): string {
  return JSON.stringify([brandId, place]);
}

/** Most of what one place may hold about one brand: more than anyone reads. */
const mostThreads = 1_000;

function answeredWith(
  { problem: _problem, next: _next, ...answer }: PlaceAnswer,
  { threads, facts }: ReallyFound,
  next: string | undefined,
  isFurther: boolean,
  at: number,
): PlaceAnswer {
  const all = {
    threads: withoutTwins([...(isFurther ? answer.threads : []), ...threads]).slice(0, mostThreads),
    facts: withoutTwins([...(isFurther ? answer.facts : []), ...facts]).slice(0, mostThreads),
  };
  return { ...answer, ...all, state: "answered", at, ...(next !== undefined && { next }) };
}

/** Pages overlap where something new came meanwhile. */
function withoutTwins<T extends { readonly key: string }>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((item) => [item.key, item])).values()];
}
