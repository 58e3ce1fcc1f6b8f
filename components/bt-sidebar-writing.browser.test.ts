import { commands, fakeBrowser, putTab } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-sidebar.ts";
import { draftOf } from "../lib/db/drafts.ts";
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
import { brandPage, shopPage } from "./testing/tab-states.ts";
import { brandUri } from "./testing/world.ts";

type Sidebar = HTMLElementTagNameMap["bt-sidebar"];

function openSidebar(options: Partial<Pick<Sidebar, "framed" | "isForWriting">> = {}): Sidebar {
  const sidebar = document.createElement("bt-sidebar");
  Object.assign(sidebar, { fixedTabId: 1, ...options });
  return mount(sidebar);
}

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  await emptyDatabases();
  await runMode.setValue("all-sites");
});

const strangersPage: TabState = {
  ...brandPage,
  url: "https://chatter.example/jane",
  resolution: {},
  site: {
    lens: "brand",
    brandId: "chatter.example",
    name: "chatter.example",
    known: false,
    subject: "https://chatter.example",
    keys: ["https://chatter.example"],
    evidence: [{ code: "domain-only", detail: "chatter.example" }],
  },
};

async function isIntentKept(): Promise<boolean> {
  const stored: Record<string, unknown> = await fakeBrowser.storage.session.get("intent");
  return stored["intent"] !== undefined;
}

describe("a page without a brand", () => {
  it("offers its site to be written about", async () => {
    await putTab(strangersPage);
    openSidebar();
    (await until(() => find<HTMLButtonElement>("button", "Say something about chatter.example"))).click();
    const composer = await until(() => find("bt-composer-form", "About chatter.example"));
    expect(deepText(composer)).toContain("https://chatter.example");
    expect(find("bt-place-notice", "What you write here is about the site itself.")).toBeDefined();
    for (const theme of ["light", "dark"] as const) {
      useTheme(theme);
      await picture(`site-offer-${theme}`, 400, 760);
    }
    await picture("site-offer-320", 320, 800);
    expectReflow();
    await expectAccessible();
  });

  it("offers in a frame the way to where one can write", async () => {
    await putTab(strangersPage);
    openSidebar({ framed: true });
    await until(() => find<HTMLAnchorElement>('a[href="sidepanel.html?tab=1&write=1"]'), "the link");
    expect(find("bt-place-notice", "the site itself")).toBeUndefined();
  });

  it("offers nothing where the address is nobody's site", async () => {
    const { site: _, ...local } = strangersPage;
    await putTab(local);
    openSidebar();
    await until(() => find("bt-place-notice", "Nothing to say here"));
    expect(deepAll("bt-composer")).toEqual([]);
  });
});

describe("the shortcut for writing", () => {
  it("opens the composer of the tab it was pressed in, once", async () => {
    await putTab(brandPage);
    await fakeBrowser.storage.session.set({ intent: { tabId: 1, what: "write", at: Date.now() } });
    openSidebar();
    await until(() => deepAll("textarea:focus").length === 1, "the open composer");
    await until(async () => {
      const stored: Record<string, unknown> = await fakeBrowser.storage.session.get("intent");
      return !stored["intent"];
    }, "the used intent");
  });

  const selected = { tabId: 1, what: "write", url: brandPage.url, selection: "Made to last a lifetime" };

  it("quotes what was selected, once, below nothing and above the person's own words", async () => {
    await putTab(brandPage);
    await fakeBrowser.storage.session.set({ intent: { ...selected, at: Date.now() } });
    openSidebar();
    const field = await until(() => deepAll<HTMLTextAreaElement>("textarea")[0], "the open composer");
    expect(field.value).toBe("“Made to last a lifetime”\n\n");
    expect(field.selectionStart).toBe(field.value.length);
    await until(async () => !(await isIntentKept()), "the used intent");
    expect(commands.filter(({ name }) => name === "postDraft")).toEqual([]);
    await fakeBrowser.storage.session.set({ intent: { ...selected, at: Date.now() } });
    await until(async () => !(await isIntentKept()), "the second press");
    expect(field.value).toBe("“Made to last a lifetime”\n\n");
    for (const theme of ["light", "dark"] as const) {
      useTheme(theme);
      await picture(`quoted-${theme}`, 400, 700);
    }
    await picture("quoted-320", 320, 760);
    expectReflow();
    await expectAccessible();
  });

  it("quotes nothing of a page that the tab has left", async () => {
    await putTab(brandPage);
    await fakeBrowser.storage.session.set({
      intent: { ...selected, url: "https://northwind.example/other", at: Date.now() },
    });
    openSidebar();
    await until(() => find("bt-overview"));
    expect(deepAll("textarea")).toEqual([]);
  });

  it("forgets a press that was not meant for what is shown", async () => {
    await putTab(brandPage);
    await fakeBrowser.storage.session.set({ intent: { ...selected, tabId: 9, at: Date.now() - 60_000 } });
    openSidebar();
    await until(async () => !(await isIntentKept()), "no intent");
    expect(deepAll("textarea")).toEqual([]);
  });

  it("waits while something about another page is written, however long, and loses neither", async () => {
    await putTab(brandPage);
    const sidebar = openSidebar();
    await until(() => find("bt-overview"));
    await sidebar.compose();
    const field = await until(() => deepAll<HTMLTextAreaElement>("textarea")[0]);
    field.value = "Half a sen";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const other = { ...shopPage, tabId: 1 };
    await putTab(other);
    await until(() => find("button", "Switch"), "the line that offers the other page");
    await fakeBrowser.storage.session.set({
      intent: { ...selected, url: other.url, at: Date.now() - 60_000 },
    });
    expect(field.value).toBe("Half a sen");
    (await until(() => find<HTMLButtonElement>("button", "Switch"))).click();
    await until(
      () => deepAll<HTMLTextAreaElement>("textarea").some(({ value }) => value.startsWith("“Made to last")),
      "the quote about the other page",
    );
    expect(await draftOf(databases().personal, brandUri)).toMatchObject({ text: "Half a sen" });
  });

  it("says in a private window that what was selected is not taken along", async () => {
    await putTab({ ...brandPage, isPrivate: true });
    const intent = { tabId: 1, what: "write", isSelectionDropped: true, at: Date.now() };
    await fakeBrowser.storage.session.set({ intent });
    openSidebar();
    await until(() => find("[role=status]", "what you selected is kept nowhere"), "the line");
    expect(deepAll<HTMLTextAreaElement>("textarea")[0]?.value).toBe("");
  });

  it("opened in a page of its own, waits for the tab to be read", async () => {
    openSidebar({ isForWriting: true });
    await until(() => find("bt-place-notice"));
    await putTab(brandPage);
    await until(() => deepAll("textarea:focus").length === 1, "the open composer");
  });

  it("does nothing inside a page", async () => {
    await putTab(brandPage);
    await fakeBrowser.storage.session.set({ intent: { tabId: 1, what: "write", at: Date.now() } });
    openSidebar({ framed: true });
    await until(() => find("bt-overview"));
    expect(deepAll("textarea")).toEqual([]);
  });
});
