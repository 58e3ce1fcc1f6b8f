import { fakeBrowser, putTab } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-sidebar.ts";
import { runMode } from "../lib/settings.ts";
import type { SidebarFocus } from "../lib/model/sidebar-focus.ts";
import type { TabState } from "../lib/model/tab-state.ts";
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
import { seedBrand } from "./testing/world.ts";

type Sidebar = HTMLElementTagNameMap["bt-sidebar"];

const feed: TabState = {
  ...shopPage,
  tabId: 1,
  url: "https://social.example/home#top",
  resolution: {},
  claimedRatings: [],
};
const { brand } = brandPage.resolution;
if (!brand) throw new Error("the page of a brand has none");

async function pressChip(changes: Partial<SidebarFocus> = {}): Promise<void> {
  const focus: SidebarFocus = {
    tabId: 1,
    url: "https://social.example/home",
    brand: brand!,
    quote: {
      text: "هذه الأحذية <b>ممتازة</b>",
      author: "Noor",
      url: "https://social.example/noor/1",
    },
    at: Date.now() + 1,
    ...changes,
  };
  await fakeBrowser.storage.session.set({ "focus:1": focus });
}

function openSidebar(options: Partial<Pick<Sidebar, "framed">> = {}): Sidebar {
  const sidebar = document.createElement("bt-sidebar");
  Object.assign(sidebar, { fixedTabId: 1, ...options });
  return mount(sidebar);
}

async function write(text: string): Promise<void> {
  (await until(() => find<HTMLButtonElement>("button", "Say something about"))).click();
  const area = await until(() => deepAll<HTMLTextAreaElement>("textarea")[0]);
  area.value = text;
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabases();
  await runMode.setValue("all-sites");
  await putTab(feed);
});

describe("a brand that was asked about beside a post", () => {
  it("stands with the post above it, as text, and with the composer on it", async () => {
    await seedBrand(databases().community, { crowd: 0 });
    await pressChip();
    openSidebar();
    const quote = await until(() => find("blockquote"), "the post");
    expect(quote.textContent).toBe("هذه الأحذية <b>ممتازة</b>");
    expect(getComputedStyle(quote).direction).toBe("rtl");
    expect(find<HTMLAnchorElement>("a", "Open the post")?.href).toBe("https://social.example/noor/1");
    await until(() => find("bt-review", "anna_k"), "what people say of the brand");
    expect(find("h1", "Northwind Shoes")).toBeDefined();
    expect(find("button", "Say something about Northwind Shoes")).toBeDefined();
    expect(find("bt-page-facts")).toBeUndefined();
    for (const theme of ["light", "dark"] as const) {
      useTheme(theme);
      await picture(`focus-${theme}`, 380, 900);
    }
    await picture("focus-320", 320, 900);
    expectReflow();
    await expectAccessible();
  });

  it.each(["button", "Escape"])("gives way to the page by %s, and nothing of it is left", async (how) => {
    await pressChip();
    openSidebar();
    const back = await until(() => find<HTMLButtonElement>("button", "Back to this page"));
    if (how === "button") back.click();
    else document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", cancelable: true }));
    await until(() => find("h1", "Nothing to say here"), "the page");
    expect(await fakeBrowser.storage.session.get("focus:1")).toEqual({});
  });

  it("is followed at once while one reads, and by its newer post", async () => {
    await seedBrand(databases().community);
    await putTab({ ...brandPage, url: feed.url });
    openSidebar();
    await until(() => find("bt-review", "anna_k"));
    document.body.style.minHeight = "400vh";
    scrollTo(0, 500);
    await pressChip();
    await until(() => find("bt-quote", "Noor"), "the post");
    expect(scrollY).toBe(0);
    await pressChip({ at: Date.now() + 2, quote: { text: "Another one" } });
    await until(() => find("bt-quote", "Another one"), "the other post");
    document.body.style.minHeight = "";
  });

  it("waits while something is being written", async () => {
    await putTab({ ...shopPage, tabId: 1, url: feed.url });
    const sidebar = openSidebar();
    await write("The laces");
    await pressChip();
    await until(() => find(".switch", "Now on Northwind Shoes"), "the line");
    expect(find("bt-quote")).toBeUndefined();
    expect(deepText(sidebar)).toContain("Puma Fan");
    (await until(() => find<HTMLButtonElement>("button", "Switch"))).click();
    await until(() => find("bt-quote", "Noor"), "the post");
  });

  it.each([
    ["another page", { url: "https://social.example/elsewhere" }],
    ["another tab", { tabId: 7 }],
  ])("is ignored when it was asked on %s", async (_, changes) => {
    await pressChip(changes);
    openSidebar();
    await until(() => find("h1", "Nothing to say here"));
    expect(find("bt-quote")).toBeUndefined();
  });

  it("opens nothing but the web", async () => {
    await pressChip({ quote: { text: "Look", url: "javascript:alert(1)" } });
    openSidebar();
    await until(() => find("bt-quote", "Look"));
    expect(find("a", "Open the post")).toBeUndefined();
  });

  it("can be read, but not written about, inside a page", async () => {
    await pressChip();
    openSidebar({ framed: true });
    await until(() => find("bt-quote", "Noor"));
    expect(deepAll("bt-composer, textarea")).toEqual([]);
    await expectAccessible();
  });
});
