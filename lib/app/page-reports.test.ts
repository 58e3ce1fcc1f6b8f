import { describe, expect, it, vi } from "vitest";
import type { Directory } from "../brands/directory.ts";
import type { Fact } from "../model/fact.ts";
import type { RawPage } from "../model/page.ts";
import type { Figure } from "../model/summary.ts";
import type { TabState } from "../model/tab-state.ts";
import type { RunMode } from "../settings.ts";
import { createPageReports, type PageReportDependencies } from "./page-reports.ts";
import { tabStates, type SessionArea } from "./tab-states.ts";

const url = "https://northwind.example/";
const sender = { tabId: 7, url, isPrivate: false };

const rawPage = (changes: Partial<RawPage> = {}): RawPage => ({
  url,
  title: "Northwind",
  jsonLd: [],
  meta: [],
  links: [],
  microdata: [],
  hasPassword: false,
  articleCount: 0,
  ...changes,
});

function memoryArea(): SessionArea & { readonly items: Map<string, unknown> } {
  const items = new Map<string, unknown>();
  return {
    items,
    get: (keys) =>
      Promise.resolve(
        Object.fromEntries([...items].filter(([key]) => keys === null || [keys].flat().includes(key))),
      ),
    set: (changes) => {
      for (const [key, value] of Object.entries(changes)) items.set(key, value);
      return Promise.resolve();
    },
    remove: (keys) => {
      for (const key of [keys].flat()) items.delete(key);
      return Promise.resolve();
    },
  };
}

const nothing = () => Promise.resolve(undefined);

function world(changes: Partial<PageReportDependencies> = {}) {
  const area = memoryArea();
  const shown: TabState[] = [];
  const count = vi.fn<PageReportDependencies["count"]>(() => Promise.resolve());
  const noteProofs = vi.fn<PageReportDependencies["noteProofs"]>(() => Promise.resolve());
  const facts = { count: 9, switches: { badgeEverywhere: true, badgeInPrivate: false }, off: false };
  const directory = {
    matchHost: nothing,
    byHost: nothing,
    byHandle: nothing,
    byWikidata: nothing,
    byName: () => Promise.resolve([]),
    version: "test",
  } as unknown as Directory;
  const mode: { now: RunMode } = { now: "all-sites" };
  const clear = vi.fn<PageReportDependencies["clear"]>(() => Promise.resolve());
  let now = 1000;
  const reports = createPageReports({
    parse: (raw) => raw as RawPage,
    parseProduct: () => undefined,
    deepen: () => Promise.resolve(),
    directory: () => Promise.resolve(directory),
    figuresOf: async (groups) => groups.map(() => ({ kind: "score", score: 3, count: facts.count })),
    dailyOf: () => Promise.resolve([]),
    isSiteOff: () => Promise.resolve(facts.off),
    recogniseProfile: (_page, _facts, resolution) => Promise.resolve({ resolution }),
    correct: (resolution) => Promise.resolve({ resolution }),
    sitesOf: (url) => (url.includes("social") ? ["mastodon"] : []),
    states: tabStates(area),
    switches: () => Promise.resolve(facts.switches),
    count,
    noteProofs,
    mode: () => Promise.resolve(mode.now),
    isReaderIn: () => Promise.resolve(false),
    clear,
    show: (state) => {
      shown.push(state);
      return Promise.resolve();
    },
    now: () => ++now,
    ...changes,
  });
  return { area, clear, count, facts, mode, noteProofs, reports, shown };
}

describe("a page that reports itself", () => {
  it("becomes the state of its tab, and is shown, counted and looked at for keys that its brand proves", async () => {
    const { area, count, noteProofs, reports, shown } = world();
    const result = await reports.report(rawPage(), sender);
    expect(result).toMatchObject({
      ok: true,
      value: { tabId: 7, figure: { kind: "score", score: 3, count: 9 }, figureLens: "brand" },
    });
    expect(area.items.get("tab:7")).toEqual(shown[0]);
    expect(count).toHaveBeenCalledWith({ brandId: expect.any(String) as string });
    expect(noteProofs).toHaveBeenCalledWith(rawPage());
  });

  it("may not speak for another origin, and not in rubbish", async () => {
    const { area, reports } = world({ parse: (raw) => (raw === "rubbish" ? undefined : (raw as RawPage)) });
    const elsewhere = rawPage({ url: "https://kite.example/" });
    const badShape = { ok: false, error: { code: "bad-shape" } };
    expect(await reports.report(elsewhere, sender)).toEqual(badShape);
    expect(await reports.report("rubbish", sender)).toEqual(badShape);
    expect(area.items.size).toBe(0);
  });

  it("is overtaken by a newer report of its tab", async () => {
    const waiting: (() => void)[] = [];
    const slow = new Promise<void>((resolve) => waiting.push(resolve));
    const { area, reports, shown } = world({
      figuresOf: async (groups) => {
        if (groups[0]?.keys[0]?.includes("old")) await slow;
        return [];
      },
    });
    const older = reports.report(rawPage({ url: "https://old.example/" }), {
      ...sender,
      url: "https://old.example/",
    });
    await reports.report(rawPage(), sender);
    waiting.forEach((go) => go());
    await older;
    expect((area.items.get("tab:7") as TabState).url).toBe(url);
    expect(shown.map((state) => state.url)).toEqual([url]);
  });

  it("is nothing to us on a local address: not even a look-up", async () => {
    const directory = vi.fn<PageReportDependencies["directory"]>();
    const { reports } = world({ directory });
    const local = "http://192.168.1.1/";
    const result = await reports.report(rawPage({ url: local }), { ...sender, url: local });
    expect(result).toMatchObject({ ok: true, value: { quiet: "local", resolution: {} } });
    expect(directory).not.toHaveBeenCalled();
  });
});

describe("private windows", () => {
  const inPrivate = { ...sender, isPrivate: true };

  it("are not read at all unless the person turned it on", async () => {
    const { area, count, reports, shown } = world();
    expect(await reports.report(rawPage(), inPrivate)).toMatchObject({ ok: false });
    expect(area.items.size).toBe(0);
    expect(shown).toEqual([]);
    expect(count).not.toHaveBeenCalled();
  });

  it("are read on a press, quietly and in memory only", async () => {
    const { count, noteProofs, reports, shown } = world();
    const asked = reports.expect(7, 1000);
    await reports.report(rawPage(), inPrivate);
    expect(await asked).toMatchObject({ quiet: "private", isPrivate: true, access: "on-click" });
    expect(shown).toHaveLength(1);
    expect(count).not.toHaveBeenCalled();
    expect(noteProofs).not.toHaveBeenCalled();
  });

  it("are not read after a press that found no page to read", async () => {
    const { area, reports } = world();
    const asked = reports.expect(7, 1000);
    reports.unexpect(7);
    expect(await asked).toBeUndefined();
    expect(await reports.report(rawPage(), inPrivate)).toMatchObject({ error: { code: "refused" } });
    expect(area.items.size).toBe(0);
  });

  it("get their badge where it was turned on, and are never counted", async () => {
    const { count, facts, reports } = world();
    facts.switches = { badgeEverywhere: true, badgeInPrivate: true };
    const result = await reports.report(rawPage(), inPrivate);
    expect(result.ok && result.value.quiet).toBeUndefined();
    expect(count).not.toHaveBeenCalled();
  });
});

describe("a tab that goes elsewhere", () => {
  it.each([
    ["another site", "https://kite.example/"],
    ["another page of the same site, read by nobody", `${url}shoes`],
    ["a page that we may not see", undefined],
    ["a page of the browser", "chrome://settings/"],
  ])("forgets the page before: %s", async (_, next) => {
    const { area, clear, reports } = world();
    await reports.report(rawPage(), sender);
    await reports.leave(7, next);
    expect(area.items.size).toBe(0);
    expect(clear).toHaveBeenCalledWith(7);
  });

  it.each([
    ["stands where it stood", url],
    ["moves inside its page", `${url}#sizes`],
  ])("keeps what it knows while it %s", async (_, next) => {
    const { area, clear, reports } = world();
    await reports.report(rawPage(), sender);
    await reports.leave(7, next);
    expect(area.items.size).toBe(1);
    expect(clear).not.toHaveBeenCalled();
  });

  it("leaves it to a document that is still there to say what it has become", async () => {
    const { area, reports } = world({ isReaderIn: () => Promise.resolve(true) });
    await reports.report(rawPage(), sender);
    await reports.leave(7, `${url}shoes`);
    expect(area.items.size).toBe(1);
    await reports.leave(7, "https://kite.example/");
    expect(area.items.size).toBe(0);
  });

  it("does not come back to a page that was still being read", async () => {
    const { promise, resolve } = Promise.withResolvers<readonly Figure[]>();
    const { area, reports } = world({ figuresOf: () => promise });
    const reading = reports.report(rawPage(), sender);
    await Promise.resolve();
    await reports.leave(7, "https://kite.example/");
    resolve([]);
    await reading;
    expect(area.items.size).toBe(0);
  });

  it("forgets also where a page of the new site was not let in", async () => {
    const { area, mode, reports } = world();
    await reports.report(rawPage(), sender);
    mode.now = "on-click";
    const kite = "https://kite.example/";
    await reports.report(rawPage({ url: kite }), { ...sender, url: kite });
    await reports.leave(7, kite);
    expect(area.items.size).toBe(0);
  });

  it("does not lose the page that it has reached and that is being read", async () => {
    const { area, reports } = world();
    const reading = reports.report(rawPage(), sender);
    await Promise.resolve();
    await reports.leave(7, url);
    await reading;
    expect(area.items.size).toBe(1);
  });
});

describe("a reader that outlives the choice", () => {
  it("goes on telling of the site that was pressed for, and of no other", async () => {
    const { area, mode, reports } = world();
    mode.now = "on-click";
    expect(await reports.report(rawPage(), sender)).toMatchObject({ error: { code: "refused" } });
    const asked = reports.expect(7, 1000);
    await reports.report(rawPage(), sender);
    expect(await asked).toMatchObject({ access: "on-click" });
    const next = await reports.report(rawPage({ url: `${url}shoes` }), sender);
    expect(next).toMatchObject({ ok: true, value: { access: "on-click", url: `${url}shoes` } });
    const kite = "https://kite.example/";
    await reports.report(rawPage({ url: kite }), { ...sender, url: kite });
    expect(area.items.get("tab:7")).toMatchObject({ url: `${url}shoes` });
  });

  it("is not heard once everything was deleted", async () => {
    const { area, count, mode, reports } = world();
    mode.now = "unset";
    await reports.report(rawPage(), sender);
    expect(area.items.size).toBe(0);
    expect(count).not.toHaveBeenCalled();
  });
});

describe("what changes later", () => {
  it("brings new figures to open tabs, and is silent where none changed", async () => {
    const { facts, reports, shown } = world();
    await reports.report(rawPage(), sender);
    await reports.refreshFigures();
    expect(shown).toHaveLength(1);
    facts.count = 10;
    await reports.refreshFigures();
    expect(shown[1]?.figure).toMatchObject({ count: 10 });
  });

  it("brings a recall to open tabs when a new daily file tells of one, and takes it back", async () => {
    const facts: Fact[] = [];
    const { reports, shown } = world({
      dailyOf: (brandId) =>
        Promise.resolve([
          { feed: "f", brandId, day: "2026-05-20", facts: [...facts], threads: {}, titles: [] },
        ]),
      now: () => Date.UTC(2026, 4, 20),
    });
    await reports.report(rawPage(), sender);
    expect(shown[0]).not.toHaveProperty("recall");
    const url = "https://recalls.example/1";
    facts.push({
      key: "cpsc:1",
      source: "cpsc",
      kind: "recall",
      title: "Soles",
      url,
      at: Date.UTC(2026, 4, 1),
    });
    await reports.refreshFigures();
    expect(shown[1]).toMatchObject({ recall: { concerns: "brand" }, figure: { count: 9 } });
    facts.pop();
    await reports.refreshFigures();
    expect(shown[2]).not.toHaveProperty("recall");
    expect(shown).toHaveLength(3);
  });

  it("makes a site quiet and loud again; a page's own reasons stay", async () => {
    const { facts, reports, shown } = world();
    await reports.report(rawPage(), sender);
    await reports.report(rawPage({ hasPassword: true }), { ...sender, tabId: 8 });
    facts.off = true;
    await reports.refreshQuiet();
    expect(shown.at(-1)).toMatchObject({ tabId: 7, quiet: "site-off" });
    facts.off = false;
    await reports.refreshQuiet();
    expect(shown.at(-1)).not.toHaveProperty("quiet");
    expect(shown.filter(({ tabId }) => tabId === 8)).toHaveLength(1);
  });

  it("waits in vain for a page that does not answer", async () => {
    const { reports } = world();
    expect(await reports.expect(7, 5)).toBeUndefined();
  });
});
