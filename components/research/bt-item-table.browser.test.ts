import { fakeBrowser } from "../testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import "./bt-item-table.ts";
import type { Collection } from "../../lib/model/research/collection.ts";
import { databases } from "../databases.ts";
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
  useTheme,
} from "../testing/mount.ts";
import { aCollection, anItem, keepItems } from "../testing/research.ts";
import type { ItemTable } from "./bt-item-table.ts";
import type { WorkspaceEvents } from "./workspace-events.ts";

type Told = {
  [Name in keyof WorkspaceEvents]: readonly [Name, WorkspaceEvents[Name]];
}[keyof WorkspaceEvents];

let collection: Collection;
let told: Told[] = [];

beforeEach(async () => {
  fakeBrowser.reset();
  told = [];
  useTheme("light");
  await emptyDatabases();
  collection = await aCollection();
});

/** A table as the page uses it: what it tells comes back as properties. Newest first, and nothing else beside it. */
function aTable(seqs: Iterable<number>, blockSize = "600px"): ItemTable {
  const table = document.createElement("bt-item-table");
  Object.assign(table, { seqs: Uint32Array.from(seqs), collection });
  table.style.blockSize = blockSize;
  for (const name of ["bt-open", "bt-order", "bt-select", "bt-act"] as const) {
    table.addEventListener(name, (event) => {
      const { detail } = event as CustomEvent;
      told.push([name, detail] as Told);
      if (name === "bt-select") table.selected = detail as ReadonlySet<number>;
    });
  }
  return mount(table);
}

const rows = (): HTMLElement[] => deepAll(".body .row");
const activeRow = (): HTMLElement | undefined => {
  const id = find(".scroller")?.getAttribute("aria-activedescendant");
  return id ? find(`#${id}`) : undefined;
};
const rowNumber = (row: HTMLElement | undefined): number => Number(row?.getAttribute("aria-rowindex")) - 1;

/** Their numbers. */
async function fiveItems(): Promise<number[]> {
  const items = await keepItems(
    databases().research,
    Array.from({ length: 5 }, (_, index) => anItem(index)),
  );
  return items.map(({ seq }) => seq);
}

describe("a row", () => {
  it("shows what was said, with brands marked, and when, by whom and how it was coded", async () => {
    const codes = [{ id: "durability", name: "Durability", description: "", colour: 1 }];
    collection = await aCollection({ codebook: { ...collection.codebook, codes } });
    const [item] = await keepItems(databases().research, [
      anItem(1, { sentiment: { score: -0.6, method: "vader-1" } }),
    ]);
    const { seq } = item!;
    await databases().research.codings.put({
      collection: collection.id,
      seq,
      coder: "me",
      codes: ["durability"],
      note: "",
      codebook: 1,
      at: 1,
    });
    const table = aTable([seq], "300px");
    table.style.inlineSize = "70rem";
    await picture("research-row", 1200, 320);
    const row = await until(() => find(".body .row", "soles"), "the row");
    expect(deepText(row)).toMatch(
      /Oct 22, 2026.*Northwind p-1 Pair 1 of Northwind this year.*Durability mastodon negative/,
    );
    expect([...row.querySelectorAll("mark")].map(({ textContent }) => textContent)).toEqual(["Northwind"]);
  });

  it("takes text for text, whatever stands in it", async () => {
    const text = "<img src=x onerror=alert(1)> \u202eNorthwind";
    const [item] = await keepItems(databases().research, [
      anItem(1, { text, mentions: [], author: "<b>x</b>" }),
    ]);
    aTable([item!.seq]);
    const row = await until(() => find(".body .row", "<img src=x"), "the row");
    expect(deepText(row)).toContain("<b>x</b>");
    expect(row.querySelector("img, b")).toBeNull();
  });

  it("follows what changes while it is looked at, and says what was deleted", async () => {
    const { research } = databases();
    const [item] = await keepItems(research, [anItem(1)]);
    aTable([item!.seq]);
    await until(() => find(".body .row", "soles"), "the row");
    await research.items.update(item!.seq, { text: "Edited since." });
    await until(() => find(".body .row", "Edited since."), "the edited text");
    await research.items.delete(item!.seq);
    await until(() => find(".body .row", "Deleted"), "that it is gone");
  });
});

describe("a long list", () => {
  it("draws only what is seen, and its last row is reached by the End key", async () => {
    const items = await keepItems(
      databases().research,
      Array.from({ length: 200 }, (_, index) => anItem(index)),
    );
    // A million places, of which the last lead to items.
    const seqs = new Uint32Array(1_000_000).map((_, index) => 10_000_000 + index);
    seqs.set(
      items.map(({ seq }) => seq),
      seqs.length - items.length,
    );
    const table = aTable(seqs);
    await until(() => rows().length > 5, "rows");
    expect(rows().length).toBeLessThan(60);
    expect(find(".scroller")?.getAttribute("aria-rowcount")).toBe("1000001");
    expect(find(".body")!.offsetHeight).toBeLessThanOrEqual(15_000_000);
    table.focus();
    await userEvent.keyboard("{End}");
    await until(() => rowNumber(activeRow()) === 1_000_000, "the last row");
    await until(() => deepText(activeRow()!).includes("Pair 199"), "what it says");
    const last = activeRow()!.getBoundingClientRect();
    const view = find(".scroller")!.getBoundingClientRect();
    expect(Math.round(last.bottom)).toBeLessThanOrEqual(Math.round(view.bottom));
    await userEvent.keyboard("{Home}");
    await until(() => rowNumber(activeRow()) === 1, "the first row");
    expect(find(".scroller")!.scrollTop).toBe(0);
  });

  it("is scrolled anywhere by its bar", async () => {
    aTable(new Uint32Array(1_000_000).map((_, index) => index + 1));
    await until(() => rows().length > 5, "rows");
    const scroller = find(".scroller")!;
    scroller.scrollTop = scroller.scrollHeight / 2;
    await until(() => Math.abs(rowNumber(rows()[0]) - 500_000) < 5000, "the middle");
    const top = scroller.getBoundingClientRect().top;
    const drawn = rows().map((row) => row.getBoundingClientRect());
    expect(drawn[0]!.top).toBeLessThan(top + 40);
    expect(drawn.at(-1)!.bottom).toBeGreaterThan(top + 600);
  });

  it("keeps its active row when other rows come before it", async () => {
    const seqs = await fiveItems();
    const table = aTable(seqs.slice(2));
    await until(() => rows().length === 3, "rows");
    table.focus();
    await userEvent.keyboard("j");
    table.seqs = Uint32Array.from(seqs);
    await until(() => rows().length === 5, "more rows");
    expect(table.activeSeq).toBe(seqs[3]);
  });
});

describe("the keyboard", () => {
  it("moves, selects, opens and asks for codes, a note, an export and help", async () => {
    const seqs = await fiveItems();
    const table = aTable(seqs);
    await until(() => find(".body .row", "Pair 4"), "rows");
    table.focus();
    await userEvent.keyboard("jjkx");
    expect(told).toEqual([["bt-select", new Set([seqs[1]])]]);
    await userEvent.keyboard("jjX");
    expect(table.selected).toEqual(new Set(seqs.slice(1, 4)));
    told = [];
    await userEvent.keyboard("{Enter}cne?");
    const opened = ["bt-open", { seq: seqs[3], byMoving: false }];
    expect(told).toEqual([
      opened,
      opened,
      ["bt-act", "codes"],
      opened,
      ["bt-act", "note"],
      ["bt-act", "export"],
      ["bt-act", "help"],
    ]);
    await userEvent.keyboard("{Escape}");
    expect(table.selected).toEqual(new Set());
    await userEvent.keyboard("{Control>}a{/Control}");
    expect(table.selected).toEqual(new Set(seqs));
  });

  it("takes what stands open along when the active row moves", async () => {
    const seqs = await fiveItems();
    const table = aTable(seqs);
    await until(() => rows().length === 5, "rows");
    table.chosen = seqs[0];
    table.focus();
    await userEvent.keyboard("{ArrowDown}");
    expect(told).toEqual([["bt-open", { seq: seqs[1], byMoving: true }]]);
  });

  it("does nothing with letters where they are switched off, and arrows go on working", async () => {
    const seqs = await fiveItems();
    const table = aTable(seqs);
    table.letters = false;
    await until(() => rows().length === 5, "rows");
    table.focus();
    await userEvent.keyboard("jxc?{ArrowDown}");
    expect(told).toEqual([]);
    expect(table.activeSeq).toBe(seqs[1]);
  });

  it("leaves keys in a heading to the heading", async () => {
    const seqs = await fiveItems();
    const table = aTable(seqs);
    await until(() => rows().length === 5, "rows");
    find("button.sort", "Published")!.focus();
    await userEvent.keyboard("{Enter}");
    expect(told).toEqual([["bt-order", { order: "time", descending: false }]]);
    table.order = "sentiment";
    await table.updateComplete;
    expect(find("[role=columnheader]", "Published")!.getAttribute("aria-sort")).toBe("none");
  });
});

describe("the mouse", () => {
  it("opens a row, and selects by its box, a range with shift", async () => {
    const seqs = await fiveItems();
    const table = aTable(seqs);
    await until(() => find(".body .row", "Pair 4"), "rows");
    await userEvent.click(rows()[1]!.querySelector(".text")!);
    expect(told).toEqual([["bt-open", { seq: seqs[1], byMoving: false }]]);
    const boxes = (): HTMLElement[] => rows().map((row) => row.querySelector("input")!);
    await userEvent.click(boxes()[0]!);
    expect(table.selected).toEqual(new Set([seqs[0]]));
    await userEvent.keyboard("{Shift>}");
    await userEvent.click(boxes()[3]!);
    await userEvent.keyboard("{/Shift}");
    expect(table.selected).toEqual(new Set(seqs.slice(0, 4)));
    expect(told.filter(([name]) => name === "bt-open")).toHaveLength(1);
  });
});

describe("at any width", () => {
  it.each([
    [1200, "light"],
    [700, "dark"],
    [320, "light"],
  ] as const)("%i px: readable, without sideways scrolling, and axe finds nothing", async (width, theme) => {
    const long = "A name of a person that is so endlessly long that no column is wide enough for it";
    const texts = [
      ["Third pair of Northwind this year. The soles again. ".repeat(6), "Northwind"],
      ["حذاء Northwind رائع جدا ومريح للغاية", "Northwind"],
      ["Is Fabrikam worth it for wide feet?", "Fabrikam"],
    ] as const;
    const items = await keepItems(
      databases().research,
      texts.map(([text, name], index) =>
        anItem(index, {
          text,
          author: index === 0 ? long : `p-${index}`,
          mentions: [
            {
              brandId: `${name}.example`,
              name,
              span: { start: text.indexOf(name), end: text.indexOf(name) + name.length },
              confidence: 0.9,
              reasons: ["name"],
            },
          ],
        }),
      ),
    );
    const table = aTable(items.map(({ seq }) => seq));
    table.selected = new Set([items[1]!.seq]);
    table.chosen = items[0]!.seq;
    useTheme(theme);
    await picture(`research-table-${width}`, width, 640);
    await until(() => find(".body .row", "wide feet"), "rows");
    await until(() => table.hasAttribute("cards") === width < 544, "the form");
    expectReflow();
    for (const row of rows()) expect(row.scrollHeight).toBeLessThanOrEqual(row.clientHeight + 1);
    await expectAccessible();
  });
});
