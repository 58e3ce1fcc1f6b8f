import type { CommunityDatabase } from "../../db/community.ts";
import { answersUnderWay, changeAnswer, putAnswer } from "../../db/talk-cache.ts";
import type { AnswerRow } from "../../db/talk-rows.ts";
import type { Problem } from "../../model/result.ts";
import type { PlaceAnswer, SearchPlace } from "../../model/search.ts";
import type { Net } from "../../net/index.ts";
import type { Found, Source } from "../../sources/define-source.ts";
import { answeredWith, answerOf } from "./answered-with.ts";
import type { BrandToSearch } from "./brand-to-search.ts";
import { isFresh } from "./freshness.ts";
import type { ReallyFound } from "../../sources/really-about.ts";

/** Work that goes on after its command was answered: either of the two has to be called. */
export interface Begun {
  readonly run: () => Promise<void>;
  /** Gives it up before it ran. */
  readonly drop: () => void;
}

export interface SearchDependencies {
  readonly community: CommunityDatabase;
  readonly net: Net;
  readonly sourceOf: (id: string) => Source | undefined;
  readonly reallyAbout: (found: Found, brand: BrandToSearch) => Promise<ReallyFound>;
  readonly now: () => number;
}

/** A request that failed for a moment is sent once more. */
const retries = 1;

/** One place that is being asked about one brand: nobody else asks it meanwhile. */
interface Claim {
  readonly brandId: string;
  readonly stop: AbortController;
  /** What stood in its row before. */
  readonly before?: PlaceAnswer;
}

interface Asked {
  readonly place: SearchPlace;
  readonly claim: Claim;
}

/** Searches under way. Every place has its row in `answers`, from the press until the answer, whatever happens. */
export class Searches {
  readonly #needs: SearchDependencies;
  readonly #claims = new Map<string, Claim>();
  /** Beginning and stopping happen one after the other: a stop finds all rows of a search, or none. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(needs: SearchDependencies) {
    this.#needs = needs;
  }

  /** What was under way when the worker died will never be answered. */
  async recover(): Promise<void> {
    for (const { brandId, place } of await answersUnderWay(this.#needs.community))
      if (!this.#claims.has(keyOf(brandId, place)))
        await this.#fail([brandId, place], { code: "timeout", params: { reason: "interrupted" } });
  }

  /** Writes the row of each place that is to be asked; `run` asks them. */
  async begin(brand: BrandToSearch, places: readonly SearchPlace[], anew: boolean): Promise<Begun> {
    return this.#inTurn(async () => {
      const asked: Asked[] = [];
      const begun = this.#begun(brand, asked);
      try {
        for (const place of places) {
          const claim = await this.#mark(brand, place, anew);
          if (claim) asked.push({ place, claim });
        }
      } catch (error: unknown) {
        begun.drop();
        throw error;
      }
      return begun;
    });
  }

  /** The next page of a place that has one, behind what is there. */
  async more(brand: BrandToSearch, place: SearchPlace): Promise<Begun> {
    return this.#inTurn(async () => {
      const { brandId } = brand;
      const row = await this.#needs.community.answers.get([brandId, place.id]);
      const next = row?.next;
      if (this.#claims.has(keyOf(brandId, place.id)) || row?.state !== "answered" || next === undefined)
        return this.#begun(brand, []);
      const claim = await this.#claim(brandId, place.id, row, () =>
        this.#change([brandId, place.id], (answer) => ({ ...answer, state: "asked" })),
      );
      return this.#begun(brand, [{ place, claim }], next);
    });
  }

  /** Ends what is under way about a brand, or about all. What had come before stays. */
  async stop(brandId?: string): Promise<void> {
    // At once, for requests; and again in turn, for a search that is just beginning.
    this.#abort(brandId);
    await this.#inTurn(async () => {
      const stopped = this.#abort(brandId);
      const { community } = this.#needs;
      for (const row of await answersUnderWay(community, brandId)) {
        const key = keyOf(row.brandId, row.place);
        const before = stopped.get(key)?.before;
        if (before) await this.#change([row.brandId, row.place], () => before);
        else await community.answers.delete([row.brandId, row.place]);
      }
      for (const [key, claim] of stopped) this.#release(key, claim);
    });
  }

  #abort(brandId: string | undefined): ReadonlyMap<string, Claim> {
    const meant = [...this.#claims].filter(([, claim]) => brandId === undefined || claim.brandId === brandId);
    for (const [, { stop }] of meant) stop.abort();
    return new Map(meant);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work, work);
    this.#turn = mine;
    return mine;
  }

  #begun(brand: BrandToSearch, asked: readonly Asked[], cursor?: string): Begun {
    return {
      // Side by side: one that hangs or fails costs the others nothing.
      run: async () => void (await Promise.all(asked.map((each) => this.#ask(brand, each, cursor)))),
      drop: () => {
        for (const { place, claim } of asked) {
          claim.stop.abort();
          this.#release(keyOf(brand.brandId, place.id), claim);
        }
      },
    };
  }

  /** Nothing: its answer is fresh, or it is being asked already. */
  async #mark(brand: BrandToSearch, place: SearchPlace, anew: boolean): Promise<Claim | undefined> {
    const { community, now } = this.#needs;
    const { brandId } = brand;
    if (this.#claims.has(keyOf(brandId, place.id))) return undefined;
    const before = await community.answers.get([brandId, place.id]);
    if (before && !anew && before.words === place.words && isFresh(before, place.kind, now()))
      return undefined;
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
    return this.#claim(brandId, id, before, () => putAnswer(community, row, { nowMs: now() }));
  }

  /** Takes a place and writes its row; where that fails, the place is free again. */
  async #claim(
    brandId: string,
    place: string,
    row: AnswerRow | undefined,
    write: () => Promise<void>,
  ): Promise<Claim> {
    const key = keyOf(brandId, place);
    // One that was left "asked" is no answer to go back to.
    const before = row?.state === "asked" ? undefined : row && answerOf(row);
    const claim: Claim = { brandId, stop: new AbortController(), ...(before && { before }) };
    this.#claims.set(key, claim);
    try {
      await write();
      return claim;
    } catch (error: unknown) {
      this.#release(key, claim);
      throw error;
    }
  }

  #release(key: string, claim: Claim): void {
    if (this.#claims.get(key) === claim) this.#claims.delete(key);
  }

  async #ask(brand: BrandToSearch, { place, claim }: Asked, cursor?: string): Promise<void> {
    const { net, now, reallyAbout, sourceOf } = this.#needs;
    const { by, words, origin } = place;
    const row = [brand.brandId, place.id] as const;
    const { signal } = claim.stop;
    try {
      if (signal.aborted) return;
      const ask = { by, words, origin, ...(cursor !== undefined && { cursor }) };
      const result = await sourceOf(place.source)!.search(ask, { net, cause: "person", signal, retries });
      if (signal.aborted) return;
      if (!result.ok) return await this.#fail(row, result.error);
      const found = await reallyAbout(result.value, brand);
      if (signal.aborted) return;
      const { next } = result.value;
      await this.#change(row, (answer) => answeredWith(answer, found, next, cursor !== undefined, now()));
    } catch (error: unknown) {
      // Our own storage or directory: the row must not be "asked" for ever.
      if (!signal.aborted) await this.#fail(row, { code: "bug", params: { reason: "search" } });
      throw error;
    } finally {
      // Of one that was stopped, `stop` needs to know what stood there before.
      if (!signal.aborted) this.#release(keyOf(...row), claim);
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
