import { fakeBrowser, putTab, useLanguage } from "./testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "./bt-follow-line.ts";
import "./bt-following.ts";
import "./bt-sidebar.ts";
import { compareFollow, follow, listFollows } from "../lib/db/follows.ts";
import type { Fact } from "../lib/model/fact.ts";
import type { DailyWord, FollowedBrand } from "../lib/model/follow.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import { followNotices, runMode } from "../lib/settings.ts";
import { databases } from "./databases.ts";
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
} from "./testing/mount.ts";
import { answerSources, putDaily, recall } from "./testing/records.ts";
import { brandPage, shopPage } from "./testing/tab-states.ts";

const dayMs = 86_400_000;
const northwind: FollowedBrand = {
  brandId: "northwind.example",
  name: "Northwind Shoes",
  domain: "northwind.example",
  followedAt: Date.now() - 60 * dayMs,
};

function word(facts: readonly Fact[], threads: number): readonly DailyWord[] {
  return [{ day: "2026-05-20", facts, threads: { lemmy: threads } }];
}

/** A follow from two months ago, and what a daily file has told since. */
async function followWithNews(brand: FollowedBrand, ...titles: readonly string[]): Promise<void> {
  const { personal } = databases();
  await follow(personal, brand, word([], 20));
  const facts = titles.map((title) => recall(title, { title, daysAgo: 2 }));
  await compareFollow(
    personal,
    brand.brandId,
    { words: word(facts, titles.length > 0 ? 40 : 20) },
    Date.now(),
  );
}

function open(): HTMLElement {
  return mount(document.createElement("bt-following"));
}

async function openSidebar(state: TabState, framed = false): Promise<HTMLElement> {
  await putTab(state);
  return mount(Object.assign(document.createElement("bt-sidebar"), { fixedTabId: state.tabId, framed }));
}

/** Opens the header's menu and picks what is called so. */
async function choose(label: string): Promise<void> {
  (await until(() => find<HTMLButtonElement>("button[aria-haspopup=menu]"), "the menu")).click();
  (await until(() => find<HTMLButtonElement>("[role=menuitem]", label), label)).click();
}

beforeEach(async () => {
  fakeBrowser.reset();
  answerSources();
  useTheme("light");
  await emptyDatabases();
  await runMode.setValue("all-sites");
});
afterEach(() => {
  vi.restoreAllMocks();
  useLanguage("en", "ltr");
});

describe("the list of followed brands", () => {
  it("shows what is new of each, with its official page, until it is marked as seen", async () => {
    await followWithNews(northwind, "Northwind recalls kettles");
    await followWithNews({ brandId: "name:acme", name: "Acme", followedAt: Date.now() - dayMs });
    open();
    await until(() => find(".news li", "Northwind recalls kettles"), "the recall");
    expect(find<HTMLAnchorElement>("a", "kettles")?.rel).toBe("noopener noreferrer");
    expect(deepText(find(".news")!)).toContain("20 new conversations within a week");
    expect(deepAll(".tag.accent")).toHaveLength(2);
    await picture("following-light", 380, 600);
    useTheme("dark");
    await picture("following-dark", 320, 640);
    expectReflow();
    await expectAccessible();
    find<HTMLButtonElement>("button", "Mark as seen: updates about Northwind Shoes")?.click();
    await until(() => deepAll(".tag.accent").length === 0, "the marks gone");
    expect(find(".news li", "Northwind recalls kettles")).toBeDefined();
    expect(find("button", "Mark as seen")).toBeUndefined();
  });

  it("lets a brand go, says so and keeps the focus", async () => {
    await followWithNews(northwind);
    const list = open();
    (await until(() => find<HTMLButtonElement>("button", "Unfollow Northwind Shoes"), "the button")).click();
    await until(() => find("[role=status]", "You no longer follow Northwind Shoes."), "the word");
    await until(() => find(".none", "You follow no brand."), "the empty list");
    expect(list.shadowRoot?.activeElement?.tagName).toBe("H2");
    expect(await listFollows(databases().personal)).toEqual([]);
    await expectAccessible();
  });

  it("holds hostile titles and endless names as text", async () => {
    const endless = "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikationsbetriebe".repeat(3);
    await followWithNews({ ...northwind, name: endless }, `<img src=x onerror=alert(1)> ${endless}`);
    const list = open();
    await until(() => find(".news li", "onerror"), "the recall");
    expect(deepAll("img", list)).toEqual([]);
    await picture("following-long", 320, 900);
    expectReflow();
  });

  it("reads from right to left where the browser does", async () => {
    useLanguage("he", "rtl");
    await followWithNews({ ...northwind, name: "נורת׳ווינד" }, "ריקול של קומקומים");
    open();
    await until(() => find(".news li", "קומקומים"), "the recall");
    await picture("following-rtl", 320, 600);
    expectReflow();
    await expectAccessible();
  });
});

const box = (): HTMLInputElement | undefined => deepAll<HTMLInputElement>("input[type=checkbox]")[0];

describe("notifications", () => {
  it("are asked for by the press itself, and taken back with the switch", async () => {
    const request = vi.spyOn(fakeBrowser.permissions, "request").mockResolvedValue(true as never);
    const remove = vi.spyOn(fakeBrowser.permissions, "remove").mockResolvedValue(true as never);
    open();
    await until(() => box()?.disabled === false, "the switch");
    expect(box()?.checked).toBe(false);
    expect(request).not.toHaveBeenCalled();
    box()?.click();
    await until(() => followNotices.getValue(), "the setting");
    expect(request).toHaveBeenCalledExactlyOnceWith({ permissions: ["notifications"] });
    box()?.click();
    await until(async () => !(await followNotices.getValue()), "the setting taken back");
    await until(() => remove.mock.calls.length === 1, "the permission given back");
  });

  it("stay off where the browser does not allow them, and that is said", async () => {
    vi.spyOn(fakeBrowser.permissions, "request").mockResolvedValue(false as never);
    open();
    await until(() => box()?.disabled === false, "the switch");
    box()?.click();
    await until(() => find("[role=status]", "The browser did not allow it."), "the word");
    expect(box()?.checked).toBe(false);
    expect(await followNotices.getValue()).toBe(false);
  });
});

describe("in the sidebar", () => {
  it("a brand is followed and let go from its menu; what is known today is no news", async () => {
    await putDaily(databases().community, [recall("kettles")]);
    await openSidebar(brandPage);
    await choose("Follow");
    await until(async () => (await listFollows(databases().personal)).length === 1, "the follow");
    expect(await listFollows(databases().personal)).toMatchObject([
      { brandId: "northwind.example", name: "Northwind Shoes", domain: "northwind.example", news: [] },
    ]);
    await until(() => find("[role=status]", "You follow Northwind Shoes now."), "the word");
    expect(find("bt-follow-line div")).toBeUndefined();
    await choose("Following");
    await until(async () => (await listFollows(databases().personal)).length === 0, "no follow");
  });

  it("a brand without a site is followed by its name", async () => {
    await openSidebar(shopPage);
    await choose("Follow");
    const row = await until(async () => (await listFollows(databases().personal))[0], "the follow");
    expect(row).toMatchObject({ brandId: "name:puma fan", name: "Puma Fan" });
    expect(row).not.toHaveProperty("domain");
  });

  it.each([
    ["in a private window", { ...brandPage, isPrivate: true }, false],
    ["inside a page", brandPage, true],
  ] as const)("nothing is followed %s", async (_, state, framed) => {
    await openSidebar(state, framed);
    (await until(() => find<HTMLButtonElement>("button[aria-haspopup=menu]"), "the menu")).click();
    await until(() => find("[role=menuitem]", "Options"), "the menu's items");
    expect(find("[role=menuitem]", "Follow")).toBeUndefined();
  });

  it("one quiet line tells of updates and leads to them", async () => {
    await followWithNews(northwind, "Northwind recalls kettles");
    await openSidebar(brandPage);
    const see = await until(
      () => find<HTMLButtonElement>("button", "See 2 updates about brands you follow"),
      "the line",
    );
    await picture("follow-line", 380, 500);
    await expectAccessible();
    see.click();
    await until(() => find(".news li", "Northwind recalls kettles"), "the list");
    expect(find("[role=tab][aria-selected=true]", "Yours")).toBeDefined();
    expect(find("bt-follow-line")).toBeUndefined();
    await picture("follow-mine", 380, 700);
    await expectAccessible();
  });
});
