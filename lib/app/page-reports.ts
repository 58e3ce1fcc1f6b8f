import { addressOf, originOf } from "../model/address.ts";
import type { RawPage } from "../model/page.ts";
import type { RawProduct } from "../model/product-page.ts";
import { ok, problem, type Result } from "../model/result.ts";
import type { Resolution } from "../model/subject.ts";
import type { RunMode } from "../settings.ts";
import type { TabState } from "../model/tab-state.ts";
import { createDeepReports } from "./deep-reports.ts";
import { expectations } from "./expectations.ts";
import { admit } from "./page-access.ts";
import { withQuiet } from "./page-quiet.ts";
import { pageSays, withoutSaying } from "./page-says.ts";
import type { Recognised } from "./profiles.ts";
import { readState, type ReadDependencies, type Reading } from "./read-state.ts";
import type { PageSender } from "./senders.ts";
import type { TabStates } from "./tab-states.ts";
import { createTurns } from "./turns.ts";

export interface PageReportDependencies extends ReadDependencies {
  /** Checks what a content script sent; `undefined`: not a page. */
  readonly parse: (raw: unknown) => RawPage | undefined;
  readonly states: TabStates;
  readonly mode: () => Promise<RunMode>;
  /** Whether our reader runs in the document that a tab shows now. */
  readonly isReaderIn: (tabId: number) => Promise<boolean>;
  /** Takes away what stands in a tab and in the toolbar for it. */
  readonly clear: (tabId: number) => Promise<void>;
  /**
   * Counters for the person's own eyes: pages seen, brands recognised. Never called for private windows.
   * `isSeen`: the page was counted before, now its brand is known.
   */
  readonly count: (page: { readonly brandId?: string; readonly isSeen?: boolean }) => Promise<void>;
  /** Keeps which keys a brand's front page proves. Never called for private windows. */
  readonly noteProofs: (page: RawPage) => Promise<void>;
  /** Checks what deep extraction sent; `undefined`: no such thing. */
  readonly parseProduct: (raw: unknown) => RawProduct | undefined;
  /** Puts deep extraction into the page that a tab shows; it reports once. */
  readonly deepen: (tabId: number) => Promise<void>;
  /** Paints the toolbar icon and draws, changes or removes the badge. */
  readonly show: (state: TabState) => Promise<void>;
}

export interface PageReports {
  /** A page told what it is. Writes the tab's state and shows it; the newest report of a tab wins. */
  readonly report: (raw: unknown, sender: PageSender) => Promise<Result<TabState>>;
  /** Deep extraction told what it found on the page that a tab reported last. Changes the tab's state and shows it. */
  readonly reportProduct: (raw: unknown, sender: PageSender) => Promise<Result<TabState | undefined>>;
  /** The next report of this tab was asked for by the person: it is read even in a private window. */
  readonly expect: (tabId: number, timeoutMs: number) => Promise<TabState | undefined>;
  /** Takes that back: whoever waits for it gets `undefined`. */
  readonly unexpect: (tabId: number) => void;
  /**
   * A tab has another address, or none that we may see, or was closed: what was known of the page before it goes,
   * unless that page's document is still there and reports itself anew.
   */
  readonly leave: (tabId: number, url: string | undefined) => Promise<void>;
  /** Reviews or official records have changed: brings what all open tabs say up to date. */
  readonly refreshFigures: () => Promise<void>;
  /** More was learnt of the page that a tab shows: changes what it is about, unless another page stands there by now. */
  readonly recogniseAnew: (
    tabId: number,
    url: string,
    change: (state: TabState) => Promise<Recognised | undefined>,
  ) => Promise<void>;
  /** The person said what a site or a name really is: brings open tabs up to date. */
  readonly refreshCorrections: () => Promise<void>;
  /** A setting or a site's choice has changed: brings `quiet` of all open tabs up to date. */
  readonly refreshQuiet: () => Promise<void>;
  /** What was chosen for platforms has changed: shows the tabs that have posts anew. */
  readonly refreshPosts: () => Promise<void>;
}

/** What happens between a page's raw strings and what a person sees. Nothing here touches the network. */
// oxlint-disable-next-line max-lines-per-function -- wiring and one closure over the state of all tabs; its parts stand in files of their own
export function createPageReports(needs: PageReportDependencies): PageReports {
  /** The newest report of each tab: reading takes time, and an older one must not overwrite it. */
  const newest = new Map<number, RawPage>();
  const expected = expectations();
  /** Between looking at a tab's state and removing it no other state may be saved. */
  const inTurn = createTurns<number>();
  const deep = createDeepReports(needs, {
    isOvertaken: (tabId, page) => (newest.get(tabId) ?? page) !== page,
    inTurn,
  });

  return {
    async report(raw, sender) {
      const page = needs.parse(raw);
      if (!page || originOf(page.url) !== originOf(sender.url)) return problem("bad-shape");
      const { tabId, isPrivate } = sender;
      newest.set(tabId, page);
      try {
        const access = await admit(needs, page, sender, expected.has(tabId));
        if (!access.ok) return access;
        const reading: Reading = { page, sender, access: access.value };
        const { state, wantsDeep } = await readState(needs, reading);
        if (newest.get(tabId) !== page) return ok(state);
        await inTurn(tabId, () => needs.states.save(state));
        expected.answer(tabId, state);
        await needs.show(state);
        // Not before: what the second look finds must be shown last.
        if (wantsDeep) deep.begin(reading, state);
        const { brand } = state.resolution;
        if (!isPrivate) {
          await needs.count(brand ? { brandId: brand.brandId } : {});
          await needs.noteProofs(page);
        }
        return ok(state);
      } finally {
        if (newest.get(tabId) === page) newest.delete(tabId);
      }
    },
    reportProduct: (raw, sender) => deep.report(raw, sender),
    expect: expected.add,
    unexpect: (tabId) => expected.answer(tabId, undefined),
    async leave(tabId, url) {
      const reading = newest.get(tabId);
      if (reading && addressOf(reading.url) === addressOf(url)) return;
      // A document cannot change its origin; within one, only the document itself knows whether it goes on.
      const goesOn = async (before: string): Promise<boolean> =>
        originOf(before) === originOf(url) && needs.isReaderIn(tabId);
      // What is still being read is read too late.
      if (reading && !(await goesOn(reading.url)) && newest.get(tabId) === reading) newest.delete(tabId);
      const state = await needs.states.get(tabId);
      if (!state || addressOf(state.url) === addressOf(url) || (await goesOn(state.url))) return;
      await inTurn(tabId, async () => {
        const now = await needs.states.get(tabId);
        if (now?.readAt !== state.readAt || now.url !== state.url) return;
        await needs.states.remove([tabId]);
        await needs.clear(tabId);
      });
      const next = await needs.states.get(tabId);
      if (next) await needs.show(next);
    },
    refreshFigures: () => updateStates(needs, (state) => withFigure(needs, state)),
    async recogniseAnew(tabId, url, change) {
      const state = await needs.states.get(tabId);
      if (!state || addressOf(state.url) !== addressOf(url)) return;
      await updateState(needs, state, async () => {
        const anew = await change(state);
        return anew && withResolution(needs, { ...state, ...anew }, anew.resolution);
      });
    },
    refreshCorrections: () => updateStates(needs, (state) => withCorrections(needs, state)),
    refreshQuiet: () => updateStates(needs, (state) => withQuiet(needs, state)),
    refreshPosts: async () => {
      for (const state of await needs.states.all()) if (state.posts) await needs.show(state);
    },
  };
}

type Change = (state: TabState) => Promise<TabState | undefined>;

/** Changes what is known of open tabs, unless a tab was read anew meanwhile. */
async function updateStates(needs: PageReportDependencies, change: Change): Promise<void> {
  for (const state of await needs.states.all()) await updateState(needs, state, change);
}

async function updateState(
  { show, states }: PageReportDependencies,
  state: TabState,
  change: Change,
): Promise<void> {
  const changed = await change(state);
  if (!changed || (await states.get(state.tabId))?.readAt !== state.readAt) return;
  await states.save(changed);
  await show(changed);
}

async function withFigure(needs: PageReportDependencies, state: TabState): Promise<TabState | undefined> {
  const says = await pageSays(state.resolution, state.isPrivate === true, needs);
  const { rest, said } = withoutSaying(state);
  return JSON.stringify(says) === JSON.stringify(said) ? undefined : { ...rest, ...says };
}

async function withCorrections(
  needs: PageReportDependencies,
  state: TabState,
): Promise<TabState | undefined> {
  const changed = await withResolution(needs, state, state.recognised ?? state.resolution);
  return JSON.stringify(changed.corrections) === JSON.stringify(state.corrections) ? undefined : changed;
}

/** A tab that is about what was recognised, as far as the person does not say otherwise. */
async function withResolution(
  needs: PageReportDependencies,
  // oxlint-disable-next-line no-unused-vars -- left out of the rest
  { recognised: _, corrections: __, ...state }: TabState,
  recognised: Resolution,
): Promise<TabState> {
  const corrected = await needs.correct(recognised, state.url, state.isPrivate === true);
  const says = await pageSays(corrected.resolution, state.isPrivate === true, needs);
  return { ...withoutSaying(state).rest, ...corrected, ...says };
}
