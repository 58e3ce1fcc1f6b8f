import { inBackground } from "../log.ts";
import { addressOf, originOf } from "../model/address.ts";
import type { RawPage } from "../model/page.ts";
import type { RawProduct } from "../model/product-page.ts";
import { ok, problem, type Result } from "../model/result.ts";
import type { TabState } from "../model/tab-state.ts";
import { readState, type ReadDependencies, type Reading } from "./read-state.ts";
import type { PageSender } from "./senders.ts";
import type { TabStates } from "./tab-states.ts";

export interface DeepReportDependencies extends ReadDependencies {
  readonly parseProduct: (raw: unknown) => RawProduct | undefined;
  readonly deepen: (tabId: number) => Promise<void>;
  readonly states: TabStates;
  readonly show: (state: TabState) => Promise<void>;
  readonly count: (page: { readonly brandId?: string; readonly isSeen?: boolean }) => Promise<void>;
}

export interface DeepReports {
  /** A page whose maker is not sure: lets deep extraction look at it. */
  readonly begin: (reading: Reading, state: TabState) => void;
  readonly report: (raw: unknown, sender: PageSender) => Promise<Result<TabState | undefined>>;
}

interface Begun {
  readonly reading: Reading;
  readonly state: TabState;
}

/** More tabs are not read at the same time; the oldest is forgotten. */
const mostBegun = 20;

/**
 * The second look at a page. What it finds changes the state of its tab, unless the tab has reported another page
 * or has gone elsewhere meanwhile.
 */
export function createDeepReports(
  needs: DeepReportDependencies,
  turns: {
    /** Whether a tab is being read anew: another page than this one, or the same one at another time. */
    readonly isOvertaken: (tabId: number, page: RawPage) => boolean;
    readonly inTurn: (tabId: number, work: () => Promise<void>) => Promise<unknown>;
  },
): DeepReports {
  const begun = new Map<number, Begun>();

  return {
    begin(reading, state) {
      const { tabId } = state;
      begun.delete(tabId);
      begun.set(tabId, { reading, state });
      for (const oldest of begun.keys()) if (begun.size > mostBegun) begun.delete(oldest);
      inBackground("deep extraction", needs.deepen(tabId));
    },
    async report(raw, { tabId, url }) {
      const deep = needs.parseProduct(raw);
      const first = begun.get(tabId);
      if (!deep || !first || addressOf(deep.url) !== addressOf(first.state.url)) return problem("bad-shape");
      const origin = originOf(deep.url);
      if (origin === undefined || origin !== originOf(url)) return problem("bad-shape");
      begun.delete(tabId);
      const { state } = await readState(needs, first.reading, deep);
      let isNews = false;
      await turns.inTurn(tabId, async () => {
        const now = await needs.states.get(tabId);
        if (turns.isOvertaken(tabId, first.reading.page)) return;
        if (now?.readAt !== first.state.readAt || now.url !== first.state.url) return;
        isNews = true;
        await needs.states.save(state);
      });
      if (!isNews) return ok(undefined);
      await needs.show(state);
      const { brand } = state.resolution;
      const before = first.state.resolution.brand;
      if (!state.isPrivate && brand && !before) await needs.count({ brandId: brand.brandId, isSeen: true });
      return ok(state);
    },
  };
}
