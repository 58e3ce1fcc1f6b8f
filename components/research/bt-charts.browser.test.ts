import { useLanguage } from "../testing/extension.ts";
import { unzipSync, strFromU8 } from "fflate";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { ItemFilter } from "../../lib/model/research/query.ts";
import { problem } from "../../lib/model/result.ts";
import { databases } from "../databases.ts";
import { aSeries, firstDay, fixedQueries, noFilter, someAnswers } from "../testing/chart-queries.ts";
import {
  deepAll,
  deepText,
  emptyDatabases,
  expectAccessible,
  expectReflow,
  find,
  mount,
  picture,
  until,
} from "../testing/mount.ts";
import { aCollection, anItem, keepItems } from "../testing/research.ts";
import "./bt-charts.ts";
import type { Charts } from "./bt-charts.ts";

const dayMs = 86_400_000;
const changes: Partial<ItemFilter>[] = [];

/** Puts charts on the page; what they filter is kept in `changes` and, as the page would, given back to them. */
async function open(properties: Partial<Charts> = {}): Promise<Charts> {
  const element = document.createElement("bt-charts");
  Object.assign(element, {
    collection: await aCollection({
      codebook: {
        version: 1,
        createdAt: 0,
        note: "",
        codes: [{ id: "returns", name: "Returns", description: "", colour: 0 }],
      },
    }),
    filter: noFilter,
    queries: fixedQueries(),
    siteName: (id: string) => ({ reddit: "Reddit", x: "X" })[id] ?? id,
    everyMs: 0,
    ...properties,
  });
  element.addEventListener("bt-filter", ((event: CustomEvent<{ change: Partial<ItemFilter> }>) => {
    changes.push(event.detail.change);
    element.filter = { ...(element.filter ?? noFilter), ...event.detail.change };
  }) as EventListener);
  mount(element);
  await until(
    () => deepAll(".bar")[0] ?? deepAll("p").find((line) => line.textContent.trim() !== ""),
    "the charts",
  );
  return element;
}

const bars = (): HTMLElement[] => deepAll(".bars .bar");
const bar = (name: string): HTMLElement | undefined => find("li .bar", name);
const names = (elements: readonly HTMLElement[]): (string | null)[] =>
  elements.map((element) => element.getAttribute("aria-label"));
const focused = (): string | null | undefined => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.getAttribute("aria-label");
};

/** Moves the pointer to a bar, with the main button down or not. */
function drag(type: string, index: number, buttons: number): void {
  const { left, top, width } = bars()[index]?.getBoundingClientRect() ?? new DOMRect();
  const init = { bubbles: true, composed: true, clientX: left + width / 2, clientY: top + 5, buttons };
  bars()[index]?.dispatchEvent(new PointerEvent(type, init));
}

async function showTab(name: string, title: string): Promise<void> {
  find("[role=tab]", name)?.click();
  await until(() => find("section h2", title), title);
}

beforeEach(async () => {
  changes.length = 0;
  useLanguage("en", "ltr");
  await page.viewport(1000, 700);
  await emptyDatabases();
  await Promise.all(databases().research.tables.map((table) => table.clear()));
});

describe("items over time", () => {
  it("are buttons that say how many of how many posts seen", async () => {
    await open();
    expect(names(bars()).slice(0, 2)).toEqual([
      "Nov 8: 30 items of 360 posts seen",
      "Nov 9: 42 items of 584 posts seen",
    ]);
    const [least, most] = [bars()[0], bars()[5]].map((each) =>
      each?.querySelector("i")?.getBoundingClientRect(),
    );
    expect(most?.width).toBeGreaterThan(10);
    // 96 and 30 items.
    expect((most?.height ?? 0) / (least?.height ?? 1)).toBeCloseTo(3.2, 1);
    expect(deepText(document.body)).toContain("12 without a date are counted on the day they were collected");
    expect(deepText(document.body)).toContain("757 items of 10,124 posts seen");
    await picture("charts", 1000, 420);
    await expectAccessible();
  });

  it("filter by a day, and take it back", async () => {
    await open();
    bars()[5]?.click();
    const range = { from: firstDay + 5 * dayMs, to: firstDay + 6 * dayMs };
    expect(changes).toEqual([range]);
    await until(() => bars()[5]?.ariaPressed === "true", "the pressed bar");
    expect(bars().filter(({ ariaPressed }) => ariaPressed === "true")).toHaveLength(1);
    bars()[5]?.click();
    expect(changes[1]).toEqual({ from: undefined, to: undefined });
  });

  it("are one stop for the keyboard, with arrows inside", async () => {
    await open();
    bars()[0]?.focus();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    expect(focused()).toContain("Nov 10");
    await userEvent.keyboard("{End}{ArrowRight}");
    expect(focused()).toContain("Nov 21");
    expect(bars().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    await userEvent.keyboard("{Home}{Enter}");
    expect(changes).toEqual([{ from: firstDay, to: firstDay + dayMs }]);
  });

  it("let several days be chosen by keyboard; Escape leaves it", async () => {
    await open();
    bars()[2]?.focus();
    await userEvent.keyboard("{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}");
    await until(() => find("[role=status]", "Nov 11 – 13, 2026: 199 items"), "what is chosen, said");
    await userEvent.keyboard("{Escape}");
    await until(() => deepAll(".brushed").length === 0, "nothing chosen");
    await userEvent.keyboard("{Shift>}{ArrowLeft}{/Shift}{Enter}");
    expect(changes).toEqual([{ from: firstDay + 4 * dayMs, to: firstDay + 6 * dayMs }]);
  });

  it("let several days be chosen by pointer", async () => {
    await open();
    drag("pointerdown", 6, 1);
    drag("pointermove", 5, 1);
    drag("pointermove", 3, 1);
    drag("pointerup", 3, 0);
    expect(changes).toEqual([{ from: firstDay + 3 * dayMs, to: firstDay + 7 * dayMs }]);
  });

  it("show the choice in the whole time, and only it on request", async () => {
    const queries = fixedQueries();
    const range = { from: firstDay, to: firstDay + 3 * dayMs };
    await open({ queries, filter: { ...noFilter, ...range } });
    expect(queries.asked.at(-1)?.filter).toMatchObject({ from: undefined, to: undefined });
    find(".controls button", "Only")?.click();
    await until(() => queries.asked.at(-1)?.filter.from === range.from, "the closer look");
  });

  it("are asked for by the chosen step and split", async () => {
    const queries = fixedQueries(
      someAnswers({
        series: aSeries({
          lines: [
            { value: "reddit", counts: aSeries().starts.map(() => 2) },
            { value: "x", counts: aSeries().starts.map(() => 1) },
          ],
        }),
      }),
    );
    await open({ queries });
    const [split, step] = deepAll<HTMLSelectElement>("select");
    await userEvent.selectOptions(split ?? document.body, "sites");
    await userEvent.selectOptions(step ?? document.body, "week");
    await until(() => queries.asked.at(-1)?.step === "week", "weeks");
    expect(queries.asked.at(-1)?.split).toBe("sites");
    await until(() => find(".legend button", "Reddit"), "the legend");
    expect(bars()[0]?.ariaLabel).toBe("Nov 8: 3 items (Reddit 2, X 1) of 360 posts seen");
    find(".legend button", "X")?.click();
    expect(changes).toEqual([{ sites: ["x"] }]);
    await picture("charts-split", 1000, 420);
    await expectAccessible();
  });

  it("say where a rate means nothing", async () => {
    await open({
      queries: fixedQueries(
        someAnswers({ series: aSeries({ seen: aSeries().seen.map((n, i) => (i === 0 ? 3 : n)) }) }),
      ),
    });
    find(".controls button", "Per 1,000")?.click();
    await until(() => find("section p", "1 step has no rate"), "the note");
    expect(deepAll("polyline")).toHaveLength(0);
    await picture("charts-rate", 1000, 420);
  });

  it("look right with one day, and with none", async () => {
    const one = aSeries({ starts: [firstDay], lines: [{ value: "", counts: [7] }], seen: [90], undated: 0 });
    await open({ queries: fixedQueries(someAnswers({ series: one })) });
    expect(bars()[0]?.getBoundingClientRect().width).toBeLessThanOrEqual(64);
    await picture("charts-one-day", 1000, 420);
    const none = aSeries({ starts: [], lines: [], seen: [], undated: 0 });
    await open({ queries: fixedQueries(someAnswers({ series: none })) });
    await until(() => find("section p", "No item passes the filters."), "the words");
    await open({ queries: fixedQueries(someAnswers({ total: 0 })) });
    await until(() => find("p", "charts begin with the first item"), "the words");
  });
});

describe("the other charts", () => {
  it("filter by what was pressed, and take it back", async () => {
    await open();
    expect(bar("Northwind")?.ariaLabel).toBe("Northwind: 803 items");
    bar("Northwind")?.click();
    bar("Fabrikam")?.click();
    await until(() => bar("Fabrikam")?.ariaPressed === "true", "the pressed bar");
    bar("Northwind")?.click();
    expect(changes).toEqual([
      { brands: ["northwind.example"] },
      { brands: ["northwind.example", "fabrikam.example"] },
      { brands: ["fabrikam.example"] },
    ]);
  });

  it("name platforms and codes as people do", async () => {
    await open();
    await showTab("Platforms", "Items by platform");
    expect(names(deepAll("li .bar"))).toEqual(["Reddit: 702 items", "X: 511 items"]);
    await showTab("Codes", "Items by code");
    expect(names(deepAll("li .bar"))).toEqual(["Returns: 312 items", "Not coded: 1,170 items"]);
    bar("Not coded")?.click();
    expect(changes).toEqual([{ codes: [""] }]);
  });

  it("filter by a pair as by both in one item", async () => {
    await open();
    await showTab("Together", "Brands named together");
    expect(bar("Fabrikam")?.ariaLabel).toBe("Northwind + Fabrikam: 11%, 124 items");
    bar("Fabrikam")?.click();
    await until(() => bar("Fabrikam")?.ariaPressed === "true", "the pressed bar");
    bar("Fabrikam")?.click();
    expect(changes).toEqual([
      { together: ["northwind.example", "fabrikam.example"] },
      { together: undefined },
    ]);
    await picture("charts-pairs", 1000, 420);
    await expectAccessible();
  });

  it("show no sentiment before it was checked, and then beside how it did", async () => {
    const { research } = databases();
    const collection = await aCollection();
    const charts = await open({ collection });
    await showTab("Sentiment", "Items by sentiment");
    await until(() => find("section p", "50 items need a sentiment by hand, 0 have one"), "the words");
    expect(deepAll("li .bar")).toHaveLength(0);
    expect(deepAll("option[value=sentiments]")).toHaveLength(0);
    const items = await keepItems(
      research,
      Array.from({ length: 60 }, (_, index) =>
        anItem(index, { sentiment: { score: 0.5, method: "vader-1" } }),
      ),
    );
    await research.codings.bulkPut(
      items.map(({ seq, collection: id }, index) => ({
        collection: id,
        seq,
        coder: collection.coder,
        codes: [],
        note: "",
        codebook: 1,
        at: 0,
        sentiment: index < 36 ? (1 as const) : (-1 as const),
      })),
    );
    await until(() => bar("positive"), "the bars");
    expect(names(deepAll("li .bar"))).toEqual([
      "positive: 418 items",
      "neutral: 603 items",
      "negative: 461 items",
    ]);
    expect(deepText(charts)).toContain("Agrees with your coding in 60% (47%–71%) of 60 items.");
    expect(deepText(charts)).toContain("57 %");
    const [part] = deepAll<HTMLOptionElement>("option[value=sentiments]");
    const choice = part!.closest("select")!;
    choice.value = "sentiments";
    choice.dispatchEvent(new Event("change"));
    const told = (): number => deepText(charts).split("Agrees with your coding in 60%").length - 1;
    await until(() => told() === 2, "what it is worth, beside both charts");
  });

  it("draw a few and have them all in the table", async () => {
    const brands = Array.from({ length: 40 }, (_, index) => ({
      value: `brand-${index}.example`,
      name: `Brand ${index}`,
      count: 400 - index,
    }));
    const { facets } = someAnswers();
    await open({ queries: fixedQueries(someAnswers({ facets: { ...facets, brands } })) });
    expect(deepAll("li .bar")).toHaveLength(5);
    find("button", "All 40")?.click();
    await until(() => deepAll("tbody tr").length === 40, "the table");
    await expectAccessible();
  });
});

describe("behind and beside a chart", () => {
  it("stands its table", async () => {
    await open();
    find(".switch button", "Table")?.click();
    const rows = await until(() => (deepAll("tbody tr").length > 0 ? deepAll("tbody tr") : undefined));
    expect(deepAll("thead th").map((cell) => cell.textContent)).toEqual([
      "Day",
      "Items",
      "Posts seen",
      "Items per 1,000 posts seen",
    ]);
    expect(deepText(rows[0] ?? document.body).trim()).toMatch(/^Nov 8 30 360 83.3$/);
    await picture("charts-table", 1000, 420);
    await expectAccessible();
  });

  it.each([
    ["SVG", "svg"],
    ["PNG", "png"],
  ])("stands its picture with its data (%s)", async (label, kind) => {
    await open();
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
    const made = vi.spyOn(URL, "createObjectURL");
    try {
      find("button[aria-haspopup=menu]")?.click();
      (await until(() => find("[role=menuitem]", label)))?.click();
      await until(() => clicked.mock.contexts.length > 0, "the file");
      const [link] = clicked.mock.contexts as HTMLAnchorElement[];
      expect(link?.download).toMatch(
        new RegExp(`^returns-study-time-\\d{4}-\\d\\d-\\d\\d-${kind}\\.zip$`, "u"),
      );
      const zip = made.mock.calls
        .map(([blob]) => blob)
        .find((blob) => (blob as Blob).type === "application/zip");
      const files = unzipSync(new Uint8Array(await (zip as Blob).arrayBuffer()));
      const [drawn, data] = Object.keys(files).toSorted().toReversed();
      expect(drawn).toMatch(new RegExp(`\\.${kind}$`, "u"));
      expect(strFromU8(files[data ?? ""] ?? new Uint8Array())).toContain("2026-11-08,Nov 8,30,360,83.3");
      const bytes = files[drawn ?? ""] ?? new Uint8Array();
      if (kind === "svg") expect(strFromU8(bytes)).toContain("Returns study");
      // The magic number of PNG, and twice 720 px.
      else {
        expect(Array.from(bytes.subarray(0, 4))).toEqual([0x89, 0x50, 0x4e, 0x47]);
        expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(16)).toBe(1440);
      }
    } finally {
      vi.restoreAllMocks();
    }
  });
});

describe("while items come in", () => {
  it("the charts follow, and what is there stays until there is something newer", async () => {
    const queries = fixedQueries();
    await open({ queries });
    const before = bars()[0];
    queries.answers = someAnswers({ series: aSeries({ undated: 13 }) });
    await keepItems(databases().research, [anItem(1)]);
    await until(() => find("section p", "13 without a date"), "the newer charts");
    expect(bars()[0]).toBe(before);
  });

  it("a failure is told, and can be tried again", async () => {
    const queries = fixedQueries();
    const { series } = queries;
    Object.assign(queries, { series: async () => problem("bug") });
    await open({ queries });
    await until(() => find("[role=alert]", "could not be counted"), "the words");
    Object.assign(queries, { series });
    find("[role=alert] button")?.click();
    await until(() => bars().length > 0, "the charts");
  });
});

describe("on any screen", () => {
  it("fits 320 px, right to left, with long names", async () => {
    useLanguage("ar", "rtl");
    const { facets } = someAnswers();
    const name = "Aktiengesellschaft für außerordentlich lange Namen ".repeat(4);
    const brands = [{ value: "long.example", name, count: 5 }, ...facets.brands];
    await page.viewport(320, 900);
    await open({ queries: fixedQueries(someAnswers({ facets: { ...facets, brands } })) });
    expectReflow();
    bars()[0]?.focus();
    await userEvent.keyboard("{ArrowLeft}");
    expect(focused()).toBe(names(bars())[1]);
    await picture("charts-320-rtl", 320, 900);
    await expectAccessible();
  });
});
