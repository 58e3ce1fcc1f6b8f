// Stands first: elements read `browser` while they load.
import { background, commands, fakeBrowser } from "../testing/extension.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { collectKey, type CollectNotice, type CollectOutcome } from "../../lib/model/research/collect.ts";
import { ok, problem } from "../../lib/model/result.ts";
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
import { aCollection } from "../testing/research.ts";
import "./bt-collected.ts";
import type { Collected } from "./bt-collected.ts";

const found = {
  url: "https://news.example/",
  title: "Soles",
  text: "The soles of Northwind gave up.",
  lang: "en",
};
const kept: CollectOutcome = {
  kind: "kept",
  collection: "returns-study",
  collectionName: "Returns study",
  seq: 7,
  isNew: true,
  brands: ["Northwind", "Fabrikam"],
};

let said: string[] = [];

async function tell(outcome: CollectOutcome, changes: Partial<CollectNotice> = {}): Promise<void> {
  const notice: CollectNotice = { tabId: 1, found, outcome, at: Math.random(), ...changes };
  await fakeBrowser.storage.session.set({ [collectKey]: notice });
}

function mountFor(tabId = 1): Collected {
  const element = document.createElement("bt-collected");
  element.tabId = tabId;
  element.addEventListener("bt-announce", ({ detail }) => said.push(detail));
  return mount(element);
}

const sent = (name: string): unknown => commands.find((command) => command.name === name)?.data;
const words = (): string => deepText(find("section")!);

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabases();
  commands.length = 0;
  said = [];
  for (const name of ["keepCollected", "undoCollected"] as const)
    background[name] = async () => ok(undefined);
});

describe("the line about what was collected", () => {
  it("says where it was kept, shows what, names its brands, and leads on", async () => {
    mountFor();
    await tell(kept);
    await until(() => find("section", "Kept in “Returns study”"));
    expect(words()).toContain("The soles of Northwind gave up.");
    expect(words()).toContain("names Northwind and Fabrikam");
    expect(said).toEqual(["Kept in “Returns study”"]);
    expect(find<HTMLAnchorElement>("a", "Add a code or note")?.getAttribute("href")).toBe(
      "research.html#collection=returns-study&item=7",
    );
    expect(find("a", "Open the workspace")).toBeDefined();
    await picture("collected", 380, 260);
    expectReflow();
    await expectAccessible();
  });

  it("is undone by a press, and says so", async () => {
    mountFor();
    await tell(kept);
    (await until(() => find("button", "Undo"))).click();
    await until(() => said.includes("Taken out again."));
    expect(commands.map(({ name }) => name)).toEqual(["undoCollected"]);
  });

  it("offers no undo of what was there before", async () => {
    mountFor();
    await tell({ ...kept, isNew: false });
    await until(() => find("section", "Was in “Returns study” already"));
    expect(find("button", "Undo")).toBeUndefined();
  });

  it("is about its own tab alone, and goes when it is closed", async () => {
    const element = mountFor(2);
    await tell(kept);
    await until(async () => (await fakeBrowser.storage.session.get(collectKey))[collectKey]);
    await element.updateComplete;
    expect(find("section")).toBeUndefined();
    element.tabId = 1;
    (await until(() => find("button", "Close this message"))).click();
    await until(() => find("section") === undefined);
    expect(await fakeBrowser.storage.session.get(collectKey)).toEqual({});
  });

  it("says when undo did not work", async () => {
    background.undoCollected = async () => problem("quota");
    mountFor();
    await tell(kept);
    (await until(() => find("button", "Undo"))).click();
    await until(() => find("[role=alert]"));
  });
});

describe("the question into which collection", () => {
  it("offers those that there are, newest first", async () => {
    const { collections } = databases().research;
    await collections.bulkAdd([
      await aCollection({ createdAt: 1 }),
      await aCollection({ id: "pilot", name: "Pilot", createdAt: 2 }),
    ]);
    mountFor();
    await tell({ kind: "choose" });
    await until(() => find(".choices button", "Pilot"));
    expect(deepAll(".choices button").map((button) => deepText(button).trim())).toEqual([
      "Pilot",
      "Returns study",
    ]);
    await picture("collect-into", 380, 460);
    await expectAccessible();
    find(".choices button", "Returns study")!.click();
    await until(() => sent("keepCollected"));
    expect(sent("keepCollected")).toEqual({ collection: "returns-study" });
  });

  it("makes a new one, protected as well as it can be, and keeps it there", async () => {
    mountFor();
    await tell({ kind: "choose" });
    const input = await until(() => find<HTMLInputElement>("input"));
    find("button", "Create and keep it there")!.click();
    await until(() => find(".fault", "Give it a name."));
    expect(sent("keepCollected")).toBeUndefined();
    await userEvent.fill(input, "  Returns study ");
    find("button", "Create and keep it there")!.click();
    await until(() => sent("keepCollected"));
    const [collection] = await databases().research.collections.toArray();
    expect(collection).toMatchObject({
      name: "Returns study",
      privacy: { pseudonymise: true, keepMedia: false, audience: "public-only" },
    });
    expect(sent("keepCollected")).toEqual({ collection: collection?.id });
  });

  it("comes again where what was kept is wanted elsewhere", async () => {
    await databases().research.collections.add(await aCollection({ id: "pilot", name: "Pilot" }));
    mountFor();
    await tell(kept);
    (await until(() => find("button", "Into another collection…"))).click();
    (await until(() => find(".choices button", "Pilot"))).click();
    await until(() => sent("keepCollected"));
    await tell({ ...kept, collectionName: "Pilot" });
    await until(() => find("section", "Kept in “Pilot”"));
  });
});

describe("the question whether everybody may read a page", () => {
  const judge: CollectOutcome = {
    kind: "judge",
    collection: "returns-study",
    collectionName: "Returns study",
  };

  it("wants a reason, and hands it on", async () => {
    mountFor();
    await tell(judge);
    const input = await until(() => find<HTMLInputElement>("input"));
    await picture("collect-judge", 320, 460);
    expectReflow();
    await expectAccessible();
    useTheme("dark");
    await picture("collect-judge-dark", 320, 460);
    useTheme("light");
    find("button", "Keep it")!.click();
    await until(() => find(".fault", "Say why"));
    expect(sent("keepCollected")).toBeUndefined();
    await userEvent.fill(input, "A newspaper's open article.");
    await userEvent.keyboard("{Enter}");
    await until(() => sent("keepCollected"));
    expect(sent("keepCollected")).toEqual({
      collection: "returns-study",
      note: "A newspaper's open article.",
    });
  });

  it("keeps nothing where the person would rather not", async () => {
    mountFor();
    await tell(judge);
    (await until(() => find("button", "Do not keep it"))).click();
    await until(() => find("section") === undefined);
    expect(commands).toEqual([]);
  });
});

describe("what was not collected", () => {
  it.each([
    ["private", "Nothing is collected from private windows."],
    ["no-access", "Backtalk may not read this page."],
    ["nothing", "Nothing to collect was found."],
    ["restricted", "only some people may read this post"],
    ["erased", "its author was taken out of “Returns study”"],
    ["failed", "Not kept in “Returns study”."],
  ] as const)("because of %s is said: %s", async (reason, text) => {
    mountFor();
    const failure = reason === "failed" && { problem: { code: "quota" } as const };
    await tell({ kind: "refused", reason, collectionName: "Returns study", ...failure });
    await until(() => find("section", text));
    expect(said.join(" ")).toContain(text);
    await expectAccessible();
  });
});
