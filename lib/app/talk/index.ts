import type { Directory } from "../../brands/directory.ts";
import { touchAnswers } from "../../db/talk-cache.ts";
import type { MentionFinder } from "../../mentions/mention-finder.ts";
import type { Thread } from "../../model/conversation.ts";
import { refused } from "../../model/refusal.ts";
import { ok, type Result } from "../../model/result.ts";
import type { SearchedBrand, SearchPlan, SourceInfo } from "../../model/search.ts";
import type { Source } from "../../sources/define-source.ts";
import { type BrandToSearch, brandToSearch } from "./brand-to-search.ts";
import { planSearch, type SearchSettings, sourceInfo } from "./plan-search.ts";
import { type Begun, type SearchDependencies, Searches } from "./searches.ts";
import { Threads } from "./threads.ts";
import { reallyAbout } from "../../sources/really-about.ts";

export interface TalkDependencies extends Pick<SearchDependencies, "community" | "net" | "now"> {
  readonly sources: readonly Source[];
  readonly directory: () => Promise<Directory>;
  readonly finder: () => Promise<MentionFinder>;
  readonly settings: () => Promise<SearchSettings>;
  /** Records that a press consented to asking these hosts. */
  readonly consent: (hosts: readonly string[]) => Promise<void>;
}

/** What people and records say elsewhere. Nothing here happens without a press. */
export interface Talk {
  readonly listSources: () => readonly SourceInfo[];
  readonly plan: (brand: SearchedBrand) => Promise<Result<SearchPlan>>;
  /** Problems: `refused` with `not-found` where none of these places fits the brand. */
  readonly search: (what: {
    readonly brand: SearchedBrand;
    readonly places: readonly string[];
    readonly anew?: boolean;
  }) => Promise<Result<Begun>>;
  readonly more: (what: { readonly brand: SearchedBrand; readonly place: string }) => Promise<Result<Begun>>;
  /** Ends what is under way about a brand, or about all of them. */
  readonly stop: (brandId?: string) => Promise<Result<void>>;
  /** Problems: those of `Net`, and `refused` with `not-found` where the source's threads cannot be read. */
  readonly readThread: (what: {
    readonly brandId: string;
    readonly thread: Thread;
    readonly anew?: boolean;
  }) => Promise<Result<void>>;
}

export function createTalk(needs: TalkDependencies): Talk {
  const { community, net, now, sources } = needs;
  const sourceOf = (id: string): Source | undefined => sources.find((source) => source.id === id);
  const searches = new Searches({
    community,
    net,
    now,
    sourceOf,
    reallyAbout: (found, brand) => reallyAbout(found, brand, needs.finder),
  });
  const threads = new Threads({ community, net, now, sourceOf });
  let recovered: Promise<void> | undefined;
  const ready = async (): Promise<void> => {
    try {
      await (recovered ??= searches.recover());
    } catch (error: unknown) {
      // A database that failed once is asked again.
      recovered = undefined;
      throw error;
    }
  };
  const planOf = async (
    brand: SearchedBrand,
  ): Promise<{ readonly toSearch: BrandToSearch; readonly plan: SearchPlan }> => {
    const toSearch = await brandToSearch(brand, await needs.directory());
    return { toSearch, plan: planSearch(sources, toSearch, await needs.settings()) };
  };

  return {
    listSources: () => sources.map(sourceInfo),
    async plan(brand) {
      await ready();
      await touchAnswers(community, brand.brandId, now());
      return ok((await planOf(brand)).plan);
    },
    async search({ brand, places, anew = false }) {
      await ready();
      const { plan, toSearch } = await planOf(brand);
      const chosen = plan.places.filter(({ id }) => places.includes(id));
      if (chosen.length === 0) return refused("not-found");
      await needs.consent(chosen.flatMap(({ hosts }) => hosts));
      return ok(await searches.begin(toSearch, chosen, anew));
    },
    async more({ brand, place }) {
      await ready();
      const { plan, toSearch } = await planOf(brand);
      const found = plan.places.find(({ id }) => id === place);
      return found ? ok(await searches.more(toSearch, found)) : refused("not-found");
    },
    async stop(brandId) {
      await ready();
      threads.stop(brandId);
      await searches.stop(brandId);
      return ok(undefined);
    },
    readThread: (what) => threads.read(what),
  };
}
