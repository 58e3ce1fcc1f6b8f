import { accountAt } from "../brands/account-page.ts";
import {
  applyCorrections,
  brandOfText,
  correctionId,
  correctionIdsFor,
  type PlaceLookup,
} from "../brands/corrections.ts";
import type { Directory } from "../brands/directory.ts";
import { searchBrands } from "../brands/search-brands.ts";
import type { CorrectBrand, Corrected } from "../messages/ui.ts";
import type { BrandChoice, CorrectedTo, Correction } from "../model/correction.ts";
import { refused } from "../model/refusal.ts";
import { ok, type Result } from "../model/result.ts";
import type { Resolution } from "../model/subject.ts";
import type { TabState } from "../model/tab-state.ts";
import type { SessionArea } from "./tab-states.ts";

export interface CorrectionStore {
  /** Those of `ids` that there are, in their order. */
  read(ids: readonly string[]): Promise<readonly Correction[]>;
  save(correction: Correction): Promise<void>;
  remove(id: string): Promise<void>;
}

/** What a page is about, and what became of what was recognised. */
export type CorrectedResolution = Pick<TabState, "resolution" | "recognised" | "corrections">;

export interface Corrections {
  /** What a page is about by the person's word. */
  apply(recognised: Resolution, url: string, isPrivate: boolean): Promise<CorrectedResolution>;
  search(text: string): Promise<Result<readonly BrandChoice[]>>;
  correct(said: CorrectBrand): Promise<Result<Corrected>>;
  uncorrect(what: { readonly id: string; readonly isPrivate: boolean }): Promise<Result<void>>;
}

interface CorrectionDependencies {
  readonly directory: () => Promise<Directory>;
  readonly keysOfPlace: PlaceLookup;
  readonly stored: CorrectionStore;
  /** For private windows: nothing of these reaches the disk. */
  readonly inMemory: CorrectionStore;
  /** Brings open tabs up to date. */
  readonly refresh: () => Promise<void>;
  readonly now: () => number;
}

const keyOf = (id: string): string => `private-correction:${id}`;

/** Corrections made in private windows: in memory, gone with the browser. */
export function privateCorrections(area: SessionArea): CorrectionStore {
  return {
    async read(ids) {
      const items = await area.get(ids.map(keyOf));
      return ids.flatMap((id) => (items[keyOf(id)] as Correction | undefined) ?? []);
    },
    save: (correction) => area.set({ [keyOf(correction.id)]: correction }),
    remove: (id) => area.remove(keyOf(id)),
  };
}

/** What the person says against what we recognise. Private windows see what was stored before and store nothing. */
export function createCorrections(needs: CorrectionDependencies): Corrections {
  const { directory, inMemory, keysOfPlace, now, refresh, stored } = needs;
  const storeFor = (isPrivate: boolean): CorrectionStore => (isPrivate ? inMemory : stored);

  const read = async (ids: readonly string[], isPrivate: boolean): Promise<readonly Correction[]> => {
    const before = await stored.read(ids);
    if (!isPrivate || ids.length === 0) return before;
    const newer = await inMemory.read(ids);
    const rest = before.filter(({ id }) => !newer.some((correction) => correction.id === id));
    return [...newer, ...rest];
  };

  return {
    async apply(recognised, url, isPrivate) {
      // One post of an account is not about the account, whoever that is.
      if (Object.keys(recognised).length === 0 && !accountAt(url)) return { resolution: recognised };
      const corrections = await read(correctionIdsFor(recognised, url), isPrivate);
      if (corrections.length === 0) return { resolution: recognised };
      const resolution = await applyCorrections(recognised, corrections, await directory(), keysOfPlace);
      return { resolution, recognised, corrections };
    },
    search: async (text) => ok(await searchBrands(text, await directory())),
    async correct({ scope, to, isPrivate }) {
      const chosen: CorrectedTo | undefined =
        to.kind === "text" ? await brandOfText(to.text, await directory()) : to;
      if (!chosen) return refused("no-brand");
      const correction = { id: correctionId(scope), scope, to: chosen, at: now() };
      const store = storeFor(isPrivate);
      const [before] = await store.read([correction.id]);
      await store.save(correction);
      await refresh();
      return ok({ correction, ...(before && { before }) });
    },
    async uncorrect({ id, isPrivate }) {
      await storeFor(isPrivate).remove(id);
      await refresh();
      return ok(undefined);
    },
  };
}
