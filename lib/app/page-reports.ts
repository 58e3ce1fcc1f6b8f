import type { Directory } from "../brands/directory.ts";
import { resolvePage } from "../brands/resolve.ts";
import { siteKeyOf } from "../brands/subjects.ts";
import { readPage } from "../detect/facts.ts";
import { quietReason } from "../detect/sensitive.ts";
import type { RawPage } from "../model/page.ts";
import { refused } from "../model/refusal.ts";
import { ok, problem, type Result } from "../model/result.ts";
import type { Resolution } from "../model/subject.ts";
import type { Summary } from "../model/summary.ts";
import type { RunMode } from "../settings.ts";
import type { TabState } from "../model/tab-state.ts";
import { figureOfPage, type TabFigure } from "./figure.ts";
import type { PageSender } from "./senders.ts";
import type { TabStates } from "./tab-states.ts";
import { createTurns } from "./turns.ts";

export interface PageReportDependencies {
  /** Checks what a content script sent; `undefined`: not a page. */
  readonly parse: (raw: unknown) => RawPage | undefined;
  readonly directory: () => Promise<Directory>;
  readonly summariesOf: (keys: readonly string[]) => Promise<readonly Summary[]>;
  readonly isSiteOff: (siteKey: string, isPrivate: boolean) => Promise<boolean>;
  readonly states: TabStates;
  readonly switches: () => Promise<{ readonly badgeEverywhere: boolean; readonly badgeInPrivate: boolean }>;
  readonly mode: () => Promise<RunMode>;
  /** Whether our reader runs in the document that a tab shows now. */
  readonly isReaderIn: (tabId: number) => Promise<boolean>;
  /** Takes away what stands in a tab and in the toolbar for it. */
  readonly clear: (tabId: number) => Promise<void>;
  /** Counters for the person's own eyes: pages seen, brands recognised. Never called for private windows. */
  readonly count: (page: { readonly brandId?: string }) => Promise<void>;
  /** Paints the toolbar icon and draws, changes or removes the badge. */
  readonly show: (state: TabState) => Promise<void>;
  readonly now: () => number;
}

export interface PageReports {
  /** A page told what it is. Writes the tab's state and shows it; the newest report of a tab wins. */
  readonly report: (raw: unknown, sender: PageSender) => Promise<Result<TabState>>;
  /** The next report of this tab was asked for by the person: it is read even in a private window. */
  readonly expect: (tabId: number, timeoutMs: number) => Promise<TabState | undefined>;
  /** Takes that back: whoever waits for it gets `undefined`. */
  readonly unexpect: (tabId: number) => void;
  /**
   * A tab has another address, or none that we may see, or was closed: what was known of the page before it goes,
   * unless that page's document is still there and reports itself anew.
   */
  readonly leave: (tabId: number, url: string | undefined) => Promise<void>;
  /** Reviews have changed: brings the figures of all open tabs up to date. */
  readonly refreshFigures: () => Promise<void>;
  /** A setting or a site's choice has changed: brings `quiet` of all open tabs up to date. */
  readonly refreshQuiet: () => Promise<void>;
}

/** What happens between a page's raw strings and what a person sees. Nothing here touches the network. */
export function createPageReports(needs: PageReportDependencies): PageReports {
  /** The newest report of each tab: reading takes time, and an older one must not overwrite it. */
  const newest = new Map<number, RawPage>();
  const expected = expectations();
  /** Between looking at a tab's state and removing it no other state may be saved. */
  const inTurn = createTurns<number>();

  return {
    async report(raw, sender) {
      const page = needs.parse(raw);
      if (!page || originOf(page.url) !== originOf(sender.url)) return problem("bad-shape");
      const { tabId, isPrivate } = sender;
      newest.set(tabId, page);
      try {
        const access = await admit(needs, page, sender, expected.has(tabId));
        if (!access.ok) return access;
        const state = await readState(needs, page, sender, access.value);
        if (newest.get(tabId) !== page) return ok(state);
        await inTurn(tabId, () => needs.states.save(state));
        expected.answer(tabId, state);
        await needs.show(state);
        const { brand } = state.resolution;
        if (!isPrivate) await needs.count(brand ? { brandId: brand.brandId } : {});
        return ok(state);
      } finally {
        if (newest.get(tabId) === page) newest.delete(tabId);
      }
    },
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
    refreshQuiet: () => updateStates(needs, (state) => withQuiet(needs, state)),
  };
}

type Access = NonNullable<TabState["access"]>;

interface Expectations {
  readonly has: (tabId: number) => boolean;
  readonly add: (tabId: number, timeoutMs: number) => Promise<TabState | undefined>;
  readonly answer: (tabId: number, state: TabState | undefined) => void;
}

/** Who waits for the next report of which tab. */
function expectations(): Expectations {
  const waiting = new Map<number, ((state: TabState | undefined) => void)[]>();
  const answer: Expectations["answer"] = (tabId, state) => {
    const waiters = waiting.get(tabId) ?? [];
    waiting.delete(tabId);
    for (const resolve of waiters) resolve(state);
  };
  return {
    has: (tabId) => waiting.has(tabId),
    answer,
    add: (tabId, timeoutMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => answer(tabId, undefined), timeoutMs);
        const waiter = (state: TabState | undefined): void => {
          clearTimeout(timer);
          resolve(state);
        };
        waiting.set(tabId, [...(waiting.get(tabId) ?? []), waiter]);
      }),
  };
}

/** Changes what is known of open tabs, unless a tab was read anew meanwhile. */
async function updateStates(
  { show, states }: PageReportDependencies,
  change: (state: TabState) => Promise<TabState | undefined>,
): Promise<void> {
  for (const state of await states.all()) {
    const changed = await change(state);
    if (!changed || (await states.get(state.tabId))?.readAt !== state.readAt) continue;
    await states.save(changed);
    await show(changed);
  }
}

async function withFigure(needs: PageReportDependencies, state: TabState): Promise<TabState | undefined> {
  const { figure, lens } = await figureOfPage(state.resolution, needs.summariesOf);
  if (JSON.stringify(figure) === JSON.stringify(state.figure)) return undefined;
  const { figureLens: _, ...rest } = state;
  return { ...rest, figure, ...(lens && { figureLens: lens }) };
}

async function withQuiet(needs: PageReportDependencies, state: TabState): Promise<TabState | undefined> {
  const { quiet: before, ...rest } = state;
  if (before && !changeable.has(before)) return undefined;
  const quiet = await chosenQuiet(needs, state.url, state.isPrivate === true);
  return quiet === before ? undefined : { ...rest, ...(quiet && { quiet }) };
}

/** Reasons that a person can switch; the others belong to the page. */
const changeable: ReadonlySet<TabState["quiet"]> = new Set(["private", "everywhere", "site-off"]);

/**
 * How we may read a page, if at all. A reader lives as long as its document: it goes on telling after a press, and
 * may still be there when the person has taken the choice "on all sites" back or deleted everything.
 */
async function admit(
  { mode, states, switches }: PageReportDependencies,
  { url }: RawPage,
  { tabId, isPrivate }: PageSender,
  asked: boolean,
): Promise<Result<Access>> {
  if (asked) return ok("on-click");
  if (isPrivate && !(await switches()).badgeInPrivate) {
    await states.remove([tabId]);
    return refused("private");
  }
  const chosen = await mode();
  if (chosen === "all-sites") return ok("all-sites");
  const before = chosen === "on-click" ? await states.get(tabId) : undefined;
  return originOf(before?.url) === originOf(url) ? ok("on-click") : refused("consent");
}

async function readState(
  needs: PageReportDependencies,
  page: RawPage,
  { tabId, isPrivate }: PageSender,
  access: Access,
): Promise<TabState> {
  const facts = readPage(page);
  const ownQuiet = quietReason(page.url, facts);
  const recognise = async (): Promise<{ resolution: Resolution } & TabFigure> => {
    // An address inside a home or company network says nothing about any brand, and is nobody's business.
    const resolution = ownQuiet === "local" ? {} : await resolvePage(facts, await needs.directory());
    return { resolution, ...(await figureOfPage(resolution, needs.summariesOf)) };
  };
  // Side by side: a person waits for the badge.
  const [{ resolution, figure, lens }, quiet] = await Promise.all([
    recognise(),
    ownQuiet ?? chosenQuiet(needs, page.url, isPrivate),
  ]);
  return {
    tabId,
    url: page.url,
    title: facts.title,
    siteKey: siteKeyOf(page.url),
    kind: facts.kind,
    resolution,
    claimedRatings: facts.claimedRatings,
    ...(facts.organization && { organization: facts.organization }),
    figure,
    ...(lens && { figureLens: lens }),
    ...(quiet && { quiet }),
    access,
    ...(isPrivate && { isPrivate }),
    readAt: needs.now(),
  };
}

async function chosenQuiet(
  needs: PageReportDependencies,
  url: string,
  isPrivate: boolean,
): Promise<TabState["quiet"]> {
  const { badgeEverywhere, badgeInPrivate } = await needs.switches();
  if (isPrivate && !badgeInPrivate) return "private";
  if (!badgeEverywhere) return "everywhere";
  const siteKey = siteKeyOf(url);
  return siteKey && (await needs.isSiteOff(siteKey, isPrivate)) ? "site-off" : undefined;
}

function originOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : URL.parse(url)?.origin;
}

/** An address without its fragment: moving inside a page is not another page. */
function addressOf(url: string | undefined): string | undefined {
  return url?.split("#", 1)[0];
}
