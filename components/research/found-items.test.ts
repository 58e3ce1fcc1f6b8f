import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FoundItems, ItemQuery } from "../../lib/model/research/query.ts";
import { ok, problem, type Result } from "../../lib/model/result.ts";
import { FoundItemsController } from "./found-items.ts";
import { firstQuestion } from "./item-filter.ts";
import type { ResearchQueries } from "./queries.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function answer(...seqs: readonly number[]): FoundItems {
  const facets = { brands: [], sites: [], sessions: [], codes: [], langs: [], sentiments: [], why: [] };
  return { seqs: Uint32Array.from(seqs), total: seqs.length, facets };
}

/** A page that asks; questions are answered one by one by the test. */
function aPage({ mayGrow = false } = {}) {
  const asked: {
    readonly query: ItemQuery;
    readonly reply: (result: Result<FoundItems>) => Promise<void>;
  }[] = [];
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  const find: ResearchQueries["find"] = (query, signal) =>
    new Promise((resolve) => {
      const reply = async (result: Result<FoundItems>): Promise<void> => {
        if (!signal.aborted) resolve(result);
        await vi.advanceTimersByTimeAsync(0);
      };
      asked.push({ query, reply });
    });
  const queries = { find, hold: () => () => undefined } as unknown as ResearchQueries;
  const found = new FoundItemsController(
    host,
    () => queries,
    () => mayGrow,
  );
  const shown = (): number[] => [...(found.shown?.seqs ?? [])];
  return { found, asked, shown };
}

const all = firstQuestion("study");
const fabrikam: ItemQuery = { ...all, filter: { ...all.filter, brands: ["fabrikam.example"] } };

describe("a question", () => {
  it("leaves the last answer standing until it has its own", async () => {
    const { found, asked, shown } = aPage();
    found.ask(all);
    await asked[0]!.reply(ok(answer(3, 2, 1)));
    found.ask(fabrikam);
    expect(found.isAsking).toBe(true);
    expect(shown()).toEqual([3, 2, 1]);
    await asked[1]!.reply(ok(answer(2)));
    expect(shown()).toEqual([2]);
    expect(found.isAsking).toBe(false);
  });

  it("overtakes the one before", async () => {
    const { found, asked, shown } = aPage();
    found.ask(all);
    found.ask(fabrikam);
    await asked[0]!.reply(ok(answer(3, 2, 1)));
    expect(shown()).toEqual([]);
    await asked[1]!.reply(ok(answer(2)));
    expect(shown()).toEqual([2]);
  });

  it("says why there is no answer, and is asked again on demand", async () => {
    const { found, asked, shown } = aPage();
    found.ask(all);
    await asked[0]!.reply(problem("quota"));
    expect(found.problem).toEqual({ code: "quota" });
    void found.again();
    expect(found.problem).toBeUndefined();
    await asked[1]!.reply(ok(answer(1)));
    expect(shown()).toEqual([1]);
  });

  it("about another collection shows nothing of this one", async () => {
    const { found, asked, shown } = aPage();
    found.ask(all);
    await asked[0]!.reply(ok(answer(1)));
    found.ask(firstQuestion("pilot"));
    expect(shown()).toEqual([]);
  });
});

describe("items that come while one reads", () => {
  it("wait until the person wants them; counts do not", async () => {
    const { found, asked, shown } = aPage();
    found.ask(all);
    await asked[0]!.reply(ok(answer(2, 1)));
    found.marked("2");
    found.marked("4");
    await vi.advanceTimersByTimeAsync(5000);
    await asked[1]!.reply(ok(answer(4, 3, 2, 1)));
    expect(shown()).toEqual([2, 1]);
    expect(found.shown?.total).toBe(4);
    expect(found.added).toBe(2);
    found.showNewer();
    expect(shown()).toEqual([4, 3, 2, 1]);
    expect(found.added).toBe(0);
  });

  it("come in by themselves where the person looks at the newest", async () => {
    const { found, asked, shown } = aPage({ mayGrow: true });
    found.ask(all);
    await asked[0]!.reply(ok(answer(1)));
    found.marked("1");
    found.marked("2");
    await vi.advanceTimersByTimeAsync(5000);
    await asked[1]!.reply(ok(answer(2, 1)));
    expect(shown()).toEqual([2, 1]);
  });

  it("cause one look, however many they are", async () => {
    const { found, asked } = aPage();
    found.ask(all);
    await asked[0]!.reply(ok(answer(1)));
    for (let item = 0; item < 100; item += 1) found.marked(String(item));
    await vi.advanceTimersByTimeAsync(1600);
    expect(asked).toHaveLength(2);
  });

  it("that change nothing in the list leave it as it is", async () => {
    const { found, asked } = aPage();
    found.ask(all);
    await asked[0]!.reply(ok(answer(2, 1)));
    found.marked("a");
    found.marked("b");
    await vi.advanceTimersByTimeAsync(1600);
    await asked[1]!.reply(ok(answer(2, 1)));
    expect(found.newer).toBeUndefined();
  });
});
