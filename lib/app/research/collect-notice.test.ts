import { beforeEach, describe, expect, it } from "vitest";
import { collectKey, type CollectNotice } from "../../model/research/collect.ts";
import type { SessionArea } from "../tab-states.ts";
import { forgetCollected, leaveCollected } from "./collect-notice.ts";
import { judgedPages } from "./judged-pages.ts";

const url = "https://news.example/soles";
const stored = new Map<string, unknown>();
const area: SessionArea = {
  get: async (key) => ({ [String(key)]: stored.get(String(key)) }),
  set: async (items) => {
    for (const [key, value] of Object.entries(items)) stored.set(key, value);
  },
  remove: async (keys) => {
    for (const key of [keys].flat()) stored.delete(key);
  },
};
const notice: CollectNotice = { tabId: 1, url, outcome: { kind: "choose" }, at: 1000 };
const isThere = (): boolean => stored.has(collectKey);

beforeEach(() => {
  stored.clear();
  stored.set(collectKey, notice);
});

describe("what the sidebar says of a press on Collect", () => {
  it.each([
    ["the page moves inside itself", 1, `${url}#end`, true],
    ["another tab goes elsewhere", 2, "https://other.example/", true],
    ["its tab goes elsewhere", 1, "https://other.example/", false],
    ["its tab was closed", 1, undefined, false],
  ])("when %s (tab %i to %s) is there: %s", async (_, tabId, to, stays) => {
    await leaveCollected(area, tabId, to);
    expect(isThere()).toBe(stays);
  });

  it.each([
    ["its site", { site: "news.example" }, false],
    ["another site", { site: "other.example" }, true],
    ["the last hour", { lastHour: true } as const, false],
  ])("when %s is forgotten is there: %s", async (_, what, stays) => {
    await forgetCollected(area, what, 2000);
    expect(isThere()).toBe(stays);
  });

  it("of more than an hour ago survives the forgetting of the last one", async () => {
    await forgetCollected(area, { lastHour: true }, 1001 + 3_600_000);
    expect(isThere()).toBe(true);
  });
});

describe("a judgement that a site is public", () => {
  it("holds for one collection and one site, and is forgotten with every trace", async () => {
    const judged = judgedPages(area);
    await judged.remember("c1", url, "Open.");
    expect(await judged.noteOf("c1", "https://news.example/other")).toBe("Open.");
    expect(await judged.noteOf("c2", url)).toBeUndefined();
    expect(await judged.noteOf("c1", "https://sub.news.example/")).toBeUndefined();
    await forgetCollected(area, { site: "unrelated.example" }, 2000);
    expect(await judged.noteOf("c1", url)).toBeUndefined();
  });
});
