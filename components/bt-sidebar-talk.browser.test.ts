import { background, commands, fakeBrowser, putTab } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-sidebar.ts";
import { ok } from "../lib/model/result.ts";
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
import { brandPage, shopPage } from "./testing/tab-states.ts";
import { answerOf, conversationRow, dailyRow, someAnswers, somePlan, talkThread } from "./testing/talk.ts";

type Sidebar = HTMLElementTagNameMap["bt-sidebar"];

function openSidebar(options: Partial<Pick<Sidebar, "framed">> = {}): Sidebar {
  return mount(Object.assign(document.createElement("bt-sidebar"), { fixedTabId: 1, ...options }));
}
const stopped = (): readonly unknown[] =>
  commands.filter(({ name }) => name === "stopSearch").map(({ data }) => data);
const planned = (): readonly unknown[] =>
  commands.filter(({ name }) => name === "planSearch").map(({ data }) => data);
const press = async (selector: string, text: string): Promise<void> =>
  (await until(() => find(selector, text), text)).click();

async function searchNow(): Promise<void> {
  await press("[role=tab]", "Talk");
  await press("button.search", "Search");
  await press("button", "Search 4 places");
  await until(() => commands.some(({ name }) => name === "search"));
}

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  background.listSources = async () => ok([]);
  background.planSearch = async () => ok(somePlan);
  background.search = async () => ok(undefined);
  background.readThread = async () => ok(undefined);
  await emptyDatabases();
  await runMode.setValue("all-sites");
  await putTab(brandPage);
});

describe("the Talk tab", () => {
  it("is there for brand and shop, not for a product, whose name would tell what page one is on", async () => {
    openSidebar();
    await until(() => find("[role=tab]", "Talk"));
    await press("[role=tab]", "This product");
    await until(() => find("bt-header h1, h1", "Trail Runner 2"));
    expect(find("[role=tab]", "Talk")).toBeUndefined();
    await putTab({ ...shopPage, tabId: 1 });
    await press("[role=tab]", "This shop");
    await press("[role=tab]", "Talk");
    await press("button.search", "Search");
    await until(() => find("h2:focus", "Where to search for Everything Mart"));
    expect(planned().at(-1)).toEqual({
      brandId: "mart.example",
      name: "Everything Mart",
      domain: "mart.example",
    });
  });

  it("shows the whole of it at any width", async () => {
    await databases().community.answers.bulkPut([...someAnswers()]);
    openSidebar();
    await press("[role=tab]", "Talk");
    await until(() => find("article", "soles come off"));
    useTheme("light");
    await picture("sidebar-talk-light", 380, 900);
    await picture("sidebar-talk-320", 320, 900);
    expectReflow();
    useTheme("dark");
    await picture("sidebar-talk-dark", 380, 900);
    await expectAccessible();
  });
});

describe("a search under way", () => {
  it("ends when the sidebar turns to another brand", async () => {
    openSidebar();
    await searchNow();
    expect(stopped()).toEqual([]);
    await putTab({ ...shopPage, tabId: 1 });
    await until(() => stopped().length > 0, "the end of it");
    expect(stopped()).toEqual(["northwind.example"]);
  });

  it("goes on when another tab of the sidebar is chosen, and ends when the sidebar closes", async () => {
    const sidebar = openSidebar();
    await searchNow();
    await press("[role=tab]", "Overview");
    await until(() => find("bt-overview"));
    expect(stopped()).toEqual([]);
    sidebar.remove();
    await until(() => stopped().length > 0, "the end of it");
    expect(stopped()).toEqual(["northwind.example"]);
  });

  it("is announced as answers come", async () => {
    openSidebar();
    await searchNow();
    await databases().community.answers.put(answerOf("lemmy", "Lemmy", { state: "asked", at: Date.now() }));
    await until(() => find("bt-talk-progress", "0 of 1"));
    await databases().community.answers.put(
      answerOf("lemmy", "Lemmy", { threads: [talkThread("lemmy", "1")] }),
    );
    await until(() => find("[role=status]", "1 of 1 places have answered."));
  });
});

it("does not take a conversation away that is being read", async () => {
  const [hackernews] = someAnswers();
  await databases().community.answers.put(hackernews!);
  await databases().community.conversations.put(conversationRow(hackernews!.threads[0]!));
  openSidebar();
  await press("[role=tab]", "Talk");
  await press("h2 .title", "soles come off");
  await until(() => find(".rich", "They came off after two months"));
  await putTab({ ...shopPage, tabId: 1 });
  await until(() => find(".switch", "Now on Puma Fan"), "the line");
  expect(find("bt-conversation", "soles come off")).toBeDefined();
  await press("button", "Switch");
  await until(() => find("h1", "Puma Fan"));
});

describe("the overview", () => {
  it("shows the two newest conversations and the way to all of them; never what looks like advertising", async () => {
    await databases().community.answers.bulkPut([...someAnswers()]);
    openSidebar();
    const card = await until(() => find("bt-newest-talk", "Newest conversations"));
    const titles = deepAll("li .title", card.shadowRoot!).map((title) => deepText(title).trim());
    expect(titles.map((title) => title.slice(0, 13))).toEqual(["Three winters", "Northwind's s"]);
    useTheme("light");
    await picture("overview-talk-light", 380, 900);
    await expectAccessible();
    await press("button", "All conversations");
    await until(() => find("article", "soles come off"));
  });

  it("opens one of them here, and leads back to it in the list", async () => {
    await databases().community.answers.bulkPut([...someAnswers()]);
    openSidebar();
    await until(() => find("p.meta", "Opening one here asks its place for that one conversation."));
    await press("li .title", "Northwind's soles come off");
    await until(() => find("h2:focus", "Northwind's soles come off"), "the conversation");
    // At the top below the tabs at once, although nothing that was said in it has come.
    await until(
      () => find("bt-conversation")!.getBoundingClientRect().top < 80,
      "the conversation at the top",
    );
    expect(find("[role=tab][aria-selected=true]", "Talk")).toBeDefined();
    await until(() => commands.some(({ name }) => name === "readThread"));
    await press("button", "All conversations");
    await until(() => find(".title:focus", "Northwind's soles come off"), "the focus");
    // What was pressed once is not heeded again.
    await press("[role=tab]", "Overview");
    await until(() => find("bt-newest-talk", "Newest"));
    await press("[role=tab]", "Talk");
    await until(() => find("article", "soles come off"));
    expect(find("bt-conversation")).toBeUndefined();
  });

  it("opens what a quote comes from without asking anybody", async () => {
    const thread = talkThread("lemmy", "7", { title: "Boots?" });
    await databases().community.conversations.put(conversationRow(thread));
    const sidebar = openSidebar();
    const overview = await until(() => find("bt-overview"));
    await until(() => find("bt-search-preview", "Who can be asked"), "everything that is read at first");
    overview.dispatchEvent(
      new CustomEvent("bt-read", { detail: { thread, isKept: true }, bubbles: true, composed: true }),
    );
    await until(() => find("h2:focus", "Boots?"));
    await until(() => find(".rich", "They came off after two months"));
    expect(commands.filter(({ name }) => name === "readThread")).toEqual([]);
    await press("button", "Fetch again");
    await until(() => commands.some(({ name }) => name === "readThread"));
    sidebar.remove();
  });

  it("of a brand with nothing tells who can be asked, and leads to the list in one press", async () => {
    openSidebar();
    const preview = await until(() => find("bt-search-preview", "Who can be asked"));
    expect(deepText(preview)).toMatch(
      /Conversations Hacker News and Lemmy \(lemmy\.world\) Official records CPSC recalls Reference Wikidata/,
    );
    expect(deepText(preview)).toMatch(
      /only the brand's name or domain: .*northwind\.example.* and .*Northwind Shoes/,
    );
    expect(find("a[aria-label='Search on Reddit']")).toBeDefined();
    useTheme("light");
    await picture("overview-nothing-light", 380, 900);
    await picture("overview-nothing-320", 320, 900);
    expectReflow();
    useTheme("dark");
    await picture("overview-nothing-dark", 380, 900);
    await expectAccessible();
    await press("button", "See what is said elsewhere");
    await until(() => find("h2:focus", "Where to search for Northwind Shoes"), "the list");
    expect(commands.filter(({ name }) => name === "search")).toEqual([]);
    await press("button", "Cancel");
    await until(() => find("button.search:focus", "Search"), "the focus");
  });

  it("once searched, leads with what was found and does not offer the first search again", async () => {
    await databases().community.answers.bulkPut([...someAnswers()]);
    openSidebar();
    const empty = await until(() => find("h2", "Nobody has written about"));
    const newest = await until(() => find("bt-newest-talk", "Newest conversations"));
    expect(newest.getBoundingClientRect().top).toBeLessThan(empty.getBoundingClientRect().top);
    expect(find("button", "See what is said elsewhere")).toBeUndefined();
    expect(find("bt-search-preview", "Who can be asked")).toBeUndefined();
  });

  it("offers no search in a private window", async () => {
    await putTab({ ...brandPage, isPrivate: true });
    openSidebar();
    await until(() => find("h2", "Nobody has written about"));
    await databases().community.answers.bulkPut([...someAnswers()]);
    // Titles lead to the originals: nothing is fetched here.
    await until(() => find("li a", "Three winters"));
    expect(find("button", "See what is said elsewhere")).toBeUndefined();
    expect(commands.filter(({ name }) => name === "planSearch")).toEqual([]);
  });

  it("shows the newest of the daily file where nothing was searched, and nothing where there is nothing", async () => {
    openSidebar();
    await until(() => find("bt-overview"));
    expect(find("bt-newest-talk", "Newest")).toBeUndefined();
    await databases().community.dailyBrands.put(dailyRow());
    await until(() => find("bt-newest-talk", "Northwind opens its repair manuals"));
  });
});

it("only reads inside a page", async () => {
  await databases().community.answers.bulkPut([...someAnswers()]);
  openSidebar({ framed: true });
  await press("[role=tab]", "Talk");
  await until(() => find("article", "soles come off"));
  expect(find("button", "Search again")).toBeUndefined();
  await until(() => find("p", "Inside a page Backtalk only reads."));
  await expectAccessible();
});
