import { describe, expect, it, vi } from "vitest";
import type { Directory } from "../brands/directory.ts";
import type { RawPage } from "../model/page.ts";
import type { Summary } from "../model/summary.ts";
import type { TabState } from "../model/tab-state.ts";
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

const summary = (count: number): Summary => ({
  subjectKey: "https://northwind.example",
  count,
  stars: [0, 0, count, 0, 0],
  rated: count,
  ratingSum: count * 50,
  withText: 0,
  generated: 0,
  affiliated: 0,
  samples: 0,
  newestAt: 0,
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
  const facts = { count: 9, switches: { badgeEverywhere: true, badgeInPrivate: false }, off: false };
  const directory = {
    matchHost: nothing,
    byHost: nothing,
    byHandle: nothing,
    byWikidata: nothing,
    byName: () => Promise.resolve([]),
    version: "test",
  } as unknown as Directory;
  let now = 1000;
  const reports = createPageReports({
    parse: (raw) => raw as RawPage,
    directory: () => Promise.resolve(directory),
    summariesOf: () => Promise.resolve([summary(facts.count)]),
    isSiteOff: () => Promise.resolve(facts.off),
    states: tabStates(area),
    switches: () => Promise.resolve(facts.switches),
    count,
    show: (state) => {
      shown.push(state);
      return Promise.resolve();
    },
    now: () => ++now,
    ...changes,
  });
  return { area, count, facts, reports, shown };
}

describe("a page that reports itself", () => {
  it("becomes the state of its tab, and is shown and counted", async () => {
    const { area, count, reports, shown } = world();
    const result = await reports.report(rawPage(), sender);
    expect(result).toMatchObject({
      ok: true,
      value: { tabId: 7, figure: { kind: "score", score: 3, count: 9 }, figureLens: "brand" },
    });
    expect(area.items.get("tab:7")).toEqual(shown[0]);
    expect(count).toHaveBeenCalledWith({ brandId: expect.any(String) as string });
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
      summariesOf: async (keys) => {
        if (keys[0]?.includes("old")) await slow;
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
    const { count, reports, shown } = world();
    const asked = reports.expect(7, 1000);
    await reports.report(rawPage(), inPrivate);
    expect(await asked).toMatchObject({ quiet: "private", isPrivate: true, access: "on-click" });
    expect(shown).toHaveLength(1);
    expect(count).not.toHaveBeenCalled();
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
