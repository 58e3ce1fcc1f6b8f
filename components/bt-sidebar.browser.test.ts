import { background, commands, dropTab, fakeBrowser, putTab } from "./testing/extension.ts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import "./bt-sidebar.ts";
import { DatabaseNewerError } from "../lib/db/database-error.ts";
import { saveDraft } from "../lib/db/drafts.ts";
import { saveCursor } from "../lib/db/sync-state.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import { runMode } from "../lib/settings.ts";
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
import { answerSources, manyFacts, putDaily } from "./testing/records.ts";
import { brandPage, shopPage } from "./testing/tab-states.ts";
import { brandUri, seedBrand } from "./testing/world.ts";

type Sidebar = HTMLElementTagNameMap["bt-sidebar"];

function openSidebar(options: Partial<Pick<Sidebar, "fixedTabId" | "framed">> = {}): Sidebar {
  const sidebar = document.createElement("bt-sidebar");
  Object.assign(sidebar, { fixedTabId: 1, ...options });
  return mount(sidebar);
}

/** The brand's page, were it about these. */
function pageAbout(...keys: string[]): TabState {
  return { ...brandPage, resolution: { brand: { ...brandPage.resolution.brand!, keys } } };
}

async function bothThemes(name: string, width = 380, height = 900): Promise<void> {
  useTheme("light");
  await picture(`${name}-light`, width, height);
  useTheme("dark");
  await picture(`${name}-dark`, width, height);
}

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  await emptyDatabases();
  await runMode.setValue("all-sites");
});

describe("a brand with reviews", () => {
  beforeEach(async () => {
    await seedBrand(databases().community);
    await putTab(brandPage);
  });

  it("shows the score with its evidence and the newest review", async () => {
    const sidebar = openSidebar();
    await until(() => find("bt-review", "anna_k"), "the newest review");
    const text = deepText(sidebar);
    expect(text).toContain("56 reviews");
    expect(text).toContain("This site shows 4.8");
    expect(text).toContain("Plain average");
    expect(text).toContain("Northwind Shoes GmbH");
    expect(text).toContain("/shoes/trail-runner-2");
    await bothThemes("brand", 380, 1250);
    await picture("brand-320", 320, 1300);
    expectReflow();
    await expectAccessible();
  });

  it("leads with a recall, which leads to all facts", async () => {
    answerSources();
    await putDaily(databases().community, manyFacts());
    openSidebar();
    const notice = await until(() => find(".notice", "3 recalls by Northwind Shoes"), "the notice");
    const review = await until(() => find("bt-review", "anna_k"), "the newest review");
    expect(notice.getBoundingClientRect().bottom).toBeLessThanOrEqual(review.getBoundingClientRect().top);
    await bothThemes("recall", 380, 900);
    await picture("recall-320", 320, 900);
    expectReflow();
    await expectAccessible();
    find<HTMLButtonElement>("button", "All facts")?.click();
    await until(() => find("[role=tab][aria-selected=true]", "Facts"), "the tab");
    await until(() => find("bt-fact", "Northwind recalls kettles"), "the facts");
    await bothThemes("facts-tab", 380, 900);
    await expectAccessible();
  });

  it("lists all reviews, and those of one star bar", async () => {
    openSidebar();
    (await until(() => find<HTMLButtonElement>("button", "2 stars: 6 reviews"))).click();
    await until(() => find("bt-review-list bt-review, bt-review", "דנה"), "the review with two stars");
    expect(find("bt-review", "anna_k")).toBeUndefined();
    await picture("reviews-filtered", 380, 1200);
    (await until(() => find<HTMLButtonElement>("button", "Clear filters"))).click();
    await until(() => find("bt-review", "anna_k"), "all reviews again");
    expect(deepText(document.body)).toContain("own experience");
    await bothThemes("reviews", 380, 1600);
    expectReflow();
    await expectAccessible();
  });

  it("opens replies and says why a review counts", async () => {
    openSidebar();
    (await until(() => find<HTMLButtonElement>("button", "Reply 2: review by anna_k"))).click();
    await until(() => find("bt-replies", "Everyone with a pair from March"), "the reply");
    (await until(() => find<HTMLButtonElement>("button", "Why the review by anna_k"))).click();
    await until(() => find(".why", "One voice"), "the reason");
    await bothThemes("thread", 380, 1250);
    await expectAccessible();
  });

  it("keeps the lenses apart", async () => {
    openSidebar();
    const tab = await until(() => find("[role=tab]", "This product"));
    tab.click();
    const card = await until(() => find("bt-score-card", "This page shows 4.9"), "the product's score");
    expect(deepText(card)).toContain(" 6 reviews");
    tab.focus();
    tab.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, composed: true }));
    await until(() => find("bt-score-card", "56 reviews"), "the brand's score");
    await until(() => find("[role=tab][aria-selected=true]", "Brand"), "the brand's tab");
  });

  it("counts at once what else the page turns out to be about", async () => {
    await putTab(pageAbout("https://else.example"));
    openSidebar();
    await until(() => find("h2", "Nobody has written"), "that there is nothing");
    await putTab(pageAbout("https://else.example", brandUri));
    await until(() => find("bt-score-card", "56 reviews"), "the figure");
  });

  it("asks for nothing but the page's own words while one reads", async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    openSidebar();
    await until(() => find("bt-review", "anna_k"));
    await until(() => commands.length > 1);
    expect(commands).toEqual([
      { name: "readBehind", data: 1 },
      { name: "readOwnReviews", data: 1 },
    ]);
    expect(fetched).not.toHaveBeenCalled();
  });

  it("votes after saying once what signing means", async () => {
    background.voteReview = async () => ({ ok: true, value: "a".repeat(32) });
    openSidebar();
    (await until(() => find<HTMLButtonElement>("button", "Helpful 12: review by anna_k"))).click();
    await until(() => deepAll<HTMLDialogElement>("dialog").find(({ open }) => open), "the notice");
    expect(commands.filter(({ name }) => !name.startsWith("read"))).toEqual([]);
    await picture("vote-first", 380, 900);
    await expectAccessible();
    (await until(() => find<HTMLButtonElement>("button", "Sign and send"))).click();
    await until(() => commands.find(({ name }) => name === "voteReview"), "the vote");
  });
});

describe("following the tab", () => {
  it("follows when nothing is open, and asks when something is being written", async () => {
    await fakeBrowser.tabs.update(1, { active: true }).catch(() => undefined);
    await seedBrand(databases().community, { crowd: 0 });
    await putTab(brandPage);
    const sidebar = openSidebar();
    (await until(() => find<HTMLButtonElement>("button", "Say something about Northwind"))).click();
    const area = await until(() => deepAll<HTMLTextAreaElement>("textarea")[0]);
    area.value = "The laces";
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await putTab({ ...shopPage, tabId: 1 });
    await until(() => find(".switch", "Now on Puma Fan"), "the line");
    expect(deepText(sidebar)).toContain("Northwind Shoes");
    await bothThemes("switch");
    await expectAccessible();
    (await until(() => find<HTMLButtonElement>("button", "Switch"))).click();
    await until(() => find("h1", "Puma Fan"), "the other page");
  });
});

describe("where there is little to say", () => {
  it("leads with what the page tells and two useful next steps", async () => {
    await putTab(brandPage);
    await saveCursor(databases().community, {
      id: "https://api.example",
      kind: "server",
      phase: "first-copy",
      offset: 3000,
      since: 0,
      fetched: 3400,
      total: 11_000,
      attempts: 0,
    });
    openSidebar();
    await until(() => find("bt-overview", "Nobody has written about Northwind Shoes here yet"));
    await until(() => find("bt-sync-line", "3,400"), "the progress");
    expect(find("a", "Where reviews come from")).toBeDefined();
    await bothThemes("empty");
    await expectAccessible();
  });

  it("says so of a brand that has no address, as a stranger's shop names it, and does not wait", async () => {
    const { subject: _, ...unaddressed } = shopPage.resolution.brand!;
    await putTab({ ...shopPage, tabId: 1, resolution: { brand: { ...unaddressed, keys: [] } } });
    const sidebar = openSidebar();
    await until(
      () => deepText(sidebar).includes("Nobody has written about Puma Fan here yet"),
      "what is true",
    );
    expect(find("bt-subject-view [role=progressbar]")).toBeUndefined();
    expect(find("[role=tab]", "Overview")).toBeDefined();
  });

  it("says so on a page about nothing, and on pages that no extension may read", async () => {
    await putTab({ ...brandPage, resolution: {}, url: "https://news.example/today", kind: "article" });
    openSidebar();
    await until(() => find("h1", "Nothing to say here"));
    await picture("no-brand", 380, 500);
    await expectAccessible();
    await dropTab(1);
    await until(() => find("h1", "No extension may read this page"));
    await bothThemes("restricted", 320, 500);
    expectReflow();
    await expectAccessible();
  });

  it("reads a page only on a press where the person chose so", async () => {
    await runMode.setValue("on-click");
    background.readTab = async () => ({ ok: false, error: { code: "permission" } });
    openSidebar();
    const button = await until(() => find<HTMLButtonElement>("button", "Read this page"));
    expect(commands).toEqual([]);
    button.click();
    await until(() => find("bt-place-notice", "Press the Backtalk icon"), "what to do");
    await bothThemes("unread", 320, 500);
    expectReflow();
    await expectAccessible();
  });

  it("offers no choices that would be stored in a private tab, and says how its texts are kept", async () => {
    await putTab({ ...brandPage, isPrivate: true });
    openSidebar();
    (await until(() => find<HTMLButtonElement>("button", "Say something about Northwind"))).click();
    await until(() => find("bt-composer-form p", "kept in memory only") ?? find("p", "kept in memory only"));
    (await until(() => find<HTMLButtonElement>("bt-menu button, button", "Northwind Shoes"))).click();
    expect(find("[role=menuitem]", "Hide")).toBeUndefined();
    await bothThemes("private", 320, 1100);
    expectReflow();
    await expectAccessible();
  });

  it("shows the two unaddressable lenses and a long name without sideways scrolling", async () => {
    const name = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ‮and sons";
    const { brand } = shopPage.resolution;
    await putTab({
      ...shopPage,
      tabId: 1,
      resolution: { ...shopPage.resolution, ...(brand && { brand: { ...brand, name } }) },
    });
    openSidebar();
    await until(() => find("h1", "Donau"));
    await picture("long-name", 320, 900);
    expectReflow();
    await expectAccessible();
  });
});

describe("samples", () => {
  it("labels everything that comes from the sample world", async () => {
    await seedBrand(databases().community, { isSample: true, crowd: 0 });
    await putTab(brandPage);
    openSidebar();
    const review = await until(() => find("bt-review", "anna_k"));
    expect(deepText(review)).toContain("Sample");
    expect(find("bt-score-card", "Sample data")).toBeDefined();
    await bothThemes("sample");
    await expectAccessible();
  });
});

describe("inside a page", () => {
  it("offers nothing to write, vote or change", async () => {
    await seedBrand(databases().community, { crowd: 0 });
    await saveDraft(databases().personal, {
      subjectKey: brandUri,
      subject: brandUri,
      title: "Northwind",
      text: "private thought",
      ownExperience: false,
      affiliated: false,
      nickname: "",
      updatedAt: 1,
    });
    await putTab(brandPage);
    const sidebar = openSidebar({ framed: true });
    await until(() => find("bt-review", "anna_k"));
    expect(find("bt-menu", "More about the review")).toBeUndefined();
    expect(deepAll("bt-composer, bt-mine, textarea")).toEqual([]);
    expect(find("button", "Helpful")).toBeUndefined();
    expect(deepText(sidebar)).not.toContain("private thought");
    expect(find<HTMLAnchorElement>("a", "Write in a new tab")?.href).toContain(
      "sidepanel.html?tab=1&write=1",
    );
    await picture("framed", 380, 900);
    await expectAccessible();
  });
});

describe("when the saved reviews cannot be read", () => {
  it("says that a newer Backtalk wrote them, and keeps the rest of the page", async () => {
    const { community } = databases();
    const bulkGet = vi.spyOn(community.summaries, "bulkGet").mockImplementation(() => {
      throw new DatabaseNewerError();
    });
    await putTab(brandPage);
    const sidebar = openSidebar();
    await until(() => find("[role=alert]", "Please update Backtalk"), "the words");
    expect(deepText(sidebar)).toContain("Northwind Shoes");
    await bothThemes("newer", 380, 500);
    await expectAccessible();
    bulkGet.mockRestore();
    (await until(() => find<HTMLButtonElement>("button", "Try again"))).click();
    await until(() => find("bt-overview", "Nobody has written about"), "the sidebar again");
  });
});
