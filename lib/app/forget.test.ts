import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { browser } from "wxt/browser";
import { openPersonal, type PersonalDatabase } from "../db/personal.ts";
import { saveSiteChoice, siteChoice } from "../db/sites.ts";
import type { TabState } from "../model/tab-state.ts";
import { forget, type ForgetWhat } from "./forget.ts";
import { tabStates } from "./tab-states.ts";

const hour = 3_600_000;
const now = 100 * hour;

let db: PersonalDatabase;
let databases = 0;
beforeEach(() => {
  fakeBrowser.reset();
  db = openPersonal(`forget-${databases++}`);
});
afterEach(() => db.delete());

/** Three open tabs: two of one site, one of them read long ago, and one of another. */
async function openTabs(what: ForgetWhat): Promise<{ cleared: number[]; left: number[] }> {
  const states = tabStates(browser.storage.session);
  const tab = (tabId: number, url: string, readAt: number): Promise<void> =>
    states.save({ tabId, url, readAt } as TabState);
  await tab(1, "https://www.northwind.example/", now - 1);
  await tab(2, "https://northwind.example/shoes", now - 2 * hour);
  await tab(3, "https://kite.example/", now - hour);
  const cleared: number[] = [];
  const clear = (tabId: number): Promise<void> => {
    cleared.push(tabId);
    return Promise.resolve();
  };
  await forget(what, db, states, clear, now);
  return { cleared, left: (await states.all()).map(({ tabId }) => tabId) };
}

describe("forgetting", () => {
  it("the last hour clears the tabs that were read in it", async () => {
    expect(await openTabs({ lastHour: true })).toEqual({ cleared: [1, 3], left: [2] });
  });

  it("the last hour leaves a site off that is off", async () => {
    await saveSiteChoice(db, "northwind.example", { off: true, badgePosition: 0.5 }, now - 1);
    await openTabs({ lastHour: true });
    expect(await siteChoice(db, "northwind.example")).toEqual({
      siteKey: "northwind.example",
      off: true,
      updatedAt: 0,
    });
  });

  it("a site clears all of its tabs, whenever they were read, and what was chosen there", async () => {
    await saveSiteChoice(db, "northwind.example", { off: true }, now - 50 * hour);
    expect(await openTabs({ site: "northwind.example" })).toEqual({ cleared: [1, 2], left: [3] });
    expect(await siteChoice(db, "northwind.example")).toBeUndefined();
  });
});
