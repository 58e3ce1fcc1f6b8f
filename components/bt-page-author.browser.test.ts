import { background, fakeBrowser, putTab } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-sidebar.ts";
import { choosePerson, listPeople } from "../lib/db/people.ts";
import { noBehind } from "../lib/model/behind.ts";
import type { TabState } from "../lib/model/tab-state.ts";
import { runMode } from "../lib/settings.ts";
import { databases } from "./databases.ts";
import { Voice } from "./testing/authors.ts";
import {
  deepAll,
  deepText,
  emptyDatabases,
  expectAccessible,
  find,
  mount,
  picture,
  until,
} from "./testing/mount.ts";
import { answerSources } from "./testing/records.ts";
import { brandPage } from "./testing/tab-states.ts";

/** Somebody's own page, about no brand. */
const ownPage: TabState = {
  ...brandPage,
  tabId: 31,
  url: "https://anna.example/",
  title: "Anna",
  siteKey: "anna.example",
  kind: "home",
  resolution: {},
  claimedRatings: [],
};

let anna: Voice;
let asked = 0;

beforeEach(async () => {
  fakeBrowser.reset();
  answerSources();
  await emptyDatabases();
  await runMode.setValue("all-sites");
  anna = await Voice.of(databases().community);
  await anna.review({ nickname: "anna_k", opinion: "The soles came off." });
  asked = 0;
  background.readBehind = async () => {
    asked += 1;
    const key = { author: anna.author, kid: anna.key.kid, name: "Anna", address: "anna.example" };
    return { ok: true, value: { ...noBehind, keys: [key] } };
  };
});

async function openSidebar(state: TabState, framed = false): Promise<HTMLElement> {
  await putTab(state);
  return mount(Object.assign(document.createElement("bt-sidebar"), { fixedTabId: state.tabId, framed }));
}

const card = async (): Promise<HTMLElement> =>
  until(() => find("section.card", "This page belongs to a reviewer"), "the reviewer");
const people = async () => listPeople(databases().personal);

describe("a page that names a reviewer's key as its owner's", () => {
  it("offers to follow them, about no brand as well; the link is remembered with the press alone", async () => {
    const sidebar = await openSidebar(ownPage);
    expect(deepText(await card())).toContain("So says the page: anna.example links to their key.");
    expect(asked).toBe(1);
    expect(await people()).toEqual([]);
    await picture("page-author", 400);
    await expectAccessible();
    await picture("page-author-320", 320);
    (await until(() => find<HTMLButtonElement>("button", "Follow: Anna"), "Follow")).click();
    await until(() => deepText(sidebar).includes("Remembered, seen on"), "the proof");
    expect(await people()).toMatchObject([
      { author: anna.author, choice: "followed", name: "Anna", proven: [{ address: "anna.example" }] },
    ]);
    (await until(() => find<HTMLButtonElement>("button.link", "What they wrote"), "the way")).click();
    const view = await until(() => deepAll("bt-author")[0], "the author");
    await until(() => deepText(view).includes("links back to this key, seen on"), "the proof there");
    await until(() => deepText(view).includes("The soles came off."), "the review");
  });

  it("offers to remember the link where they are followed already, and nothing where they are muted", async () => {
    const { personal } = databases();
    await choosePerson(personal, {
      author: anna.author,
      choice: "followed",
      petname: "Anna from work",
      at: 1,
    });
    await openSidebar(brandPage);
    (
      await until(() => find<HTMLButtonElement>("button", "Remember this link: Anna from work"), "remember")
    ).click();
    await until(async () => (await people())[0]?.proven?.length === 1, "the proof");
    expect(asked).toBe(1);
    await choosePerson(personal, { author: anna.author, choice: "muted", at: 2 });
    await until(() => !find("button", "Remember this link"), "no offer");
    expect(find("button", "Follow: ")).toBeUndefined();
  });

  it("may be read, and nothing be kept, inside a page and in private windows", async () => {
    for (const [state, framed] of [
      [ownPage, true],
      [{ ...ownPage, isPrivate: true }, false],
    ] as const) {
      await openSidebar(state, framed);
      await until(() => find("button.link", "What they wrote"), "the way");
      expect(find("button", "Follow: Anna")).toBeUndefined();
    }
  });
});
