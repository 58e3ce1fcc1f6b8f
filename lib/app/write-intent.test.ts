import { beforeEach, describe, expect, it } from "vitest";
import { intentKey, longestSelection, type WriteIntent } from "../model/write-intent.ts";
import type { SessionArea } from "./tab-states.ts";
import { forgetIntent, leaveIntent, saveIntent } from "./write-intent.ts";

const page = "https://northwind.example/shoes";
const items = new Map<string, unknown>();
const area: SessionArea = {
  get: async () => Object.fromEntries(items),
  set: async (set) => {
    for (const [key, value] of Object.entries(set)) items.set(key, value);
  },
  remove: async (keys) => {
    for (const key of [keys].flat()) items.delete(key);
  },
};
const kept = (): WriteIntent | undefined => items.get(intentKey) as WriteIntent | undefined;
const press = { tabId: 1, url: page, isPrivate: false, selection: undefined };

beforeEach(() => items.clear());

describe("a press on the shortcut or the menu", () => {
  it("leaves word which tab and page it was, and when", async () => {
    await saveIntent(area, press, 5);
    expect(kept()).toEqual({ tabId: 1, what: "write", url: page, at: 5 });
  });

  it("takes along what was selected, cut to what can matter", async () => {
    await saveIntent(area, { ...press, selection: ` ${"a".repeat(5000)}` }, 5);
    expect(kept()?.selection).toBe("a".repeat(longestSelection));
    await saveIntent(area, { ...press, selection: " \n" }, 6);
    expect(kept()).not.toHaveProperty("selection");
  });

  it("hands on nothing of what was selected in a private window but that there was something", async () => {
    await saveIntent(area, { ...press, isPrivate: true, selection: "a secret" }, 5);
    expect(kept()).toEqual({ tabId: 1, what: "write", url: page, isSelectionDropped: true, at: 5 });
    expect(JSON.stringify([...items])).not.toContain("secret");
  });
});

describe("what nobody took", () => {
  it.each([
    ["goes when its tab closes", 1, undefined, false],
    ["goes when its tab shows another page", 1, "https://other.example/", false],
    ["stays while its page does", 1, `${page}#reviews`, true],
    ["stays when another tab moves", 2, undefined, true],
  ])("%s", async (_, tabId, url, stays) => {
    await saveIntent(area, { ...press, selection: "Made to last" }, 5);
    await leaveIntent(area, tabId, url);
    expect(kept() !== undefined).toBe(stays);
  });

  it("stays where the browser did not tell its page", async () => {
    await saveIntent(area, { ...press, url: undefined }, 5);
    await leaveIntent(area, 1, page);
    expect(kept()).toBeDefined();
  });

  it.each([
    ["with its site", { site: "northwind.example" }, false],
    ["with the hour in which it was left", { lastHour: true }, false],
    ["not with another site", { site: "kite.example" }, true],
  ] as const)("is forgotten %s", async (_, what, stays) => {
    await saveIntent(area, { ...press, selection: "Made to last" }, 5);
    await forgetIntent(area, what, 3_600_000);
    expect(kept() !== undefined).toBe(stays);
    await forgetIntent(area, { lastHour: true }, 3_600_006);
    expect(kept() !== undefined).toBe(stays);
  });
});
