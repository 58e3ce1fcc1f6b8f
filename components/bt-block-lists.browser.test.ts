import { background, commands, fakeBrowser } from "./testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import "./bt-block-lists.ts";
import "./bt-removals.ts";
import { feeds, removalsOff } from "../lib/settings.ts";
import { databases } from "./databases.ts";
import {
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

const url = "https://lists.example/pills.json";

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  delete background.addBlockList;
  delete background.removeBlockList;
  await emptyDatabases();
});

describe("block lists", () => {
  it("are asked about before anything is sent, and added by that press", async () => {
    background.addBlockList = async () => ({ ok: true, value: undefined });
    mount(document.createElement("bt-block-lists"));
    const field = await until(() => find<HTMLInputElement>("input"), "the field");
    field.value = `${url}?me=1`;
    (await until(() => find<HTMLButtonElement>("button", "Add a list"))).click();
    await until(() => find<HTMLDialogElement>("dialog")?.open, "the question");
    expect(commands).toEqual([]);
    useTheme("light");
    await picture("block-list-consent-320", 320, 560);
    expectReflow();
    await expectAccessible();
    (await until(() => find<HTMLButtonElement>("dialog .primary", "Add lists.example"))).click();
    await until(() => find("[role=status]", "The list from lists.example was read."), "the outcome");
    expect(commands).toEqual([{ name: "addBlockList", data: url }]);
  });

  it("are refused where the address is none of https", async () => {
    mount(document.createElement("bt-block-lists"));
    const field = await until(() => find<HTMLInputElement>("input"), "the field");
    field.value = "http://lists.example/x.json";
    (await until(() => find<HTMLButtonElement>("button", "Add a list"))).click();
    await until(() => field.getAttribute("aria-invalid") === "true", "the mistake");
    expect(commands).toEqual([]);
  });

  it("say when they were read, what they name, what went wrong, and can be taken out", async () => {
    background.removeBlockList = async () => ({ ok: true, value: undefined });
    const title = "A list with an endlessly long name that its publisher gave it to break our lines";
    await databases().personal.blockLists.bulkPut([
      { url, addedAt: 1, title, count: 1200, readAt: Date.now() - 3_600_000 },
      { url: "https://other.example/x.json", addedAt: 2, attempts: 1, problem: { code: "bad-shape" } },
    ]);
    mount(document.createElement("bt-block-lists"));
    await until(() => find("li", "Names 1,200 authors and reviews."), "the state");
    expect(deepText(find("li", "other.example") ?? document.body)).toContain("could not be understood");
    useTheme("dark");
    await picture("block-lists-320-dark", 320, 700);
    expectReflow();
    await expectAccessible();
    (await until(() => find<HTMLButtonElement>("button", "Remove lists.example"))).click();
    await until(() => commands.some(({ name, data }) => name === "removeBlockList" && data === url), "it");
  });
});

describe("what operators removed", () => {
  it("can be looked through, by feed, with hash, reason and day", async () => {
    const feed = "https://hub.example/v1/feed";
    await feeds.setValue([feed]);
    await databases().community.removed.bulkPut([
      { id: "a".repeat(32), removedAt: 1, code: "illegal", day: "2026-05-01", feed },
      { id: "b".repeat(32), removedAt: 1, code: "spam", day: "2026-05-03", feed },
      { id: "c".repeat(32), removedAt: 1, code: "newer-than-us", day: "2026-05-02", feed },
      { id: "d".repeat(32), removedAt: 1 },
    ]);
    mount(document.createElement("bt-removals"));
    (await until(() => find("summary", "Look at the list"))).click();
    const row = await until(() => find("tr", "b".repeat(32)), "the list");
    expect(deepText(row)).toContain("spam 2026-05-03");
    expect(find("tr", "c".repeat(32)) && deepText(find("tr", "newer-than-us")!)).toContain("2026-05-02");
    expect(find("h3", "3 removals")).toBeDefined();
    expect(find("h3", "No feed named")).toBeDefined();
    useTheme("light");
    await picture("removals-400", 400, 900);
    await picture("removals-320", 320, 900);
    expectReflow();
    await expectAccessible();
  });

  it("holds for everything unless the person says otherwise of a feed", async () => {
    const feed = "https://hub.example/v1/feed";
    await feeds.setValue([feed]);
    mount(document.createElement("bt-removals"));
    const box = await until(() => {
      const found = find<HTMLInputElement>("input[type=checkbox]");
      return found && !found.disabled ? found : undefined;
    }, "the switch");
    expect(box.checked).toBe(true);
    box.click();
    await until(async () => String(await removalsOff.getValue()) === feed, "it switched off");
    box.click();
    await until(async () => (await removalsOff.getValue()).length === 0, "it switched on again");
  });
});
