import { fakeBrowser } from "../testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import "./bt-research.ts";
import { addItems, deleteItems } from "../../lib/db/research-items.ts";
import { databases } from "../databases.ts";
import {
  deepAll,
  deepText,
  emptyDatabases,
  expectAccessible,
  expectReflow,
  mount,
  picture,
  until,
  useTheme,
} from "../testing/mount.ts";
import { beginErasure } from "../../lib/research/privacy/erase-person.ts";
import { QueriesHere } from "../testing/research-page.ts";
import { aCollection, sampleNoon } from "../testing/research.ts";
import { all, find, press, rows, said, status, study } from "../testing/workspace.ts";
import type { BtResearch } from "./bt-research.ts";
import { tellSiteNames } from "./site-names.ts";

let queries: QueriesHere;

beforeEach(async () => {
  fakeBrowser.reset();
  useTheme("light");
  await emptyDatabases();
  await page.viewport(1280, 800);
  history.replaceState(undefined, "", "#");
  queries = new QueriesHere();
  tellSiteNames([
    { id: "mastodon", name: "Mastodon" },
    { id: "reddit", name: "Reddit" },
  ]);
});

function open(): BtResearch {
  return mount(Object.assign(document.createElement("bt-research"), { queries }));
}

describe("with nothing collected", () => {
  it("says what it is for, and offers a collection and an import", async () => {
    open();
    const steps = await until(() => find("bt-first-steps"), "the first steps");
    expect(deepText(steps)).toContain("Nothing is sent anywhere");
    expect(deepAll("bt-first-steps > button").map((button) => deepText(button).trim())).toEqual([
      "New collection",
      "Import…",
    ]);
    await picture("research-empty-1280", 1280, 800);
    await expectAccessible();
    await picture("research-empty-320", 320, 700);
    expectReflow();
  });

  it("says how to collect into a collection that is empty", async () => {
    await databases().research.collections.put(await aCollection());
    open();
    await until(() => find("bt-first-steps", "Nothing collected yet"), "how to begin");
    await status("0 mentions");
    const guide = find<HTMLAnchorElement>(["bt-first-steps", "a"], "How it works");
    expect(guide?.getAttribute("href")).toBe("/research-guide.txt");
    // Nothing is offered that needs items.
    expect(find("bt-item-filters")).toBeUndefined();
    expect(find(["bt-workspace-list", "input[type=search]"])?.checkVisibility()).toBe(false);
    await picture("research-no-items-1280", 1280, 800);
    await expectAccessible();
  });
});

describe("a collection", () => {
  it("shows its items, newest first, with counts of everything by which they can be narrowed", async () => {
    await study();
    open();
    await picture("research-1280", 1280, 800);
    await status("30 mentions");
    await until(() => find(".body .row", "Pair 29 of Tailspin"), "the newest");
    expect(deepText(rows()[0]!)).toContain("Pair 29");
    const facets = all(["bt-facet", ".value"]).map((button) => deepText(button).trim());
    expect(facets).toContain("Northwind 10");
    expect(facets).toContain("Reddit 10");
    expect(facets).toContain("Mastodon 20");
    expect(find(["bt-collection-list", "[aria-current]"], "Returns study")).toBeDefined();
    await until(() => find(["bt-collection-list", ".value"], "Pilot 0"), "how many others have");
    await expectAccessible();
  });

  it("is narrowed by pressing values, told above the table, and widened again", async () => {
    await study();
    open();
    await press(["bt-facet", ".value"], "Northwind");
    await status("10 mentions of 30");
    expect(find(["bt-facet", ".value"], "Northwind")?.getAttribute("aria-pressed")).toBe("true");
    await press(["bt-facet", ".value"], "Fabrikam");
    await status("20 mentions of 30");
    expect(location.hash).toBe("#collection=returns-study&brand=northwind.example&brand=fabrikam.example");
    await press(".pill", "Northwind");
    await status("10 mentions of 30");
    history.back();
    await status("20 mentions of 30");
    await userEvent.fill(find(["bt-workspace-list", "input[type=search]"])!, "zebra");
    await until(() => find(".card.none", "No mention passes"), "that nothing fits");
    await press(".card.none button", "Clear all");
    await status("30 mentions");
  });

  it("is searched while one types, and narrowed by day and confidence", async () => {
    await study();
    open();
    await status("30 mentions");
    await userEvent.fill(find(["bt-workspace-list", "input[type=search]"])!, "fabrikam");
    await status("10 mentions of 30");
    await userEvent.fill(find(["bt-workspace-list", "input[type=search]"])!, "");
    await status("30 mentions");
    const [from] = deepAll<HTMLInputElement>("input[type=date]");
    await userEvent.fill(from!, "2026-10-23");
    await until(() => find(".pill", "Oct 23, 2026"), "the day");
    await status("18 mentions of 30");
  });

  it("is another one after a press on its name", async () => {
    await study();
    open();
    await press(["bt-collection-list", ".value"], "Pilot");
    await until(() => find("h1", "Pilot"), "the other one");
    await until(() => find("bt-first-steps", "Nothing collected yet"), "that it is empty");
    history.back();
    await status("30 mentions");
  });

  it("tells of a session what came by and what was kept", async () => {
    await study();
    await databases().research.views.put({
      id: "view-1",
      session: "session-1",
      site: "mastodon",
      kind: "search",
      terms: "returns",
      locale: "de",
      seen: 704,
      kept: 12,
      depth: 17.6,
      firstAt: sampleNoon,
      lastAt: sampleNoon,
    });
    open();
    await press(["bt-session-list", ".icon-button"], "About the session");
    const told = await until(() => find(["bt-session-list", "dl"], "1,904"), "the counts");
    expect(deepText(told)).toContain("from a confidence of 60%");
    expect(deepText(told)).toContain("Mastodon and Reddit");
    await until(() => deepText(told).includes("Mastodon, search for “returns”"), "the ways of looking");
    expect(deepText(told)).toContain("German, scrolled 18 windows");
    expect(deepText(told)).toContain("Sample: 10% of the rest, seed 0");
    await press(["bt-session-list", ".value"], "Nov 21");
    await until(() => find(".pill", "Sessions: Nov 21"), "the filter");
  });
});

describe("a mention", () => {
  it("opens beside the table, follows the keys, and stands in the address", async () => {
    const seqs = await study();
    open();
    await picture("research-open-1280", 1280, 800);
    await until(() => find(".body .row", "Pair 29"), "rows");
    find<HTMLElement & { focus(): void }>("bt-item-table")!.focus();
    await userEvent.keyboard("j{Enter}");
    const quote = await until(() => find(["bt-item-context", ".quote"], "Pair 28"), "the mention");
    expect([...quote.querySelectorAll("mark")].map(({ textContent }) => textContent)).toEqual(["Fabrikam"]);
    expect(location.hash).toBe(`#collection=returns-study&item=${seqs[28]}`);
    const context = deepText(find("bt-item-context")!);
    expect(context).toContain("Fabrikam, 0.90: its distinctive name and a link to its site");
    expect(context).toContain("p-28 pseudonym");
    expect(context).toContain("English, the page says");
    expect(context).toContain("0.1.0 · directory 01234567");
    await userEvent.keyboard("j");
    await until(() => find(["bt-item-context", ".quote"], "Pair 27"), "the next one");
    await expectAccessible();
    history.back();
    await until(() => !find("bt-item-context"), "it closed");
  });

  it("shows what it said before, the quote that was selected and where it links", async () => {
    await databases().research.collections.put(await aCollection());
    const [seq] = await addItems(databases().research, [
      said(1, {
        audienceNote: "Linked from the front page.",
        title: "A thread about shoes",
        versions: [{ text: "It said something kinder.", from: sampleNoon, to: sampleNoon }],
        links: ["https://fabrikam.example/returns", "javascript:alert(1)"],
        metrics: { likes: 1200, replies: 3 },
        truncated: true,
        publishedAtPrecision: "day",
        sealed: "eyJ",
        recheck: { at: sampleNoon, found: "gone" },
        target: { prefix: "before ", exact: "the words", suffix: " after" },
      }),
    ]);
    history.replaceState(undefined, "", `#collection=returns-study&item=${seq}`);
    open();
    const context = await until(() => find(["bt-item-context", "dl"]), "the mention");
    const words = deepText(context);
    for (const part of [
      "A thread about shoes",
      "to the day",
      "replies 3 · likes 1,200",
      "only the beginning was shown",
      "no longer there",
      "Linked from the front page.",
      "Address and author are sealed",
      "before the words after",
    ])
      expect(words).toContain(part);
    expect(all<HTMLAnchorElement>(["bt-item-context", "a"]).map(({ href }) => href)).not.toContain(
      "javascript:alert(1)",
    );
    await press(["bt-item-context", "summary"], "Said something else before (1 version)");
    expect(find(".version", "It said something kinder.")).toBeDefined();
  });

  it("comes over the table in a narrow window, and gives the focus back", async () => {
    await study();
    open();
    await picture("research-640", 640, 800);
    await until(() => find(".body .row", "Pair 29"), "rows");
    find<HTMLElement & { focus(): void }>("bt-item-table")!.focus();
    await userEvent.keyboard("{Enter}");
    const panel = await until(() => find(".context[role=dialog]"), "the panel");
    await until(() => find(["bt-item-context", "h2:focus"]), "the focus in it");
    expect(find("main")!.inert).toBe(true);
    await until(() => find(["bt-item-context", ".quote"], "Pair 29"), "the mention");
    await picture("research-panel-320", 320, 700);
    expectReflow();
    expect(panel.getBoundingClientRect().width).toBeLessThanOrEqual(320);
    await expectAccessible();
    await userEvent.keyboard("{Escape}");
    await until(() => find(".scroller:focus"), "the focus back in the table");
    expect(find(".context")).toBeUndefined();
  });

  it("is deleted after a question, and the list goes on without it", async () => {
    const seqs = await study(3);
    open();
    await picture("research-delete", 1280, 800);
    await until(() => find(".body .row", "Pair 2"), "rows");
    rows()[0]!.querySelector<HTMLElement>(".text")!.click();
    await press(["bt-item-context", ".text-button"], "Delete this mention…");
    await until(() => find<HTMLDialogElement>("dialog[open]", "Delete this mention?"), "the question");
    expect(await databases().research.items.count()).toBe(3);
    await press("dialog[open] .danger", "Delete");
    await status("2 mentions");
    expect(await databases().research.items.get(seqs[2]!)).toBeUndefined();
    await until(() => find(["bt-undo-delete", "[role=status]"], "1 mention was deleted"), "what was done");
    await expectAccessible();
    await press(["bt-undo-delete", ".undo"], "Undo");
    await status("3 mentions");
    await until(() => find(["bt-undo-delete", "[role=status]"], "1 mention is back"), "that it is back");
    expect(await databases().research.items.get(seqs[2]!)).toBeDefined();
    await until(() => find(".scroller:focus"), "the focus in the table");
  });

  it("is not brought back where its author was taken out meanwhile", async () => {
    const seqs = await study(3);
    open();
    await until(() => find(".body .row", "Pair 2"), "rows");
    rows()[0]!.querySelector<HTMLElement>(".text")!.click();
    await press(["bt-item-context", ".text-button"], "Delete this mention…");
    await press("dialog[open] .danger", "Delete");
    await status("2 mentions");
    await beginErasure(databases().research, "returns-study", ["p-2"], sampleNoon);
    await press(["bt-undo-delete", ".undo"], "Undo");
    await until(() => find(["bt-undo-delete", "[role=status]"], "has changed since"), "why not");
    expect(await databases().research.items.get(seqs[2]!)).toBeUndefined();
  });
});

describe("filters in a narrow window", () => {
  it("come in a drawer that gives the focus back", async () => {
    await study();
    open();
    await picture("research-narrow-320", 320, 700);
    await until(() => find(".body .row", "Pair 29"), "rows");
    expectReflow();
    await expectAccessible();
    expect(find("bt-item-filters")).toBeUndefined();
    await press(".button.filters", "Filters");
    await until(() => find("bt-item-filters"), "the drawer");
    await until(() => find(["bt-workspace-side", ".head button:focus"]), "the focus in it");
    await picture("research-drawer-320", 320, 700);
    expectReflow();
    await expectAccessible();
    await userEvent.keyboard("{Escape}");
    await until(() => find(".button.filters:focus"), "the focus back");
  });
});

describe("many at once", () => {
  it("are coded, and deleted after a question", async () => {
    await study(5);
    const { research } = databases();
    const codes = [{ id: "durability", name: "Durability", description: "", colour: 1 }];
    const codebook = { version: 1, codes, createdAt: 1, note: "" };
    await research.collections.update("returns-study", { codebook });
    open();
    await picture("research-selected", 1280, 800);
    await until(() => find(".body .row", "Pair 4"), "rows");
    find<HTMLElement & { focus(): void }>("bt-item-table")!.focus();
    await userEvent.keyboard("xjjX");
    await until(() => find("bt-selection-bar", "3 selected"), "the bar");
    await userEvent.keyboard("c");
    await press("dialog[open] .primary", "Add it");
    await until(() => find(".body .row", "Durability"), "the codes");
    expect(await research.codings.count()).toBe(3);
    await until(() => find(["bt-facet", ".value"], "Durability 3"), "their count");
    await press(["bt-selection-bar", ".danger"], "Delete…");
    await press("dialog[open] .danger", "Delete");
    await status("2 mentions");
    expect(find(["bt-selection-bar", ".bar"])).toBeUndefined();
    await press(["bt-undo-delete", ".undo"], "Undo");
    await status("5 mentions");
    expect(await research.codings.count()).toBe(3);
  });
});

describe("while items come in", () => {
  it("rows stand still, and one line tells of the new ones", async () => {
    await study();
    open();
    await until(() => find(".body .row", "Pair 29"), "rows");
    await press("button.sort", "Published");
    await until(() => deepText(rows()[0]!).includes("Pair 0"), "the oldest first");
    await addItems(databases().research, [said(40), said(41)]);
    await until(() => find(".status .new", "2 new: show"), "the line");
    await status("30 mentions of 32");
    (find(".status .new") as HTMLElement).click();
    await status("32 mentions");
    expect(find(".status .new")).toBeUndefined();
  });

  it("the newest come in by themselves where one looks at the newest", async () => {
    const seqs = await study();
    open();
    await until(() => find(".body .row", "Pair 29"), "rows");
    await addItems(databases().research, [said(40)]);
    await until(() => find(".body .row", "Pair 40"), "the new one");
    await deleteItems(databases().research, [seqs[29]!]);
    await until(() => !find(".body .row", "Pair 29"), "the deleted one gone");
  });
});

describe("when something fails", () => {
  it("says what, keeps what was there, and tries again", async () => {
    await study();
    open();
    await status("30 mentions");
    queries.failing = { code: "quota" };
    await press(["bt-facet", ".value"], "Northwind");
    const alert = await until(() => find("[role=alert]", "still here"), "what failed");
    expect(rows().length).toBeGreaterThan(0);
    queries.failing = undefined;
    alert.querySelector("button")!.click();
    await status("10 mentions of 30");
    expect(find("[role=alert]", "still here")).toBeUndefined();
  });
});
